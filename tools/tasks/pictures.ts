// Takes the picture of link previews and the picture of the README from the report of a sample team: npm run pictures
// (needs a build in dist and a Chromium). Both are committed, because a build has no browser.
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { siteServer } from './serve.mjs';

/** The report of a sample team. */
const report = '/sample/card-fraud-score/';
/** Leaves the name of the site, the verdict and the first three stages of the practice sheet, up to the next rule. */
const sheetOnly = `
  .site-head > :not(:first-child), .site-foot, .breadcrumb, main > :not(.report, :has(.report)),
  .report > :not(header, .sheet), .report > header > :not(h1), .report-meta { display: none !important; }
  body { max-width: 1200px !important; }
  .site-head { margin: 0 !important; padding: 20px 0 8px !important; border: 0 !important; }
  .site-head::after { content: "A sample report of a made-up team"; margin-inline-start: auto; font: 20px system-ui; }
  main { padding: 0 !important; max-width: none !important; }
  .report h1 { margin: 0 0 16px !important; font-size: 34px !important; }
  .report .sheet { margin: 0 !important; } .sheet-title { display: none !important; }
  .sheet figure { height: 425px; overflow: hidden; }`;

const server = siteServer({ root: 'dist', base: '/' });
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${report}`;
const executablePath = process.env['CHROMIUM'];
const browser = await chromium.launch(executablePath ? { executablePath } : {});

/** Takes a picture of the top of the report. `style` changes what is shown; the policy of the page is left out for it. */
async function takePicture(file: string, width: number, height: number, style = ''): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light', bypassCSP: true });
  await page.goto(address);
  if (style) await page.addStyleTag({ content: style });
  await page.screenshot({ path: file });
  await page.close();
}

await takePicture('public/card.png', 1200, 630, sheetOnly);
await takePicture('public/report.png', 1280, 1180);
await browser.close();
server.close();
