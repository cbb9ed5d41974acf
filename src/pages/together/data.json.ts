import type { APIRoute } from 'astro';
import { groupData } from '../../load/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(groupData(/^together\./)));
