import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { describeFailure } from '../../src/cli/failure.ts';
import { maximumBytes } from '../../src/cli/lines.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { runTrivium } from '../support/cli.ts';
import { generateTeam } from '../support/teams.ts';

const team = JSON.stringify(generateTeam(packOf(loadKnowledgeBase()), 1));
let folder: string;
const into = (name: string) => path.join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-failures-'));
  writeFileSync(into('long.json'), `"${'x'.repeat(maximumBytes)}"`);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([['questions'], ['search', '-']])('%s exits silently if its reader stops reading', async (...args) => {
  const child = spawn(process.execPath, ['src/cli/trivium.ts', ...args]);
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += text;
  });
  child.stdin.on('error', () => undefined); // the command stops reading too
  child.stdin.end('label lag\n'.repeat(400));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [status] = await once(child, 'close');
  expect([status, errors]).toEqual([0, '']);
});

describe.runIf(existsSync('/dev/full'))('on a full disk', () => {
  const onFullDisk = (...args: string[]) => {
    const full = openSync('/dev/full', 'w');
    const run = spawnSync(process.execPath, ['src/cli/trivium.ts', ...args], { stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    return { status: run.status, err: String(run.stderr) };
  };
  test.each([['questions'], ['--help']])('%s exits with 3 and a sentence', (...args) => {
    expect(onFullDisk(...args)).toEqual({
      status: 3,
      err: 'Cannot write to standard output (ENOSPC). The disk is full. Free some space, or choose another place.\n',
    });
  });
});

test('a line over the limit counts as a bad line, and the lines after it are read', async () => {
  const run = await runTrivium(['score', '-'], `"${'x'.repeat(maximumBytes)}"\r\n${team}\r\n`);
  const [first, second] = run.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toEqual({ ok: false, problem: expect.stringContaining(`more than ${maximumBytes} bytes`) });
  expect(second.format).toBe('trivium-report');
  expect(run.status).toBe(1);
});

test.each([
  'utf16le',
  'utf16be',
] as const)('a file in %s with its mark, as PowerShell writes, is read', async (order) => {
  const bytes = Buffer.from(`\ufeff${team}`, 'utf16le');
  writeFileSync(into('wide.json'), order === 'utf16le' ? bytes : bytes.swap16());
  expect(await runTrivium(['score', into('wide.json')])).toMatchObject({ status: 0, err: '' });
});

test('every command refuses a file that is not UTF-8, and only the line that is not', async () => {
  mkdirSync(into('latin'));
  const answers = JSON.parse(team);
  const [bad, good] = [JSON.stringify({ ...answers, system: 'Käse' }), JSON.stringify({ ...answers, system: 'Brot' })];
  const [file, lines] = [into('latin/a.json'), into('latin/b.jsonl')];
  writeFileSync(file, bad, 'latin1');
  writeFileSync(lines, `${good}\n${bad}\n${JSON.stringify({ ...answers, system: 'Tee' })}\n`, 'latin1');
  writeFileSync(into('latin-proposals.json'), '{"format":"trivium-proposals","by":"Käse"}', 'latin1');
  for (const args of [
    ['score', file],
    ['compare', file, file],
    ['merge', file, file],
    ['link', file],
    ['propose', '--check', into('latin-proposals.json')],
  ])
    expect(await runTrivium(args), args[0]).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining('It is not in UTF-8, so letters such as "ä" or "é" would be lost.'),
    });
  const rolled = await runTrivium(['rollup', into('latin'), '--out', into('latin-out')]);
  expect(rolled).toMatchObject({ status: 1, out: expect.stringContaining('2 teams rolled up') });
  expect(rolled.err.split('\n').map((line) => line.split('.')[0])).toEqual(['a', 'b', '']);
  expect(rolled.err).toContain('b.jsonl, line 2: It is not in UTF-8');
  const piped = spawnSync(process.execPath, ['src/cli/trivium.ts', 'score', '-'], {
    input: readFileSync(lines),
    encoding: 'utf8',
  });
  expect(piped.status).toBe(1);
  expect(
    piped.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).ok),
  ).toEqual([undefined, false, undefined]);
});

test('no command prints what steers a terminal from a file that it cannot read', async () => {
  mkdirSync(into('foreign'));
  const text = '{"a":\u001b]0;pwn\u0007\u001b[2J\u202e}';
  for (const name of ['a.json', '\u001b[2Jb.json']) writeFileSync(into(`foreign/${name}`), text);
  const file = into('foreign/a.json');
  for (const args of [
    ['score', file],
    ['compare', file, file],
    ['merge', file, file],
    ['link', file],
    ['propose', '--check', file],
    ['reliability', into('foreign')],
    ['rollup', into('foreign'), '--out', into('rolled')],
  ]) {
    const run = await runTrivium(args);
    expect((run.out + run.err).replaceAll('\n', ''), args[0]).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(run.err).toContain('not valid JSON');
  }
});

test('names and ids in a file that is read do not steer a terminal either', async () => {
  const code = '\u001b]0;pwn\u0007\u001b[2J';
  const old = { item: code, rev: 1, state: 'dk' };
  const answers = { ...JSON.parse(team), system: code, respondent: { name: code }, setAside: { answers: [old] } };
  const [a, b] = [into('named-a.json'), into('named-b.json')];
  for (const file of [a, b]) writeFileSync(file, JSON.stringify(answers));
  mkdirSync(into('content'));
  writeFileSync(into('content/pack.yaml'), `\u001b[2J: ${code}`);
  for (const args of [
    ['score', a],
    ['score', a, '--format', 'md'],
    ['score', a, '--format', 'summary'],
    ['score', a, '--format', 'gh'],
    ['compare', a, b, '--format', 'md'],
    ['merge', a, b, '--format', 'md'],
    ['check', into('content')],
  ]) {
    const run = await runTrivium(args);
    expect((run.out + run.err).replaceAll('\n', ''), args.join(' ')).not.toMatch(/\p{Cc}/u);
  }
});

test.each([['score', '-'], ['search', '-'], ['mcp']])('%s refuses a folder as its input', (...args) => {
  const input = openSync(folder, 'r');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/trivium.ts', ...args], {
    stdio: [input, 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  closeSync(input);
  const err = 'Cannot use standard input (EISDIR). It is a folder. Name a file.\n';
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: err });
});

test.each([
  { args: ['score', 'long.json'], says: `It has more than ${maximumBytes} bytes` },
  { args: ['compare', 'long.json', 'long.json'], says: `It has more than ${maximumBytes} bytes` },
  { args: ['link', '.'], says: '(EISDIR). It is a folder. Name a file.' },
  { args: ['score', 'long.json/x'], says: '(ENOTDIR). It is a file, or is inside one. Name a folder.' },
  { args: ['check', 'long.json'], says: '(ENOTDIR). It is a file, or is inside one. Name a folder.' },
  { args: ['check', '.', '.'], says: 'Name one folder, or none.' },
])('$args.0 $args.1 exits with 2 and a sentence', async ({ args: [name = '', ...files], says }) => {
  const run = await runTrivium([name, ...files.map(into)]);
  expect(run).toMatchObject({ status: 2, out: '', err: expect.stringContaining(says) });
});

test.each([
  [new Error('content/ has 2 problems'), 'content/ has 2 problems'],
  [new TypeError('x is not a function'), 'A fault in Trivium stopped the command (TypeError: x is not a function).'],
  [Object.assign(new Error('odd'), { code: 'EODD', path: 'a.json' }), 'Cannot use "a.json" (EODD). odd'],
  [
    Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' }),
    'The system refused something that the command needs (ENOSPC). The disk is full.',
  ],
  ['thrown', 'The command failed: thrown'],
])('describeFailure(%o) is a sentence', (error, sentence) => {
  expect(describeFailure(error)).toContain(sentence);
});
