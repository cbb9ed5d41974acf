import type { APIRoute } from 'astro';
import { practicesCsv } from '../../build/page-data/practices.ts';

/** All practices side by side, as a file for spreadsheets. */
export const GET: APIRoute = () => new Response(practicesCsv());
