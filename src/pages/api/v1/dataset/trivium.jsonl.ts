import type { APIRoute } from 'astro';
import { datasetLines } from '../../../../build/data.ts';

/** Every record of every kind, one per line. */
export const GET: APIRoute = () => new Response(datasetLines);
