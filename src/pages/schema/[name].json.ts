import type { APIRoute } from 'astro';
import { schemas } from '../../build/schemas.ts';

export const getStaticPaths = () => Object.keys(schemas).map((name) => ({ params: { name } }));

/** A published JSON Schema. */
export const GET: APIRoute = ({ params }) =>
  new Response(`${JSON.stringify(schemas[params['name'] ?? '']?.(), null, 2)}\n`);
