import { link } from './site.ts';
import { t } from './strings.ts';

/** Sections of the site, each with further folders whose pages belong to it. */
const sections: readonly { folder: string; further: readonly string[] }[] = [
  { folder: 'assess', further: [] },
  {
    folder: 'knowledge',
    further: ['entries', 'trouble', 'glossary', 'map', 'tensions', 'practices', 'templates', 'api'],
  },
  { folder: 'study', further: [] },
  { folder: 'method', further: [] },
  { folder: 'sample', further: [] },
];

/** A link of the main navigation. */
export interface NavigationLink {
  href: string;
  label: string;
  /** Whether the page is in that section. */
  isCurrent: boolean;
}

/** The main navigation as a page shows it. */
export const navigationOf = (pathname: string): NavigationLink[] =>
  sections.map(({ folder, further }) => ({
    href: link(`/${folder}/`),
    label: t(`site.${folder}`),
    isCurrent: [folder, ...further].some((name) => pathname.startsWith(link(`/${name}/`))),
  }));
