import type { APIRoute } from 'astro';
import { stringsFor } from '../../build/strings.ts';

/** The sentences of the dialog that makes a link. */
export const GET: APIRoute = () => new Response(JSON.stringify({ strings: stringsFor('assess/share') }));
