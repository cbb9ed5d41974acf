import { z } from 'zod';
import { promiseStatuses } from '../assessment/promises.ts';

export const moveKinds = ['start', 'deepen', 'find-out'] as const;
const level = z.int().min(0).max(4);

/** What a report says about the moves that a team had decided to do. */
export const promisesSchema = z.strictObject({
  date: z.string().nullable().describe('The day of the earlier assessment.'),
  outcomes: z.array(
    z.strictObject({
      practice: z.string(),
      kind: z.enum(moveKinds).nullable().describe('Null if the question has changed or is gone.'),
      from: level.nullable().describe('The level at that time; null if it was to be found out.'),
      reaches: level.nullable().describe('The level that the goal stands for.'),
      goal: z.string().nullable(),
      owner: z.string().nullable(),
      due: z.string().nullable(),
      status: z.enum(promiseStatuses),
      now: level.nullable(),
      people: z.strictObject({ min: level, max: level }).nullable().describe('How far apart several people are.'),
      isOverdue: z.boolean().describe('Whether the due day has passed without the goal being reached.'),
    }),
  ),
  carried: z.int().min(0).describe('Answers that were carried over and not asked again.'),
});
