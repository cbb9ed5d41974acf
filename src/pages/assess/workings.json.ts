import type { APIRoute } from 'astro';
import { workingsStrings } from '../../load/site-data.ts';

/** Sentences that explain numbers: fetched when somebody asks for an explanation. */
export const GET: APIRoute = () => new Response(JSON.stringify({ strings: workingsStrings() }));
