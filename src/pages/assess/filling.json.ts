import type { APIRoute } from 'astro';
import { fillingData } from '../../load/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(fillingData()));
