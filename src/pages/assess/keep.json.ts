import type { APIRoute } from 'astro';
import { keepingData } from '../../build/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(keepingData()));
