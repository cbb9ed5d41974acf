import type { ChangeSince } from '../../../core/assessment/compare.ts';
import { formatPoints } from '../../../core/assessment/score.ts';
import { noneText } from '../../../core/render/wording.ts';
import { risksOf } from '../../../core/report/summary-lists.ts';
import type { Site } from '../../shared/view-data.ts';
import { sentenceOf, signalTitle, variableNameOf } from '../report-parts.tsx';
import { wordTextOf } from '../score-text.ts';
import type { PrintCopyProps } from './ExecutiveSummary.tsx';
import { Axis, VariableChart } from './ScoreChart.tsx';

/** Maximum number of answers per risk, so that the page fits. */
const evidenceCount = 2;

/** The change of a V since an earlier assessment. */
function changeText({ t }: Site, { variables }: ChangeSince, id: string): string {
  const since = variables.find((each) => each.id === id);
  if (!since || since.before === null || since.now === null) return t('report.since-nothing-in-common');
  const { change, before, now, known } = since;
  return t('print.changed', {
    change: t(`report.since-${change}`),
    before: formatPoints(before),
    now: formatPoints(now),
    known,
  });
}

/** The scores of the three Vs, with their drawings. */
export function ScoresTable(props: PrintCopyProps) {
  const { site, report } = props;
  const { t } = site;
  const { since } = report;
  return (
    <table class="scores">
      <thead>
        <tr>
          {[
            'report.variable',
            'report.score',
            'print.drawn',
            'report.band',
            'report.word',
            'print.known',
            ...(since ? ['print.change'] : []),
          ].map((key, index) => (
            <th scope="col" key={key} class={index === 1 ? 'number' : undefined}>
              {key === 'print.drawn' ? <Axis props={props} /> : null}
              <span class={key === 'print.drawn' ? 'visually-hidden' : undefined}>{t(key)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.variables.map((variable) => {
          const { id, point, low, high, known, applicable, coverage } = variable;
          return (
            <tr key={id}>
              <th scope="row">
                <span class={`key v-${id}`} aria-hidden="true" />
                {variableNameOf(props, id)}
              </th>
              <td class="number score">{point === null ? '–' : formatPoints(point)}</td>
              <td class="drawn">
                <VariableChart props={props} variable={variable} />
              </td>
              <td class="band-text">
                {low === null || high === null
                  ? '–'
                  : t('report.band-range', { low: formatPoints(low), high: formatPoints(high) })}
              </td>
              <td>
                <strong>{wordTextOf(props, variable)}</strong>
              </td>
              <td>
                {coverage === null
                  ? '–'
                  : since
                    ? t('report.known', { known, applicable })
                    : t('print.coverage', { known, applicable, share: formatPoints(coverage) })}
              </td>
              {since ? <td>{changeText(site, since, id)}</td> : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The risks to mention first, with the answers that raise them. */
export function RisksTable(props: PrintCopyProps) {
  const { site, data } = props;
  const { t } = site;
  const risks = risksOf(props.report, data.pack.constants.moves.headline);
  return (
    <section>
      <h2>{t('report.signals')}</h2>
      {risks.length === 0 ? (
        <p>{noneText(t, 'signals', props.report)}</p>
      ) : (
        <table class="first-risks">
          <thead>
            <tr>
              <th scope="col">{t('print.risk')}</th>
              <th scope="col">{t('print.evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {risks.map(({ id, status, raisedBy, override }) => (
              <tr key={id}>
                <th scope="row">
                  {signalTitle(props, id)} <span class="tag">{t(`report.status-${status}`)}</span>
                </th>
                <td>
                  {raisedBy.slice(0, evidenceCount).map((item) => (
                    <span class="said" key={item}>
                      <em>{sentenceOf(props, item, props.report.levels[item] ?? -1)}</em>
                    </span>
                  ))}
                  {override === null ? null : <span class="said">{t('report.overridden', { reason: override })}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
