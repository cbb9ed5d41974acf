import type { APIRoute } from 'astro';
import { reportData } from '../../build/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(reportData()));
