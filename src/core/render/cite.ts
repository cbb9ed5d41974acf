import * as messages from '#messages/cite.ts';

/** A work to cite, in the terms that all formats share. */
export interface Citable {
  /** Key in a bibliography: letters, digits and hyphens. */
  key: string;
  kind: 'webpage' | 'report';
  title: string;
  authors: readonly { family: string; given?: string }[];
  /** Site or series that contains it. */
  container: string;
  year: number;
  url: string;
  /** The cited part, for example its sections. */
  note?: string;
}

/** The citation formats, in the order in which they are offered. */
export const citationFormats = ['plain', 'bibtex', 'csl', 'ris'] as const;
type CitationFormat = (typeof citationFormats)[number];

const nameOf = ({ family, given }: Citable['authors'][number]) => (given ? `${family}, ${given}` : family);
/** Escapes the characters with a meaning in BibTeX. */
const escapeBibtex = (text: string) => text.replace(/[&%$#_]/g, '\\$&').replace(/[{}]/g, '');

const writers: Record<CitationFormat, (work: Citable) => string> = {
  plain: ({ authors, year, title, container, url, note }) =>
    `${authors.map(nameOf).join('; ')} (${year}). ${title}. ${container}.${note ? ` ${note}.` : ''} ${url}`,
  bibtex: ({ key, kind, title, authors, container, year, url, note }) =>
    [
      `@${kind === 'report' ? 'techreport' : 'misc'}{${key},`,
      `  title = {${escapeBibtex(title)}},`,
      `  author = {${authors.map((author) => (author.given ? nameOf(author) : `{${author.family}}`)).join(' and ')}},`,
      `  year = {${year}},`,
      `  ${kind === 'report' ? 'institution' : 'howpublished'} = {${escapeBibtex(container)}},`,
      ...(note ? [`  note = {${escapeBibtex(note)}},`] : []),
      `  url = {${url}}`,
      '}',
    ].join('\n'),
  csl: ({ key, kind, title, authors, container, year, url, note }) =>
    JSON.stringify(
      [
        {
          id: key,
          type: kind,
          title,
          author: authors.map(({ family, given }) => (given ? { family, given } : { literal: family })),
          issued: { 'date-parts': [[year]] },
          [kind === 'report' ? 'publisher' : 'container-title']: container,
          ...(note ? { note } : {}),
          URL: url,
        },
      ],
      null,
      2,
    ),
  ris: ({ kind, title, authors, container, year, url, note }) =>
    [
      `TY  - ${kind === 'report' ? 'RPRT' : 'ELEC'}`,
      ...authors.map((author) => `AU  - ${nameOf(author)}`),
      `TI  - ${title}`,
      `PY  - ${year}`,
      `${kind === 'report' ? 'PB' : 'T2'}  - ${container}`,
      ...(note ? [`N1  - ${note}`] : []),
      `UR  - ${url}`,
      'ER  - ',
    ].join('\n'),
};

/** Cites a work in one of the formats. */
export const cite = (work: Citable, format: CitationFormat): string => writers[format](work);

/** The citation of the study for some of its sections: the 2022 version, whose sections and Vs this site uses. */
export function studyCitation(sections: readonly string[]): Citable {
  return {
    key: 'shankar2022operationalizing',
    kind: 'report',
    title: 'Operationalizing Machine Learning: An Interview Study',
    authors: [
      { family: 'Shankar', given: 'Shreya' },
      { family: 'Garcia', given: 'Rolando' },
      { family: 'Hellerstein', given: 'Joseph M.' },
      { family: 'Parameswaran', given: 'Aditya G.' },
    ],
    container: 'arXiv:2209.09125',
    year: 2022,
    url: 'https://arxiv.org/abs/2209.09125',
    ...(sections.length > 0 ? { note: messages.sections(sections.join(', ')) } : {}),
  };
}

/** The citation of an entry of this site. */
export function entryCitation(entry: { id: string; title: string }, site: { url: string; year: number }): Citable {
  return {
    key: `trivium-${entry.id}`,
    kind: 'webpage',
    title: entry.title,
    authors: [{ family: messages.authors }],
    container: 'Trivium',
    year: site.year,
    url: site.url,
  };
}

/** The citation of this site as a whole. */
export function siteCitation(release: { title: string; version: string; year: number }, url: string): Citable {
  const { title, version, year } = release;
  const authors = [{ family: messages.authors }];
  return {
    key: 'trivium',
    kind: 'webpage',
    title,
    authors,
    container: 'Trivium',
    year,
    url,
    note: `Version ${version}`,
  };
}
