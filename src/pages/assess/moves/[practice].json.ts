import type { APIRoute } from 'astro';
import { pack } from '../../../build/pack.ts';
import { howToOf } from '../../../build/page-data/report.ts';

export const getStaticPaths = () =>
  pack.items.filter(({ kind }) => kind === 'practice').map(({ id }) => ({ params: { practice: id } }));

/** How to make the moves of a practice. */
export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(howToOf(params['practice'] ?? '')));
