import { type Answer, type AnswerMap, type Answers, answerMap, heldDecision, isPastDay } from '../answers/answers.ts';
import { previousAnswer } from '../answers/previous-answer.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { byText } from '../text/by-text.ts';
import { nameOf } from '../text/name-of.ts';
import { isEnded } from './ended-decision.ts';
import { type Candidate, improvement } from './moves.ts';
import { targetOf } from './target.ts';

/** An earlier assessment, as far as promises are read from it. */
export type EarlierPlan = Pick<Answers, 'answers' | 'reread' | 'decisions' | 'targets' | 'context'>;

/** A move that a team had decided to do. */
export interface PromisedMove {
  practice: string;
  /** Null if the question has changed or is gone, so that nothing can be compared; the next three are null, too. */
  kind: Candidate['kind'] | null;
  /** The level at that time; null if the team had to find it out. */
  from: number | null;
  /** The level that the goal stands for; null if the team had to find out its level. */
  reaches: number | null;
  goal: string | null;
  owner: string | null;
  due: string | null;
}

/**
 * What became of a promised move, the first that fits:
 * - `not-comparable`: the question asks something else by now, or is gone.
 * - `done`: the level has reached the goal; a level that was to be found out is known.
 * - `dropped`, `put-off`: short of the goal, the team has since decided "no" or "later", and that still holds.
 * - `not-asked`: the question has no answer of its own in the later assessment.
 * - `not-applicable`, `unknown`: the answer is "does not apply" or, where a level was known, "I don't know".
 * - `partly`: the level rose, but not to the goal.
 * - `slipped`: the level did not rise, and the due day has passed.
 * - `promised`: the level did not rise; the due day is still to come, or there is none.
 */
export const promiseStatuses = [
  'done',
  'partly',
  'slipped',
  'promised',
  'put-off',
  'dropped',
  'not-applicable',
  'unknown',
  'not-asked',
  'not-comparable',
] as const;
export type PromiseStatus = (typeof promiseStatuses)[number];

/** A promised move, and what became of it. */
export interface PromiseOutcome extends PromisedMove {
  status: PromiseStatus;
  /** The level now; null if the question was not asked again or its answer has no level. */
  now: number | null;
  /** The lowest and highest level now, if several people gave different ones. */
  people: { min: number; max: number } | null;
  /** Whether the due day has passed without the goal being reached. */
  isOverdue: boolean;
}

/** The move that a decision is about; undefined if there was none: nothing was answered, or the target was reached. */
function promisedMove({ practice, owner, due }: Answers['decisions'][number], plan: EarlierPlan, pack: Pack) {
  const item = packIndex(pack).item(practice);
  const before = item && previousAnswer(plan, item);
  const who = { practice, owner: nameOf(owner) || null, due: due ?? null };
  if (!item || before?.hasChanged) return { ...who, kind: null, from: null, reaches: null, goal: null };
  const { answer } = before ?? {};
  if (answer?.state === 'dk') return { ...who, kind: 'find-out' as const, from: null, reaches: null, goal: null };
  const target = targetOf(practice, pack, plan).level;
  if (answer?.state !== 'level' || answer.level >= target || !item.moves) return undefined;
  const { kind, reaches, goal } = improvement(item, answer.level, target, { pack, settings: plan });
  return { ...who, kind, from: answer.level, reaches, goal };
}

/** The due day; without one, a text that sorts after every day. */
const dueDay = ({ due }: PromisedMove): string => due ?? '~';

/**
 * The moves that a team had decided to do, the first due first. A decision without a move promises nothing: its practice
 * was not answered, did not apply, or had reached its target.
 * @param plan the earlier assessment; its decisions may name practices that this pack does not have
 */
export const promisedMoves = (plan: EarlierPlan, pack: Pack): PromisedMove[] =>
  plan.decisions
    .filter(({ decision }) => decision === 'do')
    .flatMap((decision): PromisedMove | PromisedMove[] => promisedMove(decision, plan, pack) ?? [])
    .toSorted((a, b) => byText(dueDay(a), dueDay(b)));

/** What became of a promise; `PromiseStatus` says when each applies. */
function statusOf(
  { kind, from, reaches }: PromisedMove,
  answer: Answer | undefined,
  decision: ReturnType<typeof heldDecision>,
  isLate: boolean,
): PromiseStatus {
  const now = answer?.state === 'level' ? answer.level : null;
  if (kind === null) return 'not-comparable';
  if (now !== null && now >= (reaches ?? 0)) return 'done';
  if (decision === 'no') return 'dropped';
  if (decision === 'later') return 'put-off';
  if (answer === undefined) return 'not-asked';
  if (answer.state === 'na') return 'not-applicable';
  if (now === null && from !== null) return 'unknown';
  if ((now ?? 0) > (from ?? 0)) return 'partly';
  return isLate ? 'slipped' : 'promised';
}

function outcomeOf(
  promise: PromisedMove,
  askedAnswers: AnswerMap,
  { decisions, date }: Pick<Answers, 'decisions' | 'date'>,
): PromiseOutcome {
  const answer = askedAnswers.get(promise.practice);
  const decision = decisions.find(({ practice }) => practice === promise.practice);
  const isLate = isPastDay(promise.due, date);
  const status = statusOf(promise, answer, heldDecision(decision, date), isLate);
  const { spread } = answer ?? {};
  return {
    ...promise,
    status,
    now: answer?.state === 'level' ? answer.level : null,
    people: spread && spread.min !== spread.max ? { min: spread.min, max: spread.max } : null,
    isOverdue: isLate && status !== 'done',
  };
}

/**
 * What became of each move that a team had decided to do, the first due first.
 * @param plan the earlier assessment
 * @param now the later one, to the same pack. Its date decides what is overdue, and without one nothing is; a due day
 * that is today has not passed. Answers that were carried over say nothing about what has been done since.
 */
export function checkPromises(
  plan: EarlierPlan,
  now: Pick<Answers, 'answers' | 'decisions' | 'date'>,
  pack: Pack,
): PromiseOutcome[] {
  const askedAnswers = answerMap({ answers: now.answers.filter(({ carried }) => !carried) });
  return promisedMoves(plan, pack).map((promise) => outcomeOf(promise, askedAnswers, now));
}

/** The moves that a team had decided to do in an earlier assessment, and what became of them. */
export interface Promises {
  /** The day of the earlier assessment, if it has one. */
  date: string | null;
  /** The first due first. */
  outcomes: PromiseOutcome[];
  /** How many answers were carried over from it and not asked again. */
  carried: number;
}

/** What became of the promises of the earlier assessment that answers carry with them; empty if they carry none. */
export function outcomesSince(
  answers: Pick<Answers, 'answers' | 'decisions' | 'date' | 'previous'>,
  pack: Pack,
): PromiseOutcome[] {
  const { answers: before = [], reread, decisions = [], targets = [], context = {} } = answers.previous ?? {};
  return checkPromises({ answers: before, reread, decisions, targets, context }, answers, pack);
}

/**
 * What a report says about promises: those that the answers carry with them or, if they carry no earlier assessment, those
 * of one that is kept beside them. Null if nothing was promised.
 * @param earlierAnswers an earlier assessment of the same system, answers to this pack
 */
export function promisesSince(
  answers: Pick<Answers, 'answers' | 'decisions' | 'date' | 'previous'>,
  pack: Pack,
  earlierAnswers?: Pick<Answers, keyof EarlierPlan | 'date'>,
): Promises | null {
  const { previous } = answers;
  const outcomes =
    previous || !earlierAnswers ? outcomesSince(answers, pack) : checkPromises(earlierAnswers, answers, pack);
  if (outcomes.length === 0) return null;
  const carried = [...answerMap(answers).values()].filter((answer) => answer.carried).length;
  return { date: (previous ?? earlierAnswers)?.date ?? null, outcomes, carried };
}

/** The decisions of an assessment that are still to be carried out: without those whose goal is reached (`isEnded`). */
export function standingDecisions(
  answers: Pick<Answers, 'answers' | 'decisions' | 'date' | 'previous'>,
  pack: Pack,
): Answers['decisions'] {
  const outcomes = outcomesSince(answers, pack);
  return answers.decisions.filter((decision) => !isEnded(decision, outcomes));
}
