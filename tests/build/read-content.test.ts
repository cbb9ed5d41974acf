import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseContent } from '../../src/build/read-content.ts';
import { findUnfinished } from '../../src/build/unfinished.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-content-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file into the folder. */
function write(file: string, text: string): void {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

/** The data of each file of the folder, by its path. */
const parsedData = () =>
  Object.fromEntries(parseContent(folder).map(({ source: { path: file, data } }) => [file, data]));

test('a folder under version control is read without what the version control keeps in it', () => {
  write('tools.yaml', 'tools: []\n');
  write('.git/config.yaml', 'a: b: c');
  write('practices/.draft.mdx', 'Not yet');
  expect(parsedData()).toEqual({ 'tools.yaml': { tools: [] } });
});

test('a link to a file is read like the file; links to nothing and to folders are left alone', () => {
  write('shared/terms.yaml', 'a: 1\n');
  symlinkSync(path.join(folder, 'shared/terms.yaml'), path.join(folder, 'glossary.yaml'));
  symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'tools.yaml'));
  symlinkSync(folder, path.join(folder, 'loop'));
  symlinkSync('itself.yaml', path.join(folder, 'itself.yaml'));
  expect(parsedData()).toEqual({ 'glossary.yaml': { a: 1 }, 'shared/terms.yaml': { a: 1 } });
  expect(findUnfinished([folder])).toEqual([]);
});

test('a TODO counts in the content, and not in what version control keeps', () => {
  write('.git/hooks/pre-commit', '# TODO');
  write('templates/plan.md', 'One\nTODO: two\n');
  expect(findUnfinished([folder])).toEqual([
    { file: `${folder}/templates/plan.md`, line: 2, place: '', message: 'TODO: two' },
  ]);
});
