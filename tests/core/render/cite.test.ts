import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { expect, test } from 'vitest';
import { type Citable, cite, entryCitation, studyCitation } from '../../../src/core/render/cite.ts';

// Written by us, read by an independent parser.

const works: [string, Citable][] = [
  [
    'an entry',
    entryCitation(
      { id: 'alert-fatigue', title: 'Alert fatigue & more: 90 % of it' },
      { url: 'https://trivium.example/entries/alert-fatigue/', year: 2026 },
    ),
  ],
  ['the study', studyCitation(['5.1.2', '5.1.2.1'])],
];

interface Read {
  title: string;
  URL: string;
  issued: { 'date-parts': number[][] };
  author: { family?: string; literal?: string }[];
}

for (const [name, work] of works) {
  for (const format of ['bibtex', 'csl', 'ris'] as const) {
    test(`${format} of ${name} says the same to another parser`, () => {
      const [read] = new Cite(cite(work, format)).data as Read[];
      expect(read?.title.replaceAll(/\s+/g, ' ')).toBe(work.title);
      expect(read?.URL).toBe(work.url);
      expect(Number(read?.issued['date-parts'][0]?.[0])).toBe(work.year);
      expect(read?.author).toHaveLength(work.authors.length);
      expect(read?.author[0]?.family ?? read?.author[0]?.literal).toBe(work.authors[0]?.family);
    });
  }

  test(`the plain text of ${name} names authors, year, title and address`, () => {
    const text = cite(work, 'plain');
    for (const part of [work.authors[0]?.family ?? '', String(work.year), work.title, work.url])
      expect(text).toContain(part);
  });
}
