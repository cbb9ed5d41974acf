import type { APIRoute } from 'astro';
import { stringsFor } from '../../build/strings.ts';

/** Sentences for files, snapshots, former answers and conflicts: rarely needed, so fetched when they are. */
export const GET: APIRoute = () => new Response(JSON.stringify({ strings: stringsFor('assess/keep') }));
