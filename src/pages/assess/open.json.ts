import type { APIRoute } from 'astro';
import { stringsFor } from '../../build/strings.ts';

/** The sentences of the page that opens links. */
export const GET: APIRoute = () => new Response(JSON.stringify({ strings: stringsFor('assess/open') }));
