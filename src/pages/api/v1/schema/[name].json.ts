import type { APIRoute } from 'astro';
import { dataSchemaAddress } from '../../../../build/data.ts';
import { dataSchemas, publishedSchema } from '../../../../core/data/collections.ts';

export const getStaticPaths = () => Object.keys(dataSchemas).map((name) => ({ params: { name } }));

/** The JSON Schema of a file of the data. */
export const GET: APIRoute = ({ params }) => {
  const name = params['name'] as keyof typeof dataSchemas;
  const schema = publishedSchema(dataSchemas[name], dataSchemaAddress(name), `Trivium ${name}, version 1`);
  return new Response(`${JSON.stringify(schema, null, 1)}\n`);
};
