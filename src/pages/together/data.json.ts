import type { APIRoute } from 'astro';
import { groupData } from '../../build/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(groupData(/^together\./)));
