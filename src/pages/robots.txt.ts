import type { APIRoute } from 'astro';
import { absolute, link } from '../build/site.ts';

/** Every robot is welcome; the sitemap lists the pages. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(link('/sitemap.xml'))}\n`);
