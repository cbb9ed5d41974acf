import process from 'node:process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assessmentJourneys } from './assessment-journeys.ts';
import type { Browser, StartBrowser } from './browser.ts';
import { features, missing } from './features.ts';
import { knowledgeJourneys } from './knowledge-journeys.ts';
import { Page } from './page.ts';
import { paperJourneys } from './paper-journeys.ts';
import { settingJourneys } from './setting-journeys.ts';
import { serveSite, type TestSite } from './site.ts';

/** What a journey finds when it begins. */
export interface Trip {
  site: TestSite;
  browser: Browser;
  page: Page;
}

/** The journeys of a person through the site, the same in every engine: one browser makes them all, each from the start. */
export function journeys(engine: string, startBrowser: StartBrowser): void {
  describe(engine, () => {
    const trip = {} as Trip;
    beforeAll(async () => {
      trip.site = await serveSite();
      trip.browser = await startBrowser('light');
      trip.page = new Page(trip.browser, trip.site.url);
    });
    afterAll(async () => {
      await trip.browser?.stop();
      await trip.site?.stop();
    });
    beforeEach(async () => {
      await trip.browser.resize(1280, 900);
      await trip.page.keep({});
    });
    afterEach(() => expect(trip.site.told()).toEqual([]));

    equipment(trip);
    assessmentJourneys(trip);
    paperJourneys(trip);
    knowledgeJourneys(trip);
    settingJourneys(trip, startBrowser);
  });
}

/** Says what the engine has, and checks that nothing which goes wrong in it would go unnoticed. */
function equipment(trip: Trip): void {
  test('the engine has what the site needs; the log says what else it has', async () => {
    const { browser, page } = trip;
    expect(await page.run(missing)).toEqual([]);
    const has = await page.run(features);
    const list = (wanted: boolean) =>
      Object.keys(has)
        .filter((name) => has[name] === wanted)
        .join(', ') || 'none';
    process.stdout.write(`\nfeatures: ${browser.name} has ${list(true)}; without: ${list(false)}\n`);
  });

  test('errors, complaints and policy violations are all noticed', async () => {
    const { page, site } = trip;
    await page.run(() => {
      console.error('complaint');
      document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/picture.png' }));
      setTimeout(() => {
        throw new Error('mistake');
      });
    });
    const heard: string[] = [];
    const all = () => {
      heard.push(...site.told());
      return heard.join();
    };
    for (const part of ['complaint', 'mistake', 'img-src']) await expect.poll(all).toContain(part);
    await page.goto('/404.html'); // by then it has reported everything about the picture
    site.told();
  });
}
