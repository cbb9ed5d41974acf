import { Fragment } from 'preact';
import type { Move } from '../../core/report/report.ts';
import { formatDate } from '../../i18n/dates.ts';
import { MoveCard } from './MoveCard.tsx';
import type { MovesProps } from './Ownership.tsx';
import { PlanTable } from './PlanTable.tsx';

/** The rest of the plan: a table of all moves, then a card for each later one. */
function RestOfPlan({ props, moves }: { props: MovesProps; moves: readonly Move[] }) {
  const { site, report, data, parts: Parts = Fragment } = props;
  const { headline, plan } = data.pack.constants.moves;
  if (report.moves.length < 2) return null;
  return (
    <details class="rest">
      <summary>
        {site.t('report.plan')} ({report.moves.length})
      </summary>
      <PlanTable props={props} sortable={Boolean(props.explain)} />
      {report.moves.length === plan ? <p class="muted">{site.t('report.plan-full', { count: plan })}</p> : null}
      {moves.length > 0 ? (
        <ol class="headline" start={headline + 1}>
          <Parts>
            {moves.map((move) => (
              <li key={move.practice}>
                <MoveCard props={props} move={move} />
              </li>
            ))}
          </Parts>
        </ol>
      ) : null}
    </details>
  );
}

/** The first moves side by side, then the rest of the plan. */
export function Moves(props: MovesProps) {
  const { site, report, data, parts: Parts = Fragment } = props;
  const { t } = site;
  const { headline } = data.pack.constants.moves;
  return (
    <section class="moves" aria-labelledby="moves">
      <Parts>
        <h2 id="moves">{t('report.moves')}</h2>
        {report.moves.length === 0 ? (
          <p>{t('report.moves-none')}</p>
        ) : (
          <p class="muted caption">{t('report.moves-lead')}</p>
        )}
        <ol class="headline">
          <Parts>
            {report.moves.slice(0, headline).map((move) => (
              <li key={move.practice}>
                <MoveCard props={props} move={move} />
              </li>
            ))}
          </Parts>
        </ol>
        <RestOfPlan props={props} moves={report.moves.slice(headline)} />
        {report.review ? <p>{t('report.review-on', { date: formatDate(report.review, site.language) })}</p> : null}
      </Parts>
    </section>
  );
}
