import type { APIRoute } from 'astro';
import { explainStrings } from '../../build/site-data.ts';

/** Sentences that explain numbers: fetched when somebody asks for an explanation. */
export const GET: APIRoute = () => new Response(JSON.stringify({ strings: explainStrings() }));
