import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { rollupFiles } from '../../src/cli/rollup-output.ts';
import { writeWhole } from '../../src/cli/staging.ts';
import { outputFiles, useRollUpFolders } from '../support/rollup-cases.ts';

const { into, rollUp, write, contentOf } = useRollUpFolders();

const diskFull = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });

test('if writing fails, an earlier roll-up stays intact, and a new folder is removed', async () => {
  await rollUp();
  const before = contentOf('out');
  const failing = (to: string) =>
    writeWhole(into(to), rollupFiles, async (staging) => {
      writeFileSync(path.join(staging, 'rollup.json'), '{}');
      throw diskFull;
    });
  await expect(failing('out')).rejects.toThrow('no space left');
  expect(contentOf('out')).toEqual(before);
  await expect(failing('new/deeper')).rejects.toThrow('no space left');
  expect(existsSync(into('new'))).toBe(false);
});

/** Runs `writeWhole` in a process of its own, which sends itself a signal during the write. */
const writeAndStop = (signal: NodeJS.Signals) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { writeFileSync } from 'node:fs';
       import { rollupFiles } from ${JSON.stringify(pathToFileURL('src/cli/rollup-output.ts').href)};
       import { writeWhole } from ${JSON.stringify(pathToFileURL('src/cli/staging.ts').href)};
       await writeWhole(process.argv[1], rollupFiles, async (staging) => {
         for (const name of ${JSON.stringify(outputFiles)}) writeFileSync(staging + '/' + name, 'half');
         process.kill(process.pid, '${signal}');
         await new Promise((resolve) => setInterval(resolve, 2 ** 30));
       });`,
      into('out'),
    ],
    { encoding: 'utf8' },
  );

test('a stopped run leaves nothing behind, and says so', () => {
  expect(writeAndStop('SIGTERM')).toMatchObject({
    status: 3,
    stderr: 'The roll-up was stopped. Nothing was written.\n',
  });
  expect(existsSync(into('out'))).toBe(false);
});

test('a killed run leaves nothing that looks complete, and the next run cleans up', async () => {
  expect(writeAndStop('SIGKILL').signal).toBe('SIGKILL');
  expect(readdirSync(into('out'))).toEqual(['.rollup']);
  expect((await rollUp()).status).toBe(0);
  expect(readdirSync(into('out')).toSorted()).toEqual(outputFiles.toSorted());
});

test('a second run into the same folder is refused, and the first stays intact', async () => {
  await writeWhole(into('out'), rollupFiles, async (staging) => {
    const second = await rollUp();
    expect(second).toMatchObject({ status: 3, out: '', err: expect.stringContaining(`(process ${process.pid})`) });
    writeFileSync(path.join(staging, 'rollup.json'), 'first');
  });
  expect(readdirSync(into('out'))).toEqual(['rollup.json']);
});

test('a folder that has the name of the staging folder is never deleted', async () => {
  write('out/.rollup/mine.txt', 'mine');
  expect(await rollUp()).toMatchObject({ status: 3, err: expect.stringContaining('is in the way. Delete it') });
  expect(readFileSync(into('out', '.rollup', 'mine.txt'), 'utf8')).toBe('mine');
});
