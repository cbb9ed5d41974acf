import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { reliabilityOf } from '../../src/core/reliability/reliability.ts';
import { runTrivium } from '../support/cli.ts';
import { parseCsv } from '../support/csv.ts';
import { generateTeam } from '../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const all = Array.from({ length: 9 }, (_, seed) => ({
  ...generateTeam(pack, seed),
  system: `System ${seed % 3}`,
  respondent: { name: `Person ${seed}` },
}));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-reliability-'));
  writeFileSync(path.join(folder, 'pilot.jsonl'), all.map((each) => `${JSON.stringify(each)}\n`).join(''));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('reliability prints the numbers of every question as JSON, and the same each time', async () => {
  const run = await runTrivium(['reliability', folder]);
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(JSON.parse(run.out)).toEqual(JSON.parse(JSON.stringify(reliabilityOf(all, pack))));
  expect(await runTrivium(['reliability', folder])).toEqual(run);
});

test('with semicolons, every number has a decimal comma, as German and French spreadsheets expect', async () => {
  const { out } = await runTrivium(['reliability', folder, '--format', 'csv', '--separator', 'semicolon']);
  const [names = [], ...rows] = parseCsv(out, ';');
  const { items } = reliabilityOf(all, pack);
  const alphas = rows.map((row) => row[names.indexOf('Alpha')]);
  expect(alphas).toEqual(items.map(({ alpha }) => (alpha === null ? '' : String(alpha).replace('.', ','))));
  expect(rows.flat().filter((cell) => /^-?\d+\.\d+$/.test(cell))).toEqual([]);
});

test('reliability --format html is a page of its own with a row for each question and its rounded numbers', async () => {
  const { out, status } = await runTrivium(['reliability', folder, '--format', 'html']);
  expect(status).toBe(0);
  const rows = [...out.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)];
  const cells = new Map(rows.map(([, title = '', rest = '']) => [title, rest]));
  const rounded = (value: number) => value.toFixed(2).replace('-0.00', '0.00');
  for (const { item, alpha, interval, levels } of reliabilityOf(all, pack).items) {
    const row = cells.get(pack.items.find(({ id }) => id === item)?.title ?? '') ?? '';
    expect(row, item).toContain(alpha === null ? '<td>–</td>' : `<td>${rounded(alpha)}`);
    if (interval) expect(row, item).toContain(rounded(interval.low));
    expect(row, item).toContain(levels.join(' · '));
  }
  expect(rows).toHaveLength(pack.items.length);
  expect(out).not.toMatch(/<script|\s(src|href)=|url\(/);
});

test('reliability --format csv has a row for each question, with empty cells for what is not defined', async () => {
  const { out } = await runTrivium(['reliability', folder, '--format', 'csv']);
  const [names = [], ...rows] = parseCsv(out);
  expect(rows.map(([item]) => item)).toEqual(pack.items.map(({ id }) => id));
  const { items } = reliabilityOf(all, pack);
  const column = (name: string) => rows.map((row) => row[names.indexOf(name)]);
  expect(column('Alpha')).toEqual(items.map(({ alpha }) => (alpha === null ? '' : String(alpha))));
  expect(column('Same again')).toEqual(items.map(() => ''));
});

test('reliability reads on after a bad file, says so, and refuses a folder without answers', async () => {
  writeFileSync(path.join(folder, 'bad.json'), '{');
  const run = await runTrivium(['reliability', folder]);
  expect(run).toMatchObject({ status: 1, err: expect.stringContaining('bad.json: ') });
  expect(JSON.parse(run.out).people).toBe(9);
  rmSync(path.join(folder, 'bad.json'));
  const empty = mkdtempSync(path.join(folder, 'empty-'));
  expect(await runTrivium(['reliability', empty])).toMatchObject({ status: 2, out: '' });
  expect(await runTrivium(['reliability', path.join(folder, 'nowhere')])).toMatchObject({ status: 2, out: '' });
  expect(await runTrivium(['reliability'])).toMatchObject({ status: 2, out: '' });
});
