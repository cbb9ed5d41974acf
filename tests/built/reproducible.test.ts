import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { testBuilds } from '../../tools/tasks/test-builds.mjs';

/** Every file of a folder with a hash of its bytes. */
function hashesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return Object.fromEntries(
    files
      .map((file) => [file, path.join(folder, file)] as const)
      .filter(([, file]) => statSync(file).isFile())
      .map(([name, file]) => [name, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

test('two builds are the same to the byte, in another time zone, language and folder', () => {
  const first = hashesOf('dist');
  expect(Object.keys(first).length).toBeGreaterThan(500);
  expect(hashesOf(testBuilds.again.folder)).toEqual(first);
});
