import type { APIRoute } from 'astro';
import { pack } from '../../../build/pack.ts';
import { rationaleOf } from '../../../build/page-data/questionnaire.ts';

export const getStaticPaths = () => pack.items.map(({ id }) => ({ params: { item: id } }));

/** Why a question is asked, with its evidence: fetched when a person opens it. */
export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(rationaleOf(params['item'] ?? '')));
