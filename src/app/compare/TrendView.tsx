import { formatPoints } from '../../core/assessment/score.ts';
import type { Trend, TrendPoint } from '../../core/assessment/trend.ts';
import type { VariableId } from '../../core/model/ids.ts';
import type { Pack } from '../../core/model/pack.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { levelsText } from '../../core/render/change-texts.ts';
import { formatDate } from '../../i18n/dates.ts';
import { type DatedScore, timeGeometry } from '../../viz/over-time.ts';
import { VariableMark } from '../shared/variable-marks.tsx';
import type { Site } from '../shared/view-data.ts';
import { changeSentence } from './change-text.ts';

interface Props {
  site: Site;
  pack: Pack;
  trend: Trend;
}

const scoreOf = (point: TrendPoint, id: VariableId) => point.variables.find((score) => score.id === id);

function datedScores({ points }: Trend, variable: VariableId): DatedScore[] {
  return points.map((point) => {
    const { point: score = null, low = null, high = null } = scoreOf(point, variable) ?? {};
    return { date: point.date, point: score, low, high };
  });
}

/** Where a chart has its scale from 0 to 100 and its days, in units of the drawing, which is about as wide in px. */
const plot = { left: 38, right: 318, top: 12, bottom: 116, label: 84 };
const [frameLeft, frameRight] = [plot.left - 8, plot.right + 8];

/** The ends of the scale, and a hairline wherever the word changes. */
function Scale({ pack }: { pack: Pack }) {
  const y = (share: number) => plot.bottom - share * (plot.bottom - plot.top);
  const cuts = pack.constants.word.cuts.slice(1).map(({ from }) => from);
  return (
    <>
      <path class="axis" d={[1, 0].map((share) => `M${frameLeft},${y(share)}H${frameRight}`).join('')} />
      <path class="cut" d={cuts.map((cut) => `M${frameLeft},${y(cut)}H${frameRight}`).join('')} />
      {[1, ...cuts, 0].map((share) => (
        <text key={share} x={frameLeft - 4} y={y(share) + 4} text-anchor="end">
          {formatPoints(share)}
        </text>
      ))}
    </>
  );
}

function Line({ site, pack, trend, variable }: Props & { variable: VariableId }) {
  const { t, language } = site;
  const scores = datedScores(trend, variable);
  const { marks, paths, ticks } = timeGeometry(scores, plot);
  const alt = scores
    .map(
      ({ date, point }) =>
        `${formatDate(date, language)}: ${point === null ? t('side.not-enough') : formatPoints(point)}.`,
    )
    .join(' ');
  const name = packIndex(pack).variableName(variable);
  return (
    <svg class="over-time" viewBox="0 0 328 140" role="img" aria-label={`${name}. ${alt}`}>
      <Scale pack={pack} />
      {marks.map(({ x, low, high }, index) =>
        low === null || high === null ? null : (
          <path key={scores[index]?.date} class={`band v-${variable}`} d={`M${x},${low}V${high}`} />
        ),
      )}
      {paths.map((path) => (
        <path key={path} class={`slope v-${variable}`} d={path} />
      ))}
      {marks.map(({ x, dot }, index) =>
        dot === null ? null : <VariableMark key={scores[index]?.date} variable={variable} x={x} y={dot} />,
      )}
      {ticks.map(({ x, date, anchor }) => (
        <text key={date} x={x} y={136} text-anchor={anchor}>
          {formatDate(date, language)}
        </text>
      ))}
    </svg>
  );
}

function TrendRow({ site, pack, point }: { site: Site; pack: Pack; point: TrendPoint }) {
  const { t, language } = site;
  const scoreText = (id: VariableId) => {
    const score = scoreOf(point, id);
    if (score?.point == null || score.low === null || score.high === null) return t('side.not-enough');
    return t('side.with-band', {
      score: formatPoints(score.point),
      low: formatPoints(score.low),
      high: formatPoints(score.high),
    });
  };
  const total = point.since?.total;
  return (
    <tr>
      <th scope="row">{formatDate(point.date, language)}</th>
      {pack.variables.map(({ id }) => (
        <td key={id}>{scoreText(id)}</td>
      ))}
      <td>
        {total
          ? `${t(`compare.change-${total.change}`)} (${levelsText(total.sum, t)}, ${t('compare.over', { count: total.known })})`
          : t('compare.first')}
      </td>
    </tr>
  );
}

function TrendTable({ site, pack, trend }: Props) {
  const { t } = site;
  const name = t('compare.trend', { count: trend.points.length });
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={t('side.table', { name })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('compare.date')}</th>
            {pack.variables.map(({ id, name }) => (
              <th scope="col" key={id}>
                {name}
              </th>
            ))}
            <th scope="col">{t('compare.since')}</th>
          </tr>
        </thead>
        <tbody>
          {trend.points.map((point, index) => (
            <TrendRow key={`${point.date} ${index}`} site={site} pack={pack} point={point} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Three or more assessments of one system over real time: each score with its band, and the same numbers as a table. */
export function TrendView(props: Props) {
  const { site, pack, trend } = props;
  const { t } = site;
  const lastChange = trend.points.at(-1)?.since?.total;
  return (
    <section class="trend" aria-labelledby="trend">
      <h2 id="trend">{t('compare.trend', { count: trend.points.length })}</h2>
      {lastChange ? <p>{changeSentence(site, t('compare.trend-last'), lastChange)}</p> : null}
      <figure>
        <div class="trend-charts" role="group" aria-label={t('compare.figure-trend')}>
          {pack.variables.map(({ id, name }) => (
            <div key={id}>
              <h3>{name}</h3>
              <Line {...props} variable={id} />
            </div>
          ))}
        </div>
        <figcaption class="muted caption">{t('compare.trend-caption')}</figcaption>
      </figure>
      <TrendTable {...props} />
      {trend.undated.length > 0 ? <p class="muted">{t('compare.undated', { count: trend.undated.length })}</p> : null}
    </section>
  );
}
