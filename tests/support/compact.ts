import type { Answer, AnswerMap } from '../../src/core/answers/answers.ts';

/** Answers in short form: a level, `dk`, `na`; no entry for unanswered. */
export type Brief = Record<string, number | 'dk' | 'na'>;

/** Expands one short answer. */
export function answerOf(item: string, brief: number | 'dk' | 'na', rev = 1): Answer {
  if (brief === 'dk') return { item, rev, state: 'dk' };
  return brief === 'na' ? { item, rev, state: 'na' } : { item, rev, state: 'level', level: brief };
}

/** Expands short answers into a map by item. */
export const answersFrom = (brief: Brief): AnswerMap =>
  new Map(Object.entries(brief).map(([item, value]) => [item, answerOf(item, value)]));
