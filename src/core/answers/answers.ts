import type { Output } from '../model/file-schema.ts';
import type { answerSchema, answersSchema } from './answers-schema.ts';

/** One answer in one of its four states; `unanswered` and no answer at all mean the same. */
export type Answer = Output<typeof answerSchema>;
/** A whole answers file. */
export type Answers = Output<typeof answersSchema>;
/** What the team says about its system and itself; presets hints and targets. */
export type Context = Answers['context'];
/** Whether a context has every value that a condition names. */
export const matchesContext = (when: object, context: Context): boolean =>
  Object.entries(when).every(([field, value]) => Reflect.get(context, field) === value);

/** What the team has decided about a move. */
export type Decision = Answers['decisions'][number];
/** An earlier assessment of the same system. Its answers are hints only: never scored, and ignored if unknown. */
export type Previous = NonNullable<Answers['previous']>;
/** A former answer, as a hint to an item that the team has to read again. */
export type Reread = NonNullable<Answers['reread']>[number];

/** Answers by item; an item that is not in it is unanswered. */
export type AnswerMap = ReadonlyMap<string, Answer>;

/** Whether an answer has a note, evidence or a confidence. In a meeting these may come before the answer itself. */
export const isNoted = ({ note, evidence, confidence }: Answer): boolean => Boolean(note || evidence || confidence);

/** Answers by item, without unanswered ones. */
export function answerMap(answers: Pick<Answers, 'answers'>): AnswerMap {
  return new Map(answers.answers.filter(({ state }) => state !== 'unanswered').map((answer) => [answer.item, answer]));
}

/** The hints that still need a person: those whose item has no answer yet. */
export function openRereads({ reread = [], answers }: Pick<Answers, 'reread' | 'answers'>): Reread[] {
  const answersByItem = answerMap({ answers });
  return reread.filter(({ item }) => !answersByItem.has(item));
}

/** Whether a last day has passed; that day itself has not. False if either day is unknown. */
export const isPastDay = (lastDay: string | null | undefined, day: string | null | undefined): boolean =>
  Boolean(lastDay && day && lastDay < day);

/**
 * What a team has decided about a move, as far as it still holds: "later" and "no" end after their last day, if they have
 * one. Undefined if nothing is decided.
 * @param day the day to decide for; if it is unknown, every decision holds
 */
export function heldDecision(decision: Decision | null | undefined, day: string | null | undefined) {
  const isOver = decision?.decision !== 'do' && isPastDay(decision?.until, day);
  return isOver ? undefined : decision?.decision;
}

/** Whether a team had decided to do something. */
export const hasPromises = ({ decisions }: Pick<Answers, 'decisions'>): boolean =>
  decisions.some(({ decision }) => decision === 'do');

/** The level of an item, 0 to 4; null if its answer has none. */
export function levelOf(answers: AnswerMap, item: string): number | null {
  const answer = answers.get(item);
  return answer?.state === 'level' ? answer.level : null;
}

/** The state of an item. */
export function stateOf(answers: AnswerMap, item: string): Answer['state'] {
  return answers.get(item)?.state ?? 'unanswered';
}

/** The highest level of an anchor. The value of a level is its share of this. */
export const topLevel = 4;

/** What an answer says, without free text: its question and its state or level, but no note, evidence, reason or time. */
export function bareAnswer(answer: Answer): Answer {
  const { item, rev, state } = answer;
  return state === 'level' ? { item, rev, state, level: answer.level } : { item, rev, state };
}
