import type { APIRoute } from 'astro';
import { reportData } from '../../build/page-data/report.ts';

/** Without the outline, which the browser takes from the pack. */
export const GET: APIRoute = () => {
  const { outline: _, ...file } = reportData();
  return new Response(JSON.stringify(file));
};
