import { Fragment } from 'preact';
import { noneText } from '../../../core/render/wording.ts';
import { formatDate } from '../../../i18n/dates.ts';
import { Fold } from '../Fold.tsx';
import { MoveCard } from './MoveCard.tsx';
import type { MovesProps } from './Ownership.tsx';

/** The first moves side by side, then the rest of the plan. */
export function Moves(props: MovesProps) {
  const { site, report, data, Progressive = Fragment } = props;
  const { t } = site;
  const { headline } = data.pack.constants.moves;
  return (
    <section class="moves" aria-labelledby="moves">
      <Progressive>
        <h2 id="moves">{t('report.moves')}</h2>
        {report.moves.length === 0 ? (
          <p>{noneText(t, 'moves', report)}</p>
        ) : (
          <p class="muted caption">{t('report.moves-lead')}</p>
        )}
        <ol class="move-list">
          <Progressive>
            {report.moves.slice(0, headline).map((move) => (
              <li key={move.practice}>
                <MoveCard props={props} move={move} />
              </li>
            ))}
          </Progressive>
        </ol>
        <div class="after-moves">
          {report.moves.length > 1 ? (
            <Fold props={props} class="rest" summary={`${t('report.plan')} (${report.moves.length})`}>
              {({ RestOfPlan }) => <RestOfPlan props={props} />}
            </Fold>
          ) : null}
          {report.review ? (
            <p class="muted">{t('report.review-on', { date: formatDate(report.review, site.language) })}</p>
          ) : null}
        </div>
      </Progressive>
    </section>
  );
}
