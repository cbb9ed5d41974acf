import type { APIRoute } from 'astro';
import { paperStrings } from '../../load/site-data.ts';

/** Sentences of the page that prints, and of files: fetched once the report stands. */
export const GET: APIRoute = () => new Response(JSON.stringify({ strings: paperStrings() }));
