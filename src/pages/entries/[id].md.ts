import type { APIRoute } from 'astro';
import { entries, entryOf } from '../../load/entries.ts';
import { entryMarkdown } from '../../load/entry-markdown.ts';

export const getStaticPaths = () => entries.map(({ id }) => ({ params: { id } }));

/** The Markdown twin of an entry. */
export const GET: APIRoute = ({ params }) => new Response(entryMarkdown(entryOf(params['id'] ?? '')));
