import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeTexts } from '../../src/build/entry-texts.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'trivium-entry-texts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [first, second] = [path.join('practices', 'a.mdx'), path.join('tools', 'b.mdx')];
const place = (file: string) => path.join(folder, file);

test('writeTexts() writes what is new or changed, removes what is gone, and leaves the rest alone', () => {
  writeTexts(
    folder,
    new Map([
      [first, 'one'],
      [second, 'two'],
    ]),
  );
  for (const file of [first, second]) utimesSync(place(file), 0, 0);
  writeTexts(
    folder,
    new Map([
      [first, 'one'],
      [second, 'changed'],
    ]),
  );
  expect(statSync(place(first)).mtimeMs).toBe(0);
  expect(readFileSync(place(second), 'utf8')).toBe('changed');
  writeTexts(folder, new Map([[second, 'changed']]));
  expect([readdirSync(place('practices')), readdirSync(place('tools'))]).toEqual([[], ['b.mdx']]);
});
