import type { APIRoute } from 'astro';
import { openingData } from '../../load/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(openingData()));
