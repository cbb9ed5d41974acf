// Lists the pages of the build in sitemap.xml, except those that search engines should not show.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const hidden = /^(404|500|assess\/(quick|full)\/)/;

/** An Astro integration. It takes the origin of the site, and its base path between slashes. */
export const sitemap = ({ site, base }) => ({
  name: 'sitemap',
  hooks: {
    'astro:build:done': ({ dir, pages }) => {
      const addresses = pages
        .map(({ pathname }) => pathname)
        .filter((pathname) => !hidden.test(pathname))
        .toSorted()
        .map((pathname) => `  <url><loc>${new URL(base + pathname, site).href}</loc></url>`);
      writeFileSync(
        fileURLToPath(new URL('sitemap.xml', dir)),
        `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join('\n')}\n</urlset>\n`,
      );
    },
  },
});
