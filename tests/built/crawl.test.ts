import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { crawl } from '../../tools/tasks/crawl.mjs';
import { testBuilds } from '../../tools/tasks/test-builds.mjs';

const site = 'https://trivium.example';
const sites = [
  { folder: 'dist', base: '/' },
  { folder: testBuilds.sub.folder, base: testBuilds.sub.base },
  { folder: testBuilds.overlay.folder, base: testBuilds.overlay.base },
];

test.each(sites)('$folder: everything that the site names below $base is there, with its anchor and its slash', ({
  folder,
  base,
}) => {
  const { pages, broken } = crawl(folder, base, site);
  expect(pages.length).toBeGreaterThan(200);
  expect(broken).toEqual([]);
});

test.each(sites)('$folder: sitemap, offline copy and canonical addresses agree with the files', ({ folder, base }) => {
  const { pages, files, textOf } = crawl(folder, base, site);
  const listed = [...textOf('sitemap.xml').matchAll(/<loc>([^<]+)/g)].map(([, url = '']) => new URL(url).pathname);
  const hidden = pages.filter((page) => /\/((404|500)\.html|assess\/(quick|full)\/.*)$/.test(page));
  expect(listed.toSorted()).toEqual(pages.filter((page) => !hidden.includes(page)).toSorted());

  const copied: string[] = JSON.parse(/const files = (\[.*\]);/.exec(textOf('sw.js'))?.[1] ?? '[]');
  expect(copied.length).toBeGreaterThan(400);
  expect(
    copied.filter((file) => !files.includes(file === '' || file.endsWith('/') ? `${file}index.html` : file)),
  ).toEqual([]);
  expect(pages.filter((page) => !copied.includes(page.slice(base.length)))).toEqual([]);

  const wrong = pages.filter((page) => {
    const file = page.slice(base.length);
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(
      textOf(file === '' || file.endsWith('/') ? `${file}index.html` : file),
    );
    return canonical?.[1] !== (/^(404|500)\.html$/.test(file) ? undefined : site + page); // pages for any address
  });
  expect(wrong).toEqual([]);
});

test('the crawl finds what leads nowhere', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trivium-crawl-'));
  try {
    const links = [
      '/a/',
      '/b/index.html#no',
      '/b/here',
      'b/#yes',
      '/b/#yes',
      'https://other.example/x',
      '/b/open/#Code',
    ];
    mkdirSync(path.join(folder, 'open'));
    writeFileSync(path.join(folder, 'open/index.html'), '');
    writeFileSync(path.join(folder, 'index.html'), links.map((href) => `<a href="${href}">x</a>`).join(''));
    expect(crawl(folder, '/b/', site).broken).toEqual([
      'index.html -> /a/ (is not below /b/)',
      'index.html -> /b/index.html#no (has no such anchor)',
      'index.html -> /b/here (does not exist)',
      'index.html -> b/#yes (does not exist)',
      'index.html -> /b/#yes (has no such anchor)',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
