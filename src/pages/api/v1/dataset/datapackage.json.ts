import type { APIRoute } from 'astro';
import { datasetLines, describeDataset, packageFile } from '../../../../build/data.ts';

/** The description of the file with everything. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(describeDataset([packageFile('trivium.jsonl', 'jsonl', datasetLines)]), null, 2)}\n`);
