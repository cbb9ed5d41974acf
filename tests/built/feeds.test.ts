import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { xmlProblems } from '../support/valid-xml.ts';
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

const schemas = { 'feed.xml': 'atom.rng', 'opensearch.xml': 'opensearch.rng', 'sitemap.xml': 'sitemap.xsd' } as const;

test.each(Object.entries(schemas))('%s is valid against the schema %s', (file, schema) => {
  expect(xmlProblems(read(file), schema)).toEqual([]);
});

test.each([
  ['a feed without an id', 'feed.xml', /<id>.*?<\/id>/, ''],
  ['a feed without an author', 'feed.xml', /<author>.*?<\/author>/, ''],
  ['an author without a name', 'feed.xml', /<name>.*?<\/name>/, ''],
  ['an entry with two titles', 'feed.xml', '<summary>', '<title>Again</title><summary>'],
  ['an entry without a date', 'feed.xml', /(<entry>[\s\S]*?)<updated>.*?<\/updated>/, '$1'],
  ['a date without a time', 'feed.xml', /T00:00:00Z/, ''],
  ['a month that does not exist', 'feed.xml', /-\d\d-(\d\dT)/, '-13-$1'],
  ['a link without an address', 'feed.xml', / href="[^"]*"/, ''],
  ['an element of RSS', 'feed.xml', '<entry>', '<description>x</description><entry>'],
  ['a description without a name', 'opensearch.xml', /<ShortName>.*?<\/ShortName>/, ''],
  ['a name of 17 letters', 'opensearch.xml', /<ShortName>.*?</, `<ShortName>${'x'.repeat(17)}<`],
  ['an address without a type', 'opensearch.xml', ' type="text/html"', ''],
  ['a description without an address', 'opensearch.xml', /<Url [^>]*>/g, ''],
  ['a sitemap without a page', 'sitemap.xml', /<url>[\s\S]*<\/url>/, ''],
  ['a page without an address', 'sitemap.xml', /<loc>.*?<\/loc>/, ''],
  ['an address without a host', 'sitemap.xml', /<loc>https?:\/\/[^/]*/, '<loc>'],
  ['a page that is listed twice', 'sitemap.xml', /<url>.*?<\/url>/, '$&$&'],
] as const)('%s is not valid', (_, file, part, other) => {
  const text = read(file);
  const broken = text.replace(part, other);
  expect(broken).not.toBe(text);
  expect(xmlProblems(broken, schemas[file])).not.toEqual([]);
});

test('every page names the search description', () => {
  for (const page of ['index.html', 'entries/alert-fatigue/index.html', 'assess/quick/index.html', '404.html'])
    expect(read(page)).toMatch(
      /<link rel="search" type="application\/opensearchdescription\+xml" [^>]*href="\/opensearch\.xml"/,
    );
});

test('robots.txt has groups of rules as RFC 9309 defines them, and nothing else', () => {
  const lines = read('robots.txt')
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line));
  const group = /^(user-agent: \S+\n)+((allow|disallow): (\/\S*)?\n)+/gim;
  expect(`${lines.join('\n')}\n`.replaceAll(group, '')).toBe(`Sitemap: ${site}/sitemap.xml\n`);
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
