import type * as z from 'zod/mini';
import type { answerSchema, answersSchema } from './answers-schema.ts';

/** One answer in one of its four states; `unanswered` and no answer at all mean the same. */
export type Answer = z.output<typeof answerSchema>;
/** A whole answers file. */
export type Answers = z.output<typeof answersSchema>;
export type Context = Answers['context'];
/** What the team has decided about a move. */
export type Decision = Answers['decisions'][number];
/** What an earlier assessment of the same system said. Only hints: never scored, and passed over where unknown. */
export type Previous = NonNullable<Answers['previous']>;
/** A former answer, as a hint to an item that has to be read again. */
export type Reread = NonNullable<Answers['reread']>[number];

/** Answers by item; an item that is not in it is unanswered. */
export type AnswerMap = ReadonlyMap<string, Answer>;

/** Whether something stands beside an answer: it may be kept before there is an answer, as in a meeting. */
export const isNoted = ({ note, evidence, confidence }: Answer): boolean => Boolean(note || evidence || confidence);

/** Answers by item, without those that say nothing. */
export function answerMap(answers: Pick<Answers, 'answers'>): AnswerMap {
  return new Map(answers.answers.filter(({ state }) => state !== 'unanswered').map((answer) => [answer.item, answer]));
}

/** The hints that still need a person: those whose item has no answer yet. */
export function openRereads({ reread = [], answers }: Pick<Answers, 'reread' | 'answers'>): Reread[] {
  const answered = new Set(answers.filter(({ state }) => state !== 'unanswered').map(({ item }) => item));
  return reread.filter(({ item }) => !answered.has(item));
}

/** The level of an item, 0 to 4, or null where none is known. */
export function levelOf(answers: AnswerMap, item: string): number | null {
  const answer = answers.get(item);
  return answer?.state === 'level' ? answer.level : null;
}

/** The state of an item. */
export function stateOf(answers: AnswerMap, item: string): Answer['state'] {
  return answers.get(item)?.state ?? 'unanswered';
}

/** Highest level of an anchor; a level's value is its share of this. */
export const topLevel = 4;
