import { topLevel } from './answers.ts';

/** Every level, from the lowest up. */
export const levels: readonly number[] = [0, 1, 2, 3, 4];

/** The place of a level from trouble to none: a high answer about a symptom is trouble. */
export const positionOf = (kind: 'practice' | 'symptom', level: number): number =>
  kind === 'symptom' ? topLevel - level : level;
