// Checks the two variables that say where the site will be served, before anything is built with them.

/** Names that the build uses if `SITE_URL` is not set. */
const madeUp = 'https://trivium.example';

/** Why `SITE_URL` cannot be used; undefined if it can. */
function urlProblem(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href && !/[?#]/.test(text)) return undefined;
  return `SITE_URL is "${text}". Possible: a scheme and a host, such as https://trivium.example.org; a path belongs in SITE_BASE. Correct it.`;
}

/** Why `SITE_BASE` cannot be used; undefined if it can. */
function baseProblem(text) {
  const isPath = /^\/([\w.~-]+\/)*$/.test(text) && !/\/\.{1,2}\//.test(text);
  return isPath
    ? undefined
    : `SITE_BASE is "${text}". Possible: "/", or a path that starts and ends with a slash, such as /trivium/. Correct it.`;
}

/**
 * Reads where the site will be served.
 * @param {Record<string, string | undefined>} env the environment; an empty variable counts as one that is not set
 * @returns `site`, an origin, and `base`, a path between slashes. Throws with a sentence if one cannot be used.
 */
export function readSiteAddress({ SITE_URL: url, SITE_BASE: base }) {
  const problem = (url && urlProblem(url)) || (base && baseProblem(base));
  if (problem) throw new Error(problem);
  return { site: url || madeUp, base: base || '/' };
}

/** An Astro integration: says after a build that it names a made-up address. */
export const siteAddress = (env) => ({
  name: 'site-address',
  hooks: {
    'astro:build:done': ({ logger }) => {
      if (!env.SITE_URL)
        logger.warn(
          `SITE_URL is not set, so canonical addresses, the sitemap and the feed name ${madeUp}. Set it before you publish: SITE_URL=https://trivium.example.org npm run build`,
        );
    },
  },
});
