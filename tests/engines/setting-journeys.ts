import { expect, test } from 'vitest';
import { readLink } from '../../src/core/link/read-link.ts';
import type { StartBrowser } from './browser.ts';
import { features } from './features.ts';
import type { Trip } from './journeys.ts';
import { Page } from './page.ts';
import { kb, pack, team } from './sample.ts';

/** Features that `site.poor` takes away. */
const taken = ['service worker', 'web locks', 'compression streams', 'workers', 'clipboard', 'share'];

/** Where people find themselves: with a small window, without a network, with an old engine, in the dark. */
export function settingJourneys(trip: Trip, startBrowser: StartBrowser): void {
  test('no page is wider than a phone', async () => {
    const { browser, page } = trip;
    await page.keep({ mine: team, before: { ...team, date: '2026-05-04' } });
    await browser.resize(390, 844);
    for (const path of [
      ...['/', '/assess/', '/assess/quick/fast-idea-to-model/', '/assess/quick/check/', '/assess/full/report/'],
      ...['/compare/', '/entries/', '/entries/alert-fatigue/', '/map/', '/study/matrix/', '/method/', '/teams/'],
    ]) {
      await page.goto(path);
      if (path.endsWith('/report/')) await page.count('.report > .practice-sheet').toBe(1);
      if (path === '/compare/') await page.count('.sentences li').toBeGreaterThan(0);
      const [wide = 0, room = 0] = await page.run(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(room, path).toBeGreaterThan(360); // a scroll bar may take its part
      expect(wide, path).toBeLessThanOrEqual(room);
    }
  });

  test('after a visit the site works without a network, where the engine keeps copies', async () => {
    const { page, site } = trip;
    // An active worker serves the next page, whether or not it has taken over this one.
    const keeps = async () =>
      page.run(async () => (await navigator.serviceWorker?.getRegistration())?.active?.state === 'activated');
    await page.goto('/entries/alert-fatigue/');
    if (!(await page.run(features))['service worker']) return;
    await expect.poll(keeps, { timeout: 60_000 }).toBe(true); // the copy has every file of the site
    site.leave();
    try {
      await page.goto('/entries/feedback-delays/');
      await page.text('h1').toBe(kb.entries.get('feedback-delays')?.title);
      await page.goto('/assess/quick/fast-idea-to-model/');
      await page.click('.choice');
      await page.count('.choice :checked').toBe(1);
    } finally {
      await site.come();
    }
  });

  test('an engine with fewer features still keeps answers, makes links, and says what it cannot do', async () => {
    const { browser, page, site } = trip;
    site.poor = true;
    try {
      await page.goto('/assess/quick/fast-idea-to-model/');
      const has = await page.run(features);
      expect(taken.filter((name) => has[name])).toEqual([]);
      await page.text('.steps button').toBe('Continue');
      await page.click('.choice');
      await page.text('.status').toMatch(/^Saved in this browser/);
      await browser.reload();
      await page.count('.choice :checked').toBe(1);

      await page.goto('/method/');
      await page.click('form.search input');
      await page.press('drift');
      await page.text('form.search [role=status]').toContain('The search could not be loaded');

      await page.keep({ mine: team });
      await page.openReport();
      await page.click('button', 'Share a private link');
      await page.click('.part', 'The name of the system');
      await page.text('.link-contents').toContain('Parcel times');
      await page.text('.shared-link').toContain('/open/#');
      const link = await page.run(() => document.querySelector('.shared-link')?.textContent ?? '');
      expect(await readLink(link, pack)).toMatchObject({ ok: true, value: { system: 'Parcel times' } });
      await page.click('button', 'Copy link');
      await page.text('dialog.share').toContain('The link is selected');
      expect(await page.run(() => String(getSelection()))).toBe(link);
      await page.goto(link.slice(link.indexOf('/open/')));
      await page.text('[role=alert]').toContain('cannot unpack');
    } finally {
      site.poor = false;
    }
  });

  test('in the dark, paper is dark and text is light', async () => {
    const { site } = trip;
    const dark = await startBrowser('dark');
    try {
      const night = new Page(dark, site.url);
      await night.keep({ mine: team });
      for (const path of [
        '/',
        '/assess/quick/fast-idea-to-model/',
        '/assess/full/report/',
        '/entries/alert-fatigue/',
      ]) {
        await night.goto(path);
        await night.count('main h1').toBe(1);
        const light = await night.run(() => {
          const lightness = (colour: string) => Math.max(...(colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
          const { backgroundColor } = getComputedStyle(document.documentElement);
          return [
            lightness(backgroundColor),
            lightness(getComputedStyle(document.querySelector('h1') ?? document.body).color),
          ];
        });
        expect(light[0], path).toBeLessThan(70);
        expect(light[1], path).toBeGreaterThan(180);
      }
    } finally {
      await dark.stop();
    }
  });
}
