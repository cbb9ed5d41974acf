import type { APIRoute } from 'astro';
import { questionnaireData } from '../../build/page-data/questionnaire.ts';
import { type Depth, depthIds } from '../../core/model/ids.ts';

export const getStaticPaths = () => depthIds.map((depth) => ({ params: { depth } }));

export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(questionnaireData(params['depth'] as Depth)));
