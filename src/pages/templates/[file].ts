import type { APIRoute } from 'astro';
import { templates } from '../../build/templates.ts';

export const getStaticPaths = () => templates.map(({ file, text }) => ({ params: { file }, props: { text } }));

/** A template as a file to download. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
