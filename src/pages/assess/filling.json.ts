import type { APIRoute } from 'astro';
import { fillingData } from '../../build/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(fillingData()));
