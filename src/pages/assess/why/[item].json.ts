import type { APIRoute } from 'astro';
import { pack, reasonsOf } from '../../../load/site-data.ts';

export const getStaticPaths = () => pack.items.map(({ id }) => ({ params: { item: id } }));

/** Why a question is asked, and on what it stands: fetched when somebody opens it. */
export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(reasonsOf(params['item'] ?? '')));
