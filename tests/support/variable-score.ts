import type { VariableScore } from '../../src/core/assessment/rating.ts';

/** The score of a V: nine of nine known, mixed, a band of no width around the point. `part` says what is different. */
export const variable = (id: VariableScore['id'], point: number | null, part: object = {}): VariableScore => ({
  id,
  point,
  low: point,
  high: point,
  coverage: 1,
  known: 9,
  applicable: 9,
  word: 'mixed',
  leaning: false,
  except: [],
  asked: 9,
  total: 9,
  ...part,
});
