import type { APIRoute } from 'astro';
import { howTo, pack } from '../../../build/site-data.ts';

export const getStaticPaths = () =>
  pack.items.filter(({ kind }) => kind === 'practice').map(({ id }) => ({ params: { practice: id } }));

/** How the move of a practice is made. */
export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(howTo(params['practice'] ?? '')));
