import type { APIRoute } from 'astro';
import { openingData } from '../../build/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(openingData()));
