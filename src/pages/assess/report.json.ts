import type { APIRoute } from 'astro';
import { reportData } from '../../load/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(reportData()));
