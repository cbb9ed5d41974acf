import type { APIRoute } from 'astro';
import { teamsData } from '../../build/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(teamsData()));
