import type { Answer, AnswerMap } from '../../src/core/answers/answers.ts';

/** Answers written briefly: a level, `dk`, `na`, or nothing for unanswered. */
export type Brief = Record<string, number | 'dk' | 'na'>;

/** Turns one brief answer into a whole one. */
export function answerOf(item: string, brief: number | 'dk' | 'na', rev = 1): Answer {
  if (brief === 'dk') return { item, rev, state: 'dk' };
  return brief === 'na' ? { item, rev, state: 'na' } : { item, rev, state: 'level', level: brief };
}

/** Turns brief answers into a map of whole ones. */
export const answersFrom = (brief: Brief): AnswerMap =>
  new Map(Object.entries(brief).map(([item, value]) => [item, answerOf(item, value)]));
