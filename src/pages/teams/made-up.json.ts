import type { APIRoute } from 'astro';
import { madeUpTeams } from '../../build/page-data/made-up-teams.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(madeUpTeams()));
