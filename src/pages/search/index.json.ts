import type { APIRoute } from 'astro';
import { loadKnowledgeBase } from '../../build/knowledge-base.ts';
import { searchData } from '../../search/search-data.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(searchData(loadKnowledgeBase())));
