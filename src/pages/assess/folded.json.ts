import type { APIRoute } from 'astro';
import { foldedTexts } from '../../build/page-data/report.ts';
import { stringsFor } from '../../build/strings.ts';

/** What the folded parts of a report say: fetched when the first of them is unfolded. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify({ ...foldedTexts(), strings: stringsFor('assess/folded') }));
