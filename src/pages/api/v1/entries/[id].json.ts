import type { APIRoute } from 'astro';
import { dataSchemaAddress, recordsByName } from '../../../../build/data.ts';

export const getStaticPaths = () =>
  recordsByName.entries.map((record) => ({ params: { id: record.id }, props: { record } }));

/** One entry. */
export const GET: APIRoute<{ record: object }> = ({ props }) =>
  new Response(`${JSON.stringify({ $schema: dataSchemaAddress('entry'), ...props.record }, null, 1)}\n`);
