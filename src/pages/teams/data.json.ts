import type { APIRoute } from 'astro';
import { teamsData } from '../../build/page-data/teams.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(teamsData()));
