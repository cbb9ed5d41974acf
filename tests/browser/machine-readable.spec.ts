import { expect, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';

const kb = loadKnowledgeBase();
const ids = [...kb.entries.keys()];

test('every entry has a Markdown version, is in llms.txt and in the sitemap, and has structured data', async ({
  request,
}) => {
  const [llms, sitemap] = await Promise.all(
    ['/llms.txt', '/sitemap.xml'].map(async (path) => (await request.get(path)).text()),
  );
  for (const id of ids) {
    expect(llms, id).toContain(`/entries/${id}.md`);
    expect(sitemap, id).toContain(`/entries/${id}/</loc>`);
    expect((await request.get(`/entries/${id}.md`)).status(), id).toBe(200);
    const page = await (await request.get(`/entries/${id}/`)).text();
    const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(json), id).toMatchObject({ '@type': 'DefinedTerm', identifier: id, termCode: id });
  }
});

test('the feed holds every change and is well formed', async ({ page, request }) => {
  const text = await (await request.get('/feed.xml')).text();
  await page.goto('about:blank'); // our own pages do not allow parsing markup
  const found = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'application/xml');
    return { broken: feed.querySelector('parsererror') !== null, items: feed.querySelectorAll('entry').length };
  }, text);
  expect(found).toEqual({ broken: false, items: kb.changes.length });
});

test('the card for sharing is there, and small enough', async ({ request }) => {
  const home = await (await request.get('/')).text();
  expect(home.slice(0, 8192)).toContain('property="og:image"');
  const card = await request.get('/card.png');
  const png = await card.body();
  expect(png.length).toBeLessThan(125_000);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]); // the size that previews expect
});
