// Prints Lighthouse's scores of the most important pages on a phone, as medians of several first visits. Fails if a value
// that does not depend on the machine is off: the scores other than performance, layout shift, blocking time, bytes.
// Needs a build. Installs Lighthouse into tools/lighthouse when it runs: npm run lighthouse
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { generateTeam } from '../../tests/support/teams.ts';
import { install } from '../run.mjs';
import { compress } from '../tasks/compress.mjs';
import { kinds, type PageKind, weigh } from '../tasks/page-weight.ts';
import { siteServer } from '../tasks/serve.mjs';
import { findProgram, medians } from './measure.ts';

const visits = 5;
/** Kinds of page in page-weight.ts to visit. Arguments choose others: npm run lighthouse -- report "many teams" */
const args = process.argv.slice(2);
const visitedKinds = args.length > 0 ? args : ['home', 'entry', 'question, quick', 'report'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const measures = {
  lcp: 'largest-contentful-paint',
  tbt: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
  bytes: 'total-byte-weight',
} as const;

type Values = Record<(typeof categories)[number] | keyof typeof measures, number>;

/** The fields of Lighthouse's result that are read here. */
interface Result {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { score: number | null; title: string; numericValue?: number }>;
}
type Lighthouse = (url: string, flags: object) => Promise<{ lhr: Result }>;

/** Loads Lighthouse from its own folder, and installs it there first if it is missing. */
async function loadLighthouse(): Promise<Lighthouse> {
  const folder = 'tools/lighthouse';
  install(folder, 'Lighthouse');
  const main = createRequire(path.resolve(folder, 'package.json')).resolve('lighthouse');
  return (await import(pathToFileURL(main).href)).default;
}

/** Visits a page for the first time, with only a complete assessment in storage. Returns Lighthouse's result. */
async function visit(
  lighthouse: Lighthouse,
  site: string,
  url: string,
  assessment: string,
  program?: string,
): Promise<Result> {
  const profile = mkdtempSync(path.join(tmpdir(), 'trivium-lighthouse-'));
  const browser = await chromium.launchPersistentContext(profile, {
    args: ['--remote-debugging-port=0'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'], // real visitors have this cache
    ...(program ? { executablePath: program } : {}),
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${site}/robots.txt`); // a page of this site without scripts
    await page.evaluate((text) => localStorage.setItem('trivium:assessment:kept', text), assessment);
    await page.close();
    const [port] = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
    const { lhr } = await lighthouse(site + url, {
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

/** The numbers of one visit: scores in hundredths, times in milliseconds, bytes as sent. */
function valuesOf({ categories: scores, audits }: Result): Values {
  const values = [
    ...categories.map((name) => [name, Math.round((scores[name]?.score ?? 0) * 100)]),
    ...Object.entries(measures).map(([name, audit]) => [name, audits[audit]?.numericValue ?? Number.NaN]),
  ];
  return Object.fromEntries(values) as Values;
}

/** A sentence for each requirement that a page fails, among those that hold on every machine. */
function failures(values: Values, kind: PageKind): string[] {
  const bytes = weigh(kind).total; // Lighthouse also counts headers, which are long here and short over HTTP/2
  const rules: [isKept: boolean, sentence: string][] = [
    ...categories
      .filter((name) => name !== 'performance')
      .map((name): [boolean, string] => [values[name] === 100, `${name} is ${values[name]}, not 100`]),
    [values.cls === 0, `the layout shifts by ${values.cls}`],
    [values.tbt === 0, `scripts block for ${values.tbt.toFixed(0)} ms`],
    [bytes <= kind.budget * 1000, `${bytes} bytes are more than ${kind.budget} KB`],
  ];
  return rules.filter(([isKept]) => !isKept).map(([, sentence]) => sentence);
}

/** Audits with a low score in every visit: what there is to improve. */
const lowAudits = (results: readonly Result[]): string[] =>
  Object.entries(results[0]?.audits ?? {})
    .filter(([id]) => results.every(({ audits }) => (audits[id]?.score ?? 1) < 0.9))
    .map(([id, { title }]) => `${id} (${title})`);

const lighthouse = await loadLighthouse();
const folder = mkdtempSync(path.join(tmpdir(), 'trivium-lighthouse-site-'));
cpSync('dist', folder, { recursive: true });
compress(folder); // as hosts send it
const server = siteServer({ root: folder }).listen(0, '127.0.0.1');
await once(server, 'listening');
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const program = await findProgram();
const assessment = JSON.stringify(generateTeam(packOf(loadKnowledgeBase()), 7));

process.stdout.write('perf  a11y  best  seo   LCP ms  TBT ms  CLS    KB     page (medians)\n');
for (const kind of kinds.filter(({ kind }) => visitedKinds.includes(kind))) {
  const results: Result[] = [];
  for (let number = 0; number < visits; number += 1)
    results.push(await visit(lighthouse, site, kind.path, assessment, program));
  const values = medians(results.map(valuesOf));
  const scores = categories.map((name) => String(values[name]).padEnd(6)).join('');
  const rest = [values.lcp.toFixed(0), values.tbt.toFixed(0), values.cls.toFixed(3), (values.bytes / 1000).toFixed(1)];
  process.stdout.write(`${scores}${rest.map((cell) => cell.padEnd(8)).join('')}${kind.kind}\n`);
  for (const sentence of failures(values, kind)) {
    process.stdout.write(`      ${sentence}\n`);
    process.exitCode = 1;
  }
  for (const audit of lowAudits(results)) process.stdout.write(`      low in every visit: ${audit}\n`);
}
server.close();
rmSync(folder, { recursive: true });
