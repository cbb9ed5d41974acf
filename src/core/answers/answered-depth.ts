import { type Depth, depthAsking } from '../model/ids.ts';
import type { Answer } from './answers.ts';

/**
 * The depth of the report on some answers: full once a question is answered that only the full assessment asks.
 * @param items the questions of the pack
 */
export const answeredDepth = (answers: readonly Answer[], items: readonly { id: string; depth: Depth }[]): Depth =>
  depthAsking(new Set(answers.flatMap(({ item, state }) => (state === 'unanswered' ? [] : [item]))), items);
