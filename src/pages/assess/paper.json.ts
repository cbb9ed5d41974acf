import type { APIRoute } from 'astro';
import { stringsFor } from '../../build/strings.ts';

/** Sentences of the print copy and of exports: fetched after the report has rendered. */
export const GET: APIRoute = () => new Response(JSON.stringify({ strings: stringsFor('assess/paper') }));
