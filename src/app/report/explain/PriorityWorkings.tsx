import { answerMap, topLevel } from '../../../core/answers/answers.ts';
import { explainMove } from '../../../core/assessment/explain.ts';
import { formatPoints } from '../../../core/assessment/score.ts';
import { withoutFullStop } from '../../../core/text/format.ts';
import { formatDecimals } from '../../../core/text/numbers.ts';
import { Citations } from '../../shared/Citations.tsx';
import type { WorkingsProps } from '../report-parts.tsx';

/** How the priority of a move is calculated. */
export function PriorityWorkings({ props, practice }: { props: WorkingsProps; practice: string }) {
  const { site, data, report, answers } = props;
  const { t } = site;
  const explained = explainMove(practice, {
    answers: answerMap(answers),
    pack: data.pack,
    depth: report.depth,
    signals: report.signals,
    lowest: report.lowest.ids,
    settings: answers,
  });
  if (!explained) return null;
  const move = report.moves.find((each) => each.practice === practice);
  const { factors, ownPriority, priority, target } = explained;
  return (
    <>
      <p>{t('workings.priority', { own: formatDecimals(ownPriority, 3) })}</p>
      {priority > ownPriority ? (
        <p>{t('workings.priority-raised', { priority: formatDecimals(priority, 3) })}</p>
      ) : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('workings.factor')}</th>
            <th scope="col">{t('workings.value')}</th>
          </tr>
        </thead>
        <tbody>
          {factors.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{t(`workings.factor-${name}`)}</th>
              <td class="number">{formatDecimals(value, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('workings.target-now', {
          points: formatPoints(target.level / topLevel),
          reason: target.reason ? t('workings.target-reason', { reason: withoutFullStop(target.reason) }) : '',
        })}
      </p>
      {move ? <p>{t('workings.stability', { times: move.stability.times, count: move.stability.count })}</p> : null}
      <p class="muted">{t('workings.stands-on')}</p>
      <Citations citations={data.advice[practice]?.citations ?? []} site={site} />
    </>
  );
}
