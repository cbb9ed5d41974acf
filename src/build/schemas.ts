import { z } from 'zod';
import { answersSchema } from '../core/answers/answers-schema.ts';
import { proposalsSchema } from '../core/proposals/proposals-schema.ts';
import { reportSchema } from '../core/report/report-schema.ts';
import { address } from './site.ts';
import { zodOf } from './zod-of-schema.ts';

/** A schema with its address and title. */
const withId = (name: string, title: string, { $schema, ...rest }: { $schema?: unknown }): object => ({
  $schema,
  $id: address(`/schema/${name}.json`),
  title,
  ...rest,
});

/** The published JSON Schemas of files by name, generated from the schemas that the code validates with. */
export const schemas: Record<string, () => object> = {
  answers: () => withId('answers', 'Trivium answers, version 1', z.toJSONSchema(zodOf(answersSchema), { io: 'input' })),
  proposals: () =>
    withId('proposals', 'Trivium proposals, version 1', z.toJSONSchema(zodOf(proposalsSchema), { io: 'input' })),
  report: () => withId('report', 'Trivium report, version 2', z.toJSONSchema(reportSchema)),
};
