import type { VariableScore } from '../../core/assessment/rating.ts';
import { formatPoints } from '../../core/assessment/score.ts';
import { wordText as wording } from '../../core/render/wording.ts';
import { profileGeometry } from '../../viz/profile-rows.ts';
import { Explainable, type PartProps, titleOf, variableNameOf } from './report-parts.tsx';

/** The rating of a V with its qualification, in words. */
export const ratingText = (props: PartProps, variable: VariableScore): string =>
  wording(props.site.t, variable, (id) => titleOf(props, id));

/** How many of the answers behind a score are known. */
function basisText({ site, report }: PartProps, { known, applicable, asked, total, id }: VariableScore): string {
  const counted = site.t('report.known', { known, applicable });
  return report.depth === 'full' ? counted : `${counted}, ${site.t('report.so-far', { asked, total, variable: id })}`;
}

/** The drawing of a V: a dot at its score, and the band around it. */
export function VariableChart({ props, variable }: { props: PartProps; variable: VariableScore }) {
  const { site, data } = props;
  const { t } = site;
  const size = { width: 420, row: 40 };
  const { width, rows, zones } = profileGeometry([variable], data.pack.constants.word.cuts, size);
  const row = rows[0];
  const { point, low, high } = variable;
  const known = point !== null && low !== null && high !== null;
  const name = variableNameOf(props, variable.id);
  const alt = known
    ? t('report.profile-alt', {
        variable: name,
        score: formatPoints(point),
        low: formatPoints(low),
        high: formatPoints(high),
        word: ratingText(props, variable),
      })
    : t('report.profile-alt-none', { variable: name });
  return (
    <svg class={`row-chart v-${variable.id}`} viewBox={`0 0 ${width} ${size.row}`} role="img" aria-label={alt}>
      {zones.map(({ word, from, to }) => (
        <rect key={word} class={`zone zone-${word}`} x={from} y={12} width={to - from} height={16} />
      ))}
      {row?.bandPath ? <path class="band" d={row.bandPath} /> : null}
      {row && row.dot !== null ? (
        <path class="dot" d={row.dotPath} transform={`translate(${row.dot} ${row.y})`} />
      ) : null}
    </svg>
  );
}

/** The scale above the rows: its ends, its cuts, and the words between them. */
export function Axis({ props }: { props: PartProps }) {
  const { cuts } = props.data.pack.constants.word;
  const { width, ticks, zones } = profileGeometry([], cuts, { width: 420, row: 40 });
  return (
    <svg class="axis" viewBox={`0 0 ${width} 34`} aria-hidden="true">
      {ticks.map(({ x, label }) => (
        <text key={label} x={x} y={12} text-anchor="middle">
          {label}
        </text>
      ))}
      {zones.map(({ word, from, to }) => (
        <text key={word} class="zone-name" x={(from + to) / 2} y={29} text-anchor="middle">
          {props.site.t(`report.word-${word}`)}
        </text>
      ))}
    </svg>
  );
}

/** The band of a score in words; empty if it has none. */
export const bandText = ({ site: { t } }: PartProps, { low, high }: VariableScore): string =>
  low === null || high === null ? '' : t('report.sheet-band', { low: formatPoints(low), high: formatPoints(high) });

/** One V: its score, drawing and rating. */
function VariableRow({ props, variable }: { props: PartProps; variable: VariableScore }) {
  const name = variableNameOf(props, variable.id);
  return (
    <tr>
      <th scope="row">
        <span class={`key v-${variable.id}`} aria-hidden="true" />
        {name}
      </th>
      <td class="number score">
        <Explainable
          props={props}
          explained={{ kind: 'variable', id: variable.id }}
          text={variable.point === null ? '–' : formatPoints(variable.point)}
          of={name}
        />
      </td>
      <td class="drawn">
        <VariableChart props={props} variable={variable} />
      </td>
      <td class="reading">
        <strong>{ratingText(props, variable)}</strong>
        <span class="muted">
          {variable.low === null ? '' : `${bandText(props, variable)} · `}
          {basisText(props, variable)}
        </span>
      </td>
    </tr>
  );
}

/** What dot and band mean, and how far the scores can be compared. */
function ProfileCaption({ props }: { props: PartProps }) {
  const { site, report, data } = props;
  const { t } = site;
  const asked = Math.max(...report.variables.map((variable) => variable.asked));
  const total = Math.max(...report.variables.map((variable) => variable.total));
  const quick = t('report.profile-quick', { asked, total, band: formatPoints(data.pack.constants.quickBand) });
  return (
    <figcaption class="muted caption">
      {t('report.profile-lead')} {report.depth === 'quick' ? `${quick} ` : ''}
      {t('report.three-scales')}{' '}
      {report.since ? null : (
        <>
          {t('report.first')} {props.explain ? <a href={site.link('/compare/')}>{t('report.first-compare')}</a> : null}
        </>
      )}
    </figcaption>
  );
}

/** The profile of each V: a dot with its band on a shared scale, next to the numbers. The table is the chart. */
export function Profile(props: PartProps) {
  const { site, report, data } = props;
  const { t } = site;
  const cuts = Object.fromEntries(data.pack.constants.word.cuts.map(({ word, from }) => [word, formatPoints(from)]));
  return (
    <section class="profile" aria-labelledby="profile">
      <h2 id="profile">{t('report.profile')}</h2>
      <figure aria-labelledby="profile">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('report.variable')}</th>
              <th scope="col" class="number">
                {t('report.score')}
              </th>
              <th scope="col">
                <span class="visually-hidden">{t('report.axis', cuts)}</span>
                <Axis props={props} />
              </th>
              <th scope="col">{t('report.word')}</th>
            </tr>
          </thead>
          <tbody>
            {report.variables.map((variable) => (
              <VariableRow key={variable.id} props={props} variable={variable} />
            ))}
          </tbody>
        </table>
        <ProfileCaption props={props} />
      </figure>
    </section>
  );
}
