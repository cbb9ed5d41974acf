import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { textOfHtml } from '../support/markup.ts';

const entries = [...loadKnowledgeBase().entries.values()];
const read = (page: string) => readFileSync(`dist/${page}/index.html`, 'utf8');

test('how to notice an entry and what to do come before the evidence', () => {
  const order = ['id="notice"', 'id="tonight"', 'id="monday"', 'id="hosted"', 'class="text"'];
  for (const { id } of entries) {
    const html = read(`entries/${id}`);
    const places = order.map((part) => html.indexOf(part)).filter((place) => place >= 0);
    expect(html, id).toContain('class="text"');
    expect(places, id).toEqual(places.toSorted((a, b) => a - b));
  }
  for (const id of ['validate-data-in-and-out', 'natural-drift'])
    expect(order.filter((part) => !read(`entries/${id}`).includes(part))).toEqual([]);
});

test('every sentence in the list of symptoms links to its entry', () => {
  const [, list = ''] = /class="all-sentences[^>]*>([\s\S]*)/.exec(read('trouble')) ?? [];
  const links = [...list.matchAll(/<li[^>]*>\s*<a[^>]* href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)];
  const troubles = entries.filter(({ kind }) => kind === 'pain-point' || kind === 'anti-pattern');
  const expected = troubles.flatMap(({ id, symptoms }) => symptoms.map((symptom) => [`/entries/${id}/`, symptom]));
  expect(links.map(([, href, text = '']) => [href, textOfHtml(text)]).toSorted()).toEqual(expected.toSorted());
});
