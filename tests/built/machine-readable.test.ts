import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';

const kb = loadKnowledgeBase();
const ids = [...kb.entries.keys()];
const read = (file: string) => readFileSync(`dist/${file}`, 'utf8');

test('every entry has a Markdown version, is in llms.txt and in the sitemap, and has structured data', () => {
  const [llms, sitemap] = [read('llms.txt'), read('sitemap.xml')];
  for (const id of ids) {
    expect(llms, id).toContain(`/entries/${id}.md`);
    expect(sitemap, id).toContain(`/entries/${id}/</loc>`);
    expect(existsSync(`dist/entries/${id}.md`), id).toBe(true);
    const [, json = '{}'] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(`entries/${id}/index.html`)) ?? [];
    expect(JSON.parse(json), id).toMatchObject({ '@type': 'DefinedTerm', identifier: id, termCode: id });
  }
});

test('the feed holds every change', () => {
  expect(read('feed.xml').match(/<entry>/g)).toHaveLength(kb.changes.length);
});

test('the card for sharing is there, and small enough', () => {
  expect(read('index.html').slice(0, 8192)).toContain('property="og:image"');
  const png = readFileSync('dist/card.png');
  expect(png.length).toBeLessThan(125_000);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]); // the size that previews expect
});
