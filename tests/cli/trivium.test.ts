import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { runTrivium, spawnTrivium } from '../support/cli.ts';
import { answersBy, generateTeam } from '../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}
const team = generateTeam(pack, 5);

test('score prints the report object, and nothing else, on standard output', () => {
  const run = spawnTrivium(['score', fileWith('team.json', JSON.stringify(team))]);
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(JSON.parse(run.out)).toEqual(report(team, pack));
});

test('score --depth quick scores the quick check', async () => {
  const run = await runTrivium(['score', fileWith('team.json', JSON.stringify(team)), '--depth', 'quick']);
  expect(JSON.parse(run.out)).toEqual(report(team, pack, 'quick'));
});

test('score --format md prints a text with the verdict and every V', async () => {
  const run = await runTrivium(['score', fileWith('team.json', JSON.stringify(team)), '--format', 'md']);
  expect(run.status).toBe(0);
  expect(run.out).toContain(report(team, pack).verdict);
  for (const { name } of pack.variables) expect(run.out).toContain(`| ${name} |`);
});

test('questions prints the whole pack', async () => {
  const run = await runTrivium(['questions', '--format', 'json']);
  expect(run.status).toBe(0);
  expect(JSON.parse(run.out)).toEqual(pack);
});

test("check says that the project's content has no problems", async () => {
  expect(await runTrivium(['check'])).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^No problems: [1-9]\d* claims, /),
  });
});

test('check answers 1 for content with problems and 2 for a folder that is not there', async () => {
  expect(await runTrivium(['check', folder])).toMatchObject({
    status: 1,
    out: expect.stringContaining('The pack is missing'),
  });
  expect(await runTrivium(['check', path.join(folder, 'nowhere')])).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining('ENOENT'),
  });
});

test('score - says what is wrong with a file that is written over several lines, as downloads are', async () => {
  const team = answersBy(pack, () => 2);
  const spread = await runTrivium(['score', '-'], JSON.stringify(team, null, 2));
  expect(spread.status).toBe(1);
  expect(spread.err).toBe(
    'With "-", each line is a file of its own, and one here is written over several. Name such a file instead: trivium score answers.json\n',
  );
  expect((await runTrivium(['score', '-'], `${JSON.stringify(team)}\n{"format":\n`)).err).toBe('');
});

test('score - answers each line in step, the bad ones with their problem', () => {
  const good = JSON.stringify(answersBy(pack, () => 2));
  const run = spawnTrivium(['score', '-'], `${good}\n{"format":"other"}\nnot json\n${good}\n`);
  const lines = run.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ format, ok }) => format ?? ok)).toEqual(['trivium-report', false, false, 'trivium-report']);
  expect(lines[1].problem).toContain('Found "other"; possible: trivium-answers.');
  expect(lines[2].problem).toContain('This is a text without a link. What works is a downloaded file of answers');
  expect(run.status).toBe(1);
});

test.each([
  { title: 'a missing file', args: ['score', 'nowhere.json'], says: 'Cannot read "nowhere.json" (ENOENT)' },
  { title: 'no file', args: ['score'], says: 'Name one answers file' },
  { title: 'two files', args: ['score', 'a.json', 'b.json'], says: 'Name one answers file' },
  { title: 'an unknown option', args: ['score', 'a.json', '--colour'], says: "Unknown option '--colour'" },
  {
    title: 'an unknown depth',
    args: ['score', 'a.json', '--depth', 'deep'],
    says: '--depth is "deep"; possible: quick, full.',
  },
  {
    title: 'an unknown command',
    args: ['grade'],
    says: 'There is no command "grade". There are: score, compare, merge, rollup, reliability, look, link, open, propose, questions, search, dataset, mcp, check.',
  },
  { title: 'a file where none belongs', args: ['questions', 'a.json'], says: '"questions" takes no file' },
])('$title answers 2 and a sentence, with standard output empty', async ({ args, says }) => {
  expect(await runTrivium(args)).toMatchObject({ status: 2, out: '', err: expect.stringContaining(says) });
});

test.each([
  {
    title: 'an item that does not exist',
    change: { answers: [{ item: 'idea', rev: 1, state: 'dk' }] },
    says: 'answers[0].item: There is no question "idea".',
  },
  {
    title: 'a level out of range',
    change: { answers: [{ item: 'guided-search', rev: 1, state: 'level', level: 5 }] },
    says: 'answers[0].level: Found 5; expected at most 4.',
  },
  { title: 'another format', change: { format: 'csv' }, says: 'format: Found "csv"; possible: trivium-answers.' },
])('score refuses $title with its place', async ({ change, says }) => {
  const run = await runTrivium(['score', fileWith('bad.json', JSON.stringify({ ...team, ...change }))]);
  expect(run).toMatchObject({ status: 2, out: '', err: expect.stringContaining(says) });
});

test('score carries answers to an older version over, and says on standard error what to read again', async () => {
  const { former, items } = pack;
  const version = '1.1.0';
  const older = former.find((each) => each.version === version);
  const formerRevs = new Map(older?.items.map(({ id, rev }) => [id, rev]));
  const isSame = ({ id, rev }: { id: string; rev: number }) => formerRevs.get(id) === rev;
  const same = new Set(items.filter(isSame).map(({ id }) => id));
  const asked = team.answers.filter(({ item }) => formerRevs.has(item));
  const answers = asked.map((answer) => ({ ...answer, rev: formerRevs.get(answer.item) ?? 1 }));
  const old = { ...team, pack: { ...team.pack, version }, answers };
  const changed = asked.map(({ item }) => item).filter((item) => !same.has(item));
  const run = await runTrivium(['score', fileWith('old.json', JSON.stringify(old))]);
  expect(run.status).toBe(0);
  expect(changed.length).toBeGreaterThan(10);
  expect(run.err).toContain('old.json": These questions have changed; read them again: ');
  for (const item of changed) expect(run.err).toContain(item);
  expect(run.err.trim().split('\n')).toHaveLength(1);
  const kept = team.answers.filter(({ item }) => same.has(item));
  expect(JSON.parse(run.out)).toEqual(report({ ...team, answers: kept }, pack));

  const lines = await runTrivium(['score', '-'], `${JSON.stringify(team)}\n${JSON.stringify(old)}\n`);
  expect(lines.err).toMatch(/^Line 2: These questions have changed/);
  expect(lines.out.trim().split('\n')).toHaveLength(2);
});

test('score names answers that were set aside', async () => {
  const aside = { answers: [{ item: 'a-former-question', rev: 1, state: 'dk' }] };
  const run = await runTrivium(['score', fileWith('aside.json', JSON.stringify({ ...team, setAside: aside }))]);
  expect(run).toMatchObject({
    status: 0,
    err: expect.stringContaining('nothing asks for them now: a-former-question.'),
  });
  expect(JSON.parse(run.out)).toEqual(report(team, pack));
});

test('score refuses answers to a newer version', async () => {
  const newer = { ...team, pack: { ...team.pack, version: '99.0.0' } };
  expect(await runTrivium(['score', fileWith('newer.json', JSON.stringify(newer))])).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining('pack.version: Found "99.0.0"; this Trivium knows version'),
  });
});

test('--help lists the commands', async () => {
  expect(await runTrivium(['--help'])).toMatchObject({
    status: 0,
    err: '',
    out: expect.stringContaining('trivium score'),
  });
});

test('search prints ranked ids with kind and score', async () => {
  const run = await runTrivium(['search', 'alert fatigue', '--format', 'json']);
  expect(run).toMatchObject({ status: 0, err: '' });
  const results: { id: string; kind: string; score: number }[] = JSON.parse(run.out);
  expect(results[0]).toMatchObject({ id: 'alert-fatigue', kind: 'pain-point' });
  expect(Object.keys(results[0] ?? {})).toEqual(['id', 'kind', 'score']);
  expect(results.map(({ score }) => score)).toEqual(results.map(({ score }) => score).toSorted((a, b) => b - a));
});

test('search - answers each line in step, with an empty list if nothing is found', async () => {
  const run = await runTrivium(['search', '-'], 'keeping GPUs warm\nxqzwv\n\nshadow stage\n');
  const lists = run.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string }[]);
  expect(run.status).toBe(0);
  expect(lists.map((list) => list[0]?.id)).toEqual(['keeping-gpus-warm', undefined, undefined, 'shadow-stage']);
});

test('search without words answers 2 and a sentence', async () => {
  expect(await runTrivium(['search'])).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining('Say what to search for'),
  });
});

test('the process itself ends with the status and the sentence of a command', () => {
  expect(spawnTrivium(['score', 'nowhere.json'])).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining('Cannot read "nowhere.json" (ENOENT)'),
  });
  expect(spawnTrivium([])).toMatchObject({ status: 2, out: expect.stringContaining('trivium <command> --help') });
});
