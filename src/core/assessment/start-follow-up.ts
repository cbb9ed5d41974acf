import { type Answer, type Answers, answerMap, isNoted, openRereads, stateOf } from '../answers/answers.ts';
import { startAgain } from '../answers/start-again.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { withoutUndefined } from '../model/without-undefined.ts';
import { promisedMoves, standingDecisions } from './promises.ts';
import { isStrong } from './signal-status.ts';
import { assessSignals } from './signals.ts';

/** The symptoms that these practices were to ease: those of likely or exposed signals, unless they do not apply. */
function symptomsToEase(practices: ReadonlySet<string>, former: Answers, pack: Pack): string[] {
  const answers = answerMap(former);
  const strong = new Set(
    assessSignals(answers, pack, former)
      .filter(({ status }) => isStrong(status))
      .map(({ id }) => id),
  );
  return pack.signals
    .filter(({ id, helps }) => strong.has(id) && helps.some((practice) => practices.has(practice)))
    .flatMap(({ indicators }) => indicators.filter(({ direction }) => direction === 'direct'))
    .map(({ item }) => item)
    .filter((item) => ['level', 'dk'].includes(stateOf(answers, item)));
}

/** The questions of a follow-up; `questionsToAskAgain` says which. */
function itemsToAskAgain(former: Answers, pack: Pack): PackItem[] {
  const plan = { ...former, decisions: standingDecisions(former, pack) };
  const practices = new Set(promisedMoves(plan, pack).map(({ practice }) => practice));
  const askedIds = new Set([...practices, ...symptomsToEase(practices, former, pack)]);
  return pack.items.filter(({ id }) => askedIds.has(id));
}

/**
 * The questions that show whether a team has done what it had decided to do, in the order of the pack: those of the
 * promised moves, and the symptoms that these moves were to ease. Without the symptoms, a signal would fade because its
 * practices improved, whether or not the trouble did. Empty if nothing was promised.
 */
export const questionsToAskAgain = (former: Answers, pack: Pack): string[] =>
  itemsToAskAgain(former, pack).map(({ id }) => id);

/** Whether there is anything to carry over: an answer, or a note where there is none. */
const isWorthKeeping = (answer: Answer): boolean => answer.state !== 'unanswered' || isNoted(answer);

/** An answer carried over, marked with the day on which it was given. */
const carriedOver = (answer: Answer, { date }: Answers): Answer => ({
  ...answer,
  carried: answer.carried ?? withoutUndefined({ date }),
});

/**
 * Starts a follow-up: a new assessment of the same system that asks again only about what the team had decided to do
 * (`questionsToAskAgain`). These questions are open; every other answer is carried over with its notes, and marked with the
 * day on which it was given. Like a new assessment, it keeps the former answers as hints, and what holds until the team
 * changes it. It also keeps the group behind the answers, and overrides of signals whose answers are all carried over.
 * @param former answers to this pack
 * @param date the day of the follow-up, as `2026-11-23`
 */
export function startFollowUp(former: Answers, date: string, pack: Pack): Answers {
  const askedItems = itemsToAskAgain(former, pack);
  const isAsked = (item: string) => askedItems.some(({ id }) => id === item);
  const rereads = openRereads(former);
  const judgedAgain = pack.signals
    .filter(({ indicators }) => indicators.some(({ item }) => isAsked(item)))
    .map(({ id }) => id);
  const { group, sources, review } = former;
  return {
    ...startAgain({ ...former, decisions: standingDecisions(former, pack) }, date),
    answers: [
      ...former.answers
        .filter((answer) => !isAsked(answer.item) && isWorthKeeping(answer))
        .map((answer) => carriedOver(answer, former)),
      ...askedItems.map(({ id, rev }): Answer => ({ item: id, rev, state: 'unanswered' })),
    ],
    overrides: former.overrides.filter(({ signal }) => !judgedAgain.includes(signal)),
    ...withoutUndefined({
      group,
      sources,
      reread: rereads.length > 0 ? rereads : undefined,
      review: review !== undefined && review > date ? review : undefined,
    }),
  };
}
