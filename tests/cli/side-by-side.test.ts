import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { t } from '../../src/build/strings.ts';
import { compare } from '../../src/core/assessment/compare.ts';
import { mergeRespondents } from '../../src/core/assessment/respondents.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { renderComparison, renderMerge } from '../../src/core/render/side-by-side.ts';
import { runTrivium } from '../support/cli.ts';
import { generateTeam } from '../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const [one, two, three] = [1, 2, 3].map((seed) => generateTeam(pack, seed)) as [
  ReturnType<typeof generateTeam>,
  ReturnType<typeof generateTeam>,
  ReturnType<typeof generateTeam>,
];
let folder: string;
const files: Record<string, string> = {};
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-side-'));
  const texts = {
    one: JSON.stringify(one),
    two: JSON.stringify(two),
    three: JSON.stringify(three),
    bad: '{"format":"other"}',
    link: `https://trivium.example/open/#${await writeLink(two, pack)}\n`,
  };
  for (const [name, text] of Object.entries(texts)) {
    files[name] = path.join(folder, `${name}.txt`);
    writeFileSync(files[name], text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const trivium = (...args: string[]) => runTrivium(args.map((arg) => files[arg] ?? arg));

test('compare prints the comparison object, or the same as a text', async () => {
  const comparison = compare({ answers: one, version: pack.version }, { answers: two, version: pack.version }, pack);
  const run = await trivium('compare', 'one', 'two');
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(JSON.parse(run.out)).toEqual(comparison);
  expect(await trivium('compare', 'one', 'two', '--format', 'md')).toEqual({
    status: 0,
    err: '',
    out: renderComparison(comparison, pack, t),
  });
});

test('compare reads a link in a file as it reads the file', async () => {
  const comparison = JSON.parse((await trivium('compare', 'one', 'link')).out);
  expect(comparison.total).toEqual(JSON.parse(JSON.stringify(compare({ answers: one }, { answers: two }, pack).total)));
});

test('merge prints the merge object, or the same as a text', async () => {
  const merge = mergeRespondents([one, two, three], pack);
  const run = await trivium('merge', 'one', 'two', 'three');
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(JSON.parse(run.out)).toEqual(JSON.parse(JSON.stringify(merge)));
  expect((await trivium('merge', 'one', 'two', 'three', '--format', 'md')).out).toBe(renderMerge(merge, pack, t));
});

test('merge keeps the good files, names the bad one with the reason, and answers 1', async () => {
  const run = await trivium('merge', 'one', 'bad', 'two');
  expect(run.status).toBe(1);
  expect(run.err).toContain('bad.txt" cannot be read:\n- format: Found "other"');
  expect(JSON.parse(run.out).respondents).toHaveLength(2);
});

test('merge counts the same answers once, and says where they came twice', async () => {
  const run = await trivium('merge', 'one', 'two', 'one');
  expect(run).toMatchObject({
    status: 1,
    err: `"${files['one']}" holds the same answers as "${files['one']}", so it counts once.\nThe others are merged.\n`,
  });
  expect(JSON.parse(run.out)).toEqual(JSON.parse((await trivium('merge', 'one', 'two')).out));
});

test.each([
  { args: ['merge', 'one', 'one'], says: 'one.txt", so it counts once.\nTogether they hold the answers of one person' },
  { args: ['merge', 'one'], says: 'Name two files or more' },
  { args: ['merge', 'one', 'bad'], says: '1 of 2 files can be read; two are needed.' },
  { args: ['merge', 'one', 'nowhere.json'], says: 'Cannot read "nowhere.json" (ENOENT)' },
  { args: ['compare', 'one'], says: 'Name two files, the earlier one first' },
  { args: ['compare', 'one', 'two', 'three'], says: 'Name two files' },
  { args: ['compare', 'one', 'bad'], says: 'bad.txt" cannot be read:' },
  { args: ['compare', 'one', 'two', '--format', 'csv'], says: '--format is "csv"; possible: json, md.' },
])('$args.0 with $args.length words answers 2 and a sentence: $says', async ({ args, says }) => {
  expect(await trivium(...args)).toMatchObject({ status: 2, out: '', err: expect.stringContaining(says) });
});
