import type { APIRoute } from 'astro';
import { stringsFor } from '../../build/strings.ts';

/** The sentences of a stage on one page, and of a meeting. */
export const GET: APIRoute = () => new Response(JSON.stringify({ strings: stringsFor('assess/filling') }));
