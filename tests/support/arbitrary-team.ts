import fc from 'fast-check';
import { type Answer, type AnswerMap, answerMap } from '../../src/core/answers/answers.ts';
import type { PackOutline } from '../../src/core/model/pack.ts';

// Answers drawn at random, in all four states.

export const depths = fc.constantFrom('quick' as const, 'full' as const);
const state = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('dk' as const, 'na' as const, 'unanswered' as const) },
);

/** An answer: a level, or one of the three other states. */
export const answerOf = (item: string, value: number | 'dk' | 'na' | 'unanswered'): Answer =>
  typeof value === 'number' ? { item, rev: 1, state: 'level', level: value } : { item, rev: 1, state: value };

/** A team's answers to every question of a pack, in all four states. */
export const teamOf = ({ items }: PackOutline): fc.Arbitrary<Answer[]> =>
  fc.tuple(...items.map(() => state)).map((values) => values.map((value, at) => answerOf(items[at]?.id ?? '', value)));

export const mapOf = (answers: Answer[]): AnswerMap => answerMap({ answers });

/** The answers, with another one to one question. */
export const withAnswer = (answers: Answer[], answer: Answer): AnswerMap =>
  mapOf(answers.map((each) => (each.item === answer.item ? answer : each)));
