import type { Site } from '../app/shared/view-data.ts';
import { pack } from './pack.ts';
import { readProjectText } from './source.ts';
import { language, t } from './strings.ts';

const citationFile = readProjectText('CITATION.cff');
const citationField = (pattern: RegExp): string => pattern.exec(citationFile)?.[1] ?? '';

/** Title, version and year of the release, from CITATION.cff. */
export const release = {
  title: citationField(/^title: "(.+)"$/m),
  version: citationField(/^version: (.+)$/m),
  year: Number(citationField(/^date-released: (\d{4})/m)),
};

/** The versions of the site and of its questions, for sentences. */
export const versions = { trivium: release.version, questions: pack.version };

const base = (process.env['SITE_BASE'] || '/').replace(/\/$/, '');

/** Puts the site's base before a path. */
export const link = (path: string): string => base + path;

const siteUrl = process.env['SITE_URL'] || 'https://trivium.example';
/** The address of a path on the host of the site. */
export const absolute = (path: string): string => new URL(path, siteUrl).href;

/** The address of a page or file of the site, by its path below the site's base. */
export const address = (path: string): string => absolute(link(path));

/** The icon as an address that holds it, since a request for so little takes longer than its bytes. */
export const icon = `data:image/svg+xml,${readProjectText('public/favicon.svg')
  .trim()
  .replaceAll('"', "'")
  .replaceAll(/[<>#]/g, encodeURIComponent)}`;

/** The site as views see it at build time. */
export const site: Site = { t, language, link };
