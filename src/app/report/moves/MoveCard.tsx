import { effortText, moveTextOf, moveTitle } from '../../../core/render/move-texts.ts';
import type { Move } from '../../../core/report/plan.ts';
import { Fold } from '../Fold.tsx';
import { type PartProps, sentenceOf, titleOf } from '../report-parts.tsx';
import { type MovesProps, Ownership } from './Ownership.tsx';

/** What has to come first, where the team is, the goal, the effort, and the figure to watch. */
function Facts({ props, move }: { props: PartProps; move: Move }) {
  const { t } = props.site;
  const upkeep = move.upkeep === null ? '' : `, ${t('report.upkeep', { hours: move.upkeep })}`;
  const how = props.data.advice[move.practice]?.how;
  const isStep = move.from !== null && move.goal !== null;
  const facts = [
    ['prerequisite', move.needs.map((id) => titleOf(props, id)).join(', ')],
    ['now', isStep ? sentenceOf(props, move.practice, move.from ?? 0) : ''],
    ['goal', isStep ? <strong>{move.goal}</strong> : ''],
    ['effort', `${effortText(t, move)}${upkeep}`],
    ['measure', how && moveTextOf(move, how, props.report.context)?.measure],
  ] as const;
  return (
    <dl class="report-facts">
      {facts
        .filter(([, text]) => text)
        .map(([key, text]) => (
          <div key={key}>
            <dt>{t(`report.${key}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A move: the current answer and the goal, the effort, what to watch and who owns it. The how-to unfolds. */
export function MoveCard({ props, move }: { props: MovesProps; move: Move }) {
  const { t } = props.site;
  const title = moveTitle(move, props.report.context, props.data.pack, t);
  return (
    <article class="move" id={`move-${move.practice}`}>
      <h3 id={`${move.practice}-move`}>{title}</h3>
      <Facts props={props} move={move} />
      <div class="move-folds">
        <Ownership props={props} move={move} />
        <Fold props={props} summary={t('report.move-more')} of={title}>
          {({ MoveDetails }) => <MoveDetails props={props} move={move} />}
        </Fold>
      </div>
    </article>
  );
}
