import type { APIRoute } from 'astro';
import { entries, entryOf } from '../../build/entries.ts';
import { entryMarkdown } from '../../build/entry-markdown.ts';

export const getStaticPaths = () => entries.map(({ id }) => ({ params: { id } }));

/** The Markdown version of an entry. */
export const GET: APIRoute = ({ params }) => new Response(entryMarkdown(entryOf(params['id'] ?? '')));
