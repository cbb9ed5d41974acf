import type { APIRoute } from 'astro';
import { type Sample, samples } from '../../build/samples.ts';

export const getStaticPaths = () => samples().map((team) => ({ params: { team: team.id }, props: { team } }));

/** The answers of an invented team, as a file that Trivium can import. */
export const GET: APIRoute = ({ props }) =>
  new Response(`${JSON.stringify((props['team'] as Sample).answers, null, 1)}\n`);
