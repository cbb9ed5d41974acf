import type { APIRoute } from 'astro';
import { type Depth, depthIds } from '../../core/model/vocabulary.ts';
import { askData } from '../../load/site-data.ts';

export const getStaticPaths = () => depthIds.map((depth) => ({ params: { depth } }));

export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(askData(params['depth'] as Depth)));
