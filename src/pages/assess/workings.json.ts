import type { APIRoute } from 'astro';
import { stringsFor } from '../../build/strings.ts';

/** Sentences that explain numbers: fetched when a person asks for an explanation. */
export const GET: APIRoute = () => new Response(JSON.stringify({ strings: stringsFor('assess/workings') }));
