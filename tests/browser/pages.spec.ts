import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { packOf } from '../../src/core/assessment/pack.ts';
import { loadKnowledgeBase } from '../../src/load/knowledge-base.ts';
import { generateTeam } from '../support/teams.ts';

const templates = [
  '/',
  '/assess/',
  '/assess/quick/',
  '/assess/quick/fast-idea-to-model/',
  '/assess/quick/check/',
  '/assess/full/stage/evaluation-deployment/',
  '/assess/full/meeting/',
  '/assess/full/meeting/fast-idea-to-model/',
  '/assess/full/report/',
  '/open/',
  '/sample/',
  '/teams/',
  '/sample/invoice-reader/',
  '/sample/card-fraud-score/',
  '/sample/ad-ranking/',
  '/knowledge/',
  '/entries/',
  '/entries/kind/practices/',
  '/entries/long-tail-of-bugs/',
  '/entries/actionable-alerts/',
  '/entries/velocity-and-validation/',
  '/entries/monitoring-response/',
  '/trouble/',
  '/glossary/',
  '/map/',
  '/tensions/',
  '/study/',
  '/study/versions/',
  '/study/literature/',
  '/study/frameworks/',
  '/study/matrix/',
  '/study/transcripts/',
  '/study/claims/',
  '/study/claims/2022-4/',
  '/study/participants/',
  '/study/participants/P8/',
  '/method/',
  '/compare/',
  '/together/',
  '/404.html',
];
const pack = packOf(loadKnowledgeBase());
const team = JSON.stringify(generateTeam(pack, 4));
/** Earlier assessments of the same system, for the pages that set several side by side. */
const more = [9, 12].map((seed) => JSON.stringify({ ...generateTeam(pack, seed), date: `2026-0${seed % 8}-10` }));

async function open(page: Page, path: string, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.addInitScript((text) => localStorage.setItem('trivium:assessment:test', text), team);
  if (path === '/compare/' || path === '/together/') {
    await page.addInitScript((texts) => {
      texts.forEach((text, at) => {
        localStorage.setItem(`trivium:assessment:more-${at}`, text);
      });
    }, more);
  }
  await page.goto(path);
  if (path === '/compare/') await expect(page.locator('.trend')).toBeVisible();
  else if (path === '/together/') {
    for (let at = 0; at < 3; at += 1) await page.locator('.add-kept button').first().click();
    await expect(page.locator('.every')).toBeVisible();
  } else if (path.includes('report')) await expect(page.locator('.report .profile')).toBeVisible();
  else if (path.startsWith('/assess/quick/fast'))
    await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
}

for (const path of templates) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`${path} has no accessibility violation, ${scheme}`, async ({ page }) => {
      await open(page, path, scheme);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ target }) => target.join(' '))
              .slice(0, 3)
              .join(', ')}`,
        ),
      ).toEqual([]);
    });
  }

  test(`${path} has one heading of the first level, a title and no sideways scrolling at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(page, path, 'light');
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await page.title()).toMatch(/\w/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test('every internal link leads somewhere, with its anchor', async ({ page, request }) => {
  const broken: string[] = [];
  const bodies = new Map<string, string>();
  const bodyOf = async (path: string) => {
    if (!bodies.has(path)) {
      const response = await request.get(path);
      bodies.set(path, response.ok() ? await response.text() : '');
    }
    return bodies.get(path) ?? '';
  };
  const queue = ['/'];
  const seen = new Set(queue);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const body = await bodyOf(path);
    for (const [, href = ''] of body.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), `http://127.0.0.1${path}`);
      if (url.hostname !== '127.0.0.1') continue; // other sites are not ours to follow
      const target = await bodyOf(url.pathname);
      if (target === '') broken.push(`${path} -> ${href}`);
      else if (url.hash && !target.includes(`id="${url.hash.slice(1)}"`))
        broken.push(`${path} -> ${href} (no such anchor)`);
      if (target !== '' && !seen.has(url.pathname)) {
        seen.add(url.pathname);
        queue.push(url.pathname);
      }
    }
  }
  expect(seen.size).toBeGreaterThan(200);
  expect(broken).toEqual([]);
  await page.close();
});

test('an address that does not exist answers 404 with a page', async ({ page }) => {
  const response = await page.goto('/nowhere/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
});

test('answers and primary buttons are at least 44 px high', async ({ page }) => {
  await open(page, '/assess/quick/fast-idea-to-model/', 'light');
  for (const target of await page.locator('.choice, .primary').all()) {
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});
