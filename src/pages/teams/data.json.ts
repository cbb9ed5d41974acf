import type { APIRoute } from 'astro';
import { teamsData } from '../../load/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(teamsData()));
