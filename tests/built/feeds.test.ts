import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { childrenOf, parseXml, type XmlElement } from '../support/xml.ts';

const read = (file: string) => readFileSync(`dist/${file}`, 'utf8');
const xml = (file: string) => parseXml(read(file));
const countsOf = (element: XmlElement, names: readonly string[]) =>
  names.map((name) => childrenOf(element, name).length);
const site = 'https://trivium.example';

test('the feed is Atom: each part that RFC 4287 asks for, once, with dates that it accepts', () => {
  const feed = xml('feed.xml');
  expect([feed.name, feed.attributes['xmlns']]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
  expect(countsOf(feed, ['id', 'title', 'updated', 'author'])).toEqual([1, 1, 1, 1]);
  const [self] = childrenOf(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self');
  expect(self?.attributes['href']).toBe(`${site}/feed.xml`);
  const entries = childrenOf(feed, 'entry');
  expect(entries.length).toBeGreaterThan(0);
  for (const entry of entries) expect(countsOf(entry, ['id', 'title', 'updated', 'summary'])).toEqual([1, 1, 1, 1]);
  const dates = [feed, ...entries].map((element) => childrenOf(element, 'updated')[0]?.text ?? '');
  expect(dates.filter((date) => !/^\d{4}-\d{2}-\d{2}T00:00:00Z$/.test(date) || Number.isNaN(Date.parse(date)))).toEqual(
    [],
  );
  expect(dates.toSorted().at(-1)).toBe(dates[0]);
  const ids = entries.map((entry) => childrenOf(entry, 'id')[0]?.text);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the search description is OpenSearch 1.1, within its lengths, and leads to the list of entries', () => {
  const description = xml('opensearch.xml');
  expect([description.name, description.attributes['xmlns']]).toEqual([
    'OpenSearchDescription',
    'http://a9.com/-/spec/opensearch/1.1/',
  ]);
  const textOf = (name: string) => childrenOf(description, name)[0]?.text ?? '';
  expect(textOf('ShortName').length).toBeLessThanOrEqual(16);
  expect(textOf('ShortName')).not.toBe('');
  expect(textOf('Description').length).toBeLessThanOrEqual(1024);
  const urls = childrenOf(description, 'Url').map(({ attributes }) => [attributes['type'], attributes['template']]);
  expect(urls).toEqual([
    ['text/html', `${site}/entries/?q={searchTerms}`],
    ['application/opensearchdescription+xml', `${site}/opensearch.xml`],
  ]);
  expect(read('entries/index.html')).toContain('name="q"');
});

test('every page names the search description', () => {
  for (const page of ['index.html', 'entries/alert-fatigue/index.html', 'assess/quick/index.html', '404.html'])
    expect(read(page)).toMatch(
      /<link rel="search" type="application\/opensearchdescription\+xml" [^>]*href="\/opensearch\.xml"/,
    );
});

test('robots.txt names the sitemap, which is one', () => {
  expect(read('robots.txt')).toContain(`\nSitemap: ${site}/sitemap.xml\n`);
  const sitemap = xml('sitemap.xml');
  expect([sitemap.name, sitemap.attributes['xmlns']]).toEqual([
    'urlset',
    'http://www.sitemaps.org/schemas/sitemap/0.9',
  ]);
  expect(childrenOf(sitemap, 'url').every((url) => childrenOf(url, 'loc').length === 1)).toBe(true);
  expect(read('sitemap.xml')).toContain(`<loc>${site}/api/</loc>`);
});

test('llms.txt lists every entry and leads to all of them in one text, with the ids of claims', () => {
  const ids = [...read('llms.txt').matchAll(/\/entries\/([a-z-]+)\.md\)/g)].map(([, id]) => id);
  const full = read('llms-full.txt');
  expect(ids.length).toBeGreaterThan(50);
  expect(ids.filter((id) => !full.includes(` · id: ${id}\n`))).toEqual([]);
  expect(read('llms.txt')).toContain(`${site}/llms-full.txt`);
  expect(read('llms.txt').split('\n')[0]).toBe('# Trivium');
  expect(full).toContain('[alert-fatigue])');
});

test('parseXml(text) throws for what is not well-formed', () => {
  expect(() => parseXml('<a><b></a>')).toThrow();
  expect(() => parseXml('<a>&nbsp;</a>')).toThrow();
  expect(parseXml('<a x="1">t<b/></a>')).toMatchObject({ name: 'a', text: 't', children: [{ name: 'b' }] });
});
