// Prints Lighthouse's scores of the most important pages on a phone, as medians of several first visits. Fails if a value
// that does not depend on the machine is off: the scores other than performance, layout shift, blocking time, bytes.
// Needs a build. Installs Lighthouse into tools/lighthouse when it runs: npm run lighthouse
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { generateTeam } from '../../tests/support/teams.ts';
import { compress } from '../tasks/compress.mjs';
import { kinds, type PageKind, weigh } from '../tasks/page-weight.ts';
import { siteServer } from '../tasks/serve.mjs';
import { type LighthouseResult, loadLighthouse, visitOnPhone } from './lighthouse-visit.ts';
import { findProgram } from './measure.ts';
import { medians } from './quantile.ts';

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

/** The numbers of one visit: scores in hundredths, times in milliseconds, bytes as sent. */
function valuesOf({ categories: scores, audits }: LighthouseResult): Values {
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
const lowAudits = (results: readonly LighthouseResult[]): string[] =>
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
const storedDrafts = { 'trivium:assessment:kept': JSON.stringify(generateTeam(packOf(loadKnowledgeBase()), 7)) };

process.stdout.write('perf  a11y  best  seo   LCP ms  TBT ms  CLS    KB     page (medians)\n');
for (const kind of kinds.filter(({ kind }) => visitedKinds.includes(kind))) {
  const results: LighthouseResult[] = [];
  for (let number = 0; number < visits; number += 1)
    results.push(await visitOnPhone(lighthouse, { site, path: kind.path, categories, program, stored: storedDrafts }));
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
