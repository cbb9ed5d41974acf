import type { APIRoute } from 'astro';
import { dataIndex } from '../../../build/data.ts';

/** What data there is, and where. */
export const GET: APIRoute = () => new Response(`${JSON.stringify(dataIndex(), null, 1)}\n`);
