import type { APIRoute } from 'astro';
import { printStrings } from '../../build/site-data.ts';

/** Sentences of the page that prints, and of files: fetched once the report stands. */
export const GET: APIRoute = () => new Response(JSON.stringify({ strings: printStrings() }));
