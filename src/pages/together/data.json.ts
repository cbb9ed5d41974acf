import type { APIRoute } from 'astro';
import { groupData } from '../../build/page-data/groups.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(groupData('together/data')));
