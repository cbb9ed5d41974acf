import { Fragment } from 'preact';
import { MoveCard } from './MoveCard.tsx';
import type { MovesProps } from './Ownership.tsx';
import { PlanTable } from './PlanTable.tsx';

/** The rest of the plan: a table of all moves, then a card for each later one. */
export function RestOfPlan({ props }: { props: MovesProps }) {
  const { site, report, data, Progressive = Fragment } = props;
  const { headline, plan } = data.pack.constants.moves;
  const later = report.moves.slice(headline);
  return (
    <>
      <PlanTable props={props} isSortable={Boolean(props.explain)} />
      {report.moves.length === plan ? <p class="muted">{site.t('report.plan-full', { count: plan })}</p> : null}
      {later.length > 0 ? (
        <ol class="move-list" start={headline + 1}>
          <Progressive>
            {later.map((move) => (
              <li key={move.practice}>
                <MoveCard props={props} move={move} />
              </li>
            ))}
          </Progressive>
        </ol>
      ) : null}
    </>
  );
}
