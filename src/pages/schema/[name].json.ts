import type { APIRoute } from 'astro';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { answersSchema } from '../../core/answers/answers-schema.ts';
import { reportSchema } from '../../core/report/report-schema.ts';

/** The published JSON Schemas, generated from the schemas that the code validates with. */
const schemas = {
  answers: () => mini.toJSONSchema(answersSchema, { io: 'input' }),
  report: () => z.toJSONSchema(reportSchema),
};

export const getStaticPaths = () => Object.keys(schemas).map((name) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) => {
  const name = params['name'] as keyof typeof schemas;
  const schema = { title: `Trivium ${name}, version 1`, ...schemas[name]() };
  return new Response(`${JSON.stringify(schema, null, 2)}\n`);
};
