import type { Entry } from '../core/model/entry.ts';
import { entryLink } from './entries.ts';
import { absolute, address } from './site.ts';

/** The set of terms that all entries belong to. */
const termSet = () => ({ '@type': 'DefinedTermSet', name: 'Trivium', url: address('/entries/') });

/** An entry as structured data for search engines. */
export const entryJsonLd = (entry: Entry): object => ({
  '@context': 'https://schema.org',
  '@type': 'DefinedTerm',
  '@id': absolute(entryLink(entry.id)),
  identifier: entry.id,
  termCode: entry.id,
  name: entry.title,
  alternateName: entry.aliases,
  description: entry.summary,
  url: absolute(entryLink(entry.id)),
  inDefinedTermSet: termSet(),
  license: 'https://creativecommons.org/licenses/by/4.0/',
});

/** The study as structured data for search engines. */
export const studyJsonLd = (): object => ({
  '@context': 'https://schema.org',
  '@type': 'ScholarlyArticle',
  headline: 'Operationalizing Machine Learning: An Interview Study',
  author: ['Shreya Shankar', 'Rolando Garcia', 'Joseph M. Hellerstein', 'Aditya G. Parameswaran'].map((name) => ({
    '@type': 'Person',
    name,
  })),
  datePublished: '2022-09',
  identifier: 'arXiv:2209.09125',
  sameAs: 'https://arxiv.org/abs/2209.09125',
});
