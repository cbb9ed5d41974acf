import type { APIRoute } from 'astro';
import { collectionFile } from '../../../build/data.ts';
import { type CollectionName, collections } from '../../../core/data/collections.ts';

export const getStaticPaths = () => collections.map(({ name }) => ({ params: { collection: name } }));

/** All records of one kind. */
export const GET: APIRoute = ({ params }) =>
  new Response(`${JSON.stringify(collectionFile(params['collection'] as CollectionName), null, 1)}\n`);
