import { z } from 'zod';
import * as mini from 'zod/mini';
import { answersSchema } from '../core/answers/answers-schema.ts';
import { reportSchema } from '../core/report/report-schema.ts';

/** The published JSON Schemas by name, generated from the schemas that the code validates with. */
export const schemas: Record<string, () => object> = {
  answers: () => ({ title: 'Trivium answers, version 1', ...mini.toJSONSchema(answersSchema, { io: 'input' }) }),
  report: () => ({ title: 'Trivium report, version 2', ...z.toJSONSchema(reportSchema) }),
};
