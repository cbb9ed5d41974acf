import type { APIRoute } from 'astro';
import { dataSchemaAddress } from '../../../build/data.ts';
import { pack } from '../../../build/pack.ts';

/** The assessment: every question, rule and number that a report is computed from. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify({ $schema: dataSchemaAddress('pack'), ...pack }, null, 1)}\n`);
