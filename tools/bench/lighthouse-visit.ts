// Visits a page with Lighthouse, for `npm run lighthouse` and for the comparison with a peer.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { install } from '../run.mjs';

/** The fields of Lighthouse's result that are read here. */
export interface LighthouseResult {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { score: number | null; title: string; numericValue?: number }>;
}
type Lighthouse = (url: string, flags: object) => Promise<{ lhr: LighthouseResult }>;

/** A first visit to a page. */
export interface Visit {
  /** The origin of the site. It has to have a robots.txt if anything is stored. */
  site: string;
  path: string;
  categories: readonly string[];
  /** The browser; absent: the one that Playwright has installed. */
  program?: string | undefined;
  /** What localStorage holds before the visit. */
  stored?: Readonly<Record<string, string>>;
}

/** Loads Lighthouse from its own folder, and installs it there first if it is missing. */
export async function loadLighthouse(): Promise<Lighthouse> {
  const folder = 'tools/lighthouse';
  await install(folder, 'Lighthouse');
  const main = createRequire(path.resolve(folder, 'package.json')).resolve('lighthouse');
  return (await import(pathToFileURL(main).href)).default;
}

/** Visits a page in a new browser, as on a phone with a slow network. Returns Lighthouse's result. */
export async function visitOnPhone(
  lighthouse: Lighthouse,
  { site, path: address, categories, program, stored }: Visit,
): Promise<LighthouseResult> {
  const profile = mkdtempSync(path.join(tmpdir(), 'trivium-lighthouse-'));
  const browser = await chromium.launchPersistentContext(profile, {
    args: ['--remote-debugging-port=0'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'], // real visitors have this cache
    ...(program ? { executablePath: program } : {}),
  });
  try {
    if (stored) {
      const page = await browser.newPage();
      await page.goto(`${site}/robots.txt`); // a page of this site without scripts
      await page.evaluate((texts) => Object.assign(localStorage, texts), stored);
      await page.close();
    }
    const [port] = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
    const { lhr } = await lighthouse(site + address, {
      port: Number(port),
      onlyCategories: categories,
      disableStorageReset: true,
      logLevel: 'error',
      output: 'json',
    });
    return lhr;
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
