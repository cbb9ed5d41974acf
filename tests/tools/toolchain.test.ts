import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startNode } from '../../tools/tasks/toolchain.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-toolchain-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** Runs a script beside this test; returns its status, what it wrote, and what was printed. */
async function runBeside(script: string) {
  const file = path.join(folder, 'output.txt');
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const status = await startNode(['-e', script], file)();
  return {
    status,
    output: readFileSync(file, 'utf8'),
    printed: printed.mock.calls.map(([text]) => String(text)).join(''),
  };
}

test('a script that runs beside others passes on its status and prints what it wrote, errors included', async () => {
  const { status, output, printed } = await runBeside('console.log("seen"); console.error("wrong"); process.exit(3)');
  expect(status).toBe(3);
  expect(output.split('\n').toSorted()).toEqual(['', 'seen', 'wrong']);
  expect(printed).toBe(output);
});

test('a script that is killed has failed', async () => {
  expect((await runBeside('process.kill(process.pid, "SIGKILL")')).status).toBe(137);
});
