import type { APIRoute } from 'astro';
import { sharingData } from '../../build/site-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(sharingData()));
