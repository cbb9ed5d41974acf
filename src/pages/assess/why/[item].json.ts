import type { APIRoute } from 'astro';
import { pack, rationaleOf } from '../../../build/site-data.ts';

export const getStaticPaths = () => pack.items.map(({ id }) => ({ params: { item: id } }));

/** Why a question is asked, and on what it stands: fetched when somebody opens it. */
export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(rationaleOf(params['item'] ?? '')));
