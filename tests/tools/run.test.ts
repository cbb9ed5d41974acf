import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beforeEachCall } from '../support/failing-files.ts';

let folder: string;
const into = (...parts: string[]) => path.join(folder, ...parts);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-run-'));
  mkdirSync(into('in'));
  writeFileSync(into('in', 'teams.jsonl'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The environment of a command line that does something when it opens a file of answers. */
const onOpening = (act: string) => ({
  ...process.env,
  NODE_OPTIONS: beforeEachCall('createReadStream', `if (String(args[0]).endsWith('teams.jsonl')) { ${act} }`).join(' '),
});
/** Says "reading" on standard error, then reads for ever. */
const readForEver = `process.stderr.write('reading'); setInterval(() => {}, 2 ** 30); return new (process.getBuiltinModule('stream').Readable)({ read() {} });`;
const rollUpArgs = (out: string) => ['trivium', 'rollup', into('in'), '--out', into(out)];

const onUnix = test.skipIf(process.platform === 'win32');

/** Rolls up by a program, and does something to it once the answers are being read. Resolves when nothing runs any more. */
async function stopWhileReading(program: string, args: string[], act: (id: number) => void) {
  const child = spawn(program, args, {
    env: onOpening(readForEver),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  let isStopped = false;
  child.stderr.on('data', (text) => {
    errors += text;
    if (isStopped || !errors.includes('reading')) return;
    isStopped = true;
    act(child.pid ?? 0);
  });
  child.stdout.resume();
  const [status, signal] = await once(child, 'close'); // closed by every program that it started
  return { status, signal, errors };
}

onUnix.each([
  { title: 'SIGTERM to the starter', act: (id: number) => process.kill(id, 'SIGTERM') },
  { title: 'SIGHUP to the starter', act: (id: number) => process.kill(id, 'SIGHUP') },
  { title: 'Ctrl+C, to all processes', act: (id: number) => process.kill(-id, 'SIGINT') },
])('$title stops the command, which cleans up and says so', async ({ act }) => {
  const run = await stopWhileReading(process.execPath, ['tools/run.mjs', ...rollUpArgs('stopped')], act);
  expect(run).toMatchObject({
    status: 3,
    errors: expect.stringContaining('The roll-up was stopped. Nothing was written.'),
  });
  expect(existsSync(into('stopped'))).toBe(false);
});

onUnix.each(['SIGTERM', 'SIGKILL'] as const)('%s to npm stops the command, too', async (signal) => {
  const args = ['run', '-s', 'trivium', '--', ...rollUpArgs('by-npm').slice(1)];
  const run = await stopWhileReading('npm', args, (id) => process.kill(id, signal));
  expect(run.errors).toContain('The roll-up was stopped. Nothing was written.');
  expect(existsSync(into('by-npm'))).toBe(false);
});

onUnix.each([
  ['SIGKILL', 137],
  ['SIGABRT', 134],
] as const)('a command that %s ends has the status %i', (signal, status) => {
  const run = spawnSync(process.execPath, ['tools/run.mjs', ...rollUpArgs('killed')], {
    env: onOpening(`process.kill(process.pid, '${signal}'); ${readForEver}`),
  });
  expect(run.status).toBe(status);
});

onUnix('a signal to a task stops the program that it runs', async () => {
  const script = `
    import { run } from './tools/run.mjs';
    await run(process.execPath, ['-e', 'process.stderr.write("reading"); setInterval(() => {}, 2 ** 30)']);
    process.stderr.write('went on');`;
  const run = await stopWhileReading(process.execPath, ['--input-type=module', '-e', script], (id) =>
    process.kill(id, 'SIGTERM'),
  );
  expect(run).toMatchObject({ status: 143, errors: 'reading' });
});

/** A copy of what starts a task, in a folder of a name. */
function starterIn(name: string): string {
  for (const file of ['run.mjs', 'in-turn.mjs', 'installed.mjs'])
    cpSync(path.join('tools', file), into(name, 'tools', file));
  for (const file of ['package.json', 'package-lock.json']) cpSync(file, into(name, file));
  return into(name, 'tools', 'run.mjs');
}

onUnix.each([
  { name: '[b]', task: 'start', says: 'has a "["' },
  { name: '{c}', task: 'build', says: 'has a "{"' },
  { name: 'p1 %41 #', task: 'start', says: 'has a "%41" and a "#"' },
  { name: 'st*x', task: 'dev', says: 'has a "*"' },
  { name: 'st*x y', task: 'trivium', says: 'has a "*"' },
])('$task in a folder "$name" stops with a sentence', ({ name, task, says }) => {
  const run = spawnSync(process.execPath, [starterIn(name), task], { encoding: 'utf8' });
  expect(run.status).toBe(task === 'trivium' ? 3 : 1);
  expect(run.stderr).toContain(says);
  expect(run.stderr).toContain('Rename that folder');
  expect(run.stderr).not.toContain('    at ');
});

onUnix('a folder for temporary files that does not exist is a sentence, with 3 for trivium', () => {
  const run = spawnSync(process.execPath, [starterIn('plain'), 'trivium', '--help'], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: into('nowhere') },
  });
  expect(run).toMatchObject({
    status: 3,
    stderr: expect.stringMatching(/cannot be written \(ENOENT\)\. Set TMPDIR to a folder/),
  });
  expect(run.stderr).not.toContain('    at ');
});
