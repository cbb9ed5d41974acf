import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ParsedCopy } from '../../src/build/parsed-copy.ts';
import { formatProblems, parseContent, parseSource } from '../../src/build/read-content.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-copy-'));
  file = path.join(folder, 'deep/content.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Reads one text with the copy, as one run of a command does. */
function readOnce(text: string) {
  const copy = new ParsedCopy(file);
  const parsed = parseSource('a.yaml', text, 'content', copy);
  copy.save();
  return parsed;
}
const dataIn = (text: string) => readOnce(text).source.data;

test('the content is the same from the copy as parsed, with the same lines', () => {
  const places = (parsed: ReturnType<typeof parseContent>) =>
    parsed.map(({ source, problems }) => ({
      ...source,
      problems,
      lineOf: /quick-check|pack|4\.2/.test(source.path) ? [source.lineOf([]), source.lineOf(['title'])] : [],
    }));
  const first = new ParsedCopy(file);
  const parsed = places(parseContent('content', 'content', first));
  first.save();
  const copy = new ParsedCopy(file);
  expect(copy.dataOf('a: 1')).toBe(undefined);
  expect(places(parseContent('content', 'content', copy))).toEqual(parsed);
});

test('a changed text is parsed again, and its earlier data leaves the copy', () => {
  expect(dataIn('a: 1')).toEqual({ a: 1 });
  expect(dataIn('a: 2')).toEqual({ a: 2 });
  expect(Object.values(JSON.parse(readFileSync(file, 'utf8')))).toEqual([{ a: 2 }]);
  expect(readdirSync(path.dirname(file))).toEqual(['content.json']);
});

test('what the copy knows is not parsed again', () => {
  readOnce('a: 1');
  writeFileSync(file, readFileSync(file, 'utf8').replace('{"a":1}', '{"a":"of the copy"}'));
  expect(dataIn('a: 1')).toEqual({ a: 'of the copy' });
});

test('a text with errors has them every time, with their lines', () => {
  const said = () => formatProblems(readOnce('a: 1\nb: [\n').problems);
  expect(said()).toMatch(/^content\/a\.yaml:3: /);
  expect(said()).toMatch(/^content\/a\.yaml:3: /);
  expect(existsSync(file)).toBe(false);
});

test.each(['', '{"a', '[]', 'null', '"text"', '\0'])('a copy that holds %j is as good as none', (text) => {
  readOnce('a: 1');
  writeFileSync(file, text);
  expect(dataIn('a: 1')).toEqual({ a: 1 });
  expect(dataIn('a: 1')).toEqual({ a: 1 });
});

test('where no copy can be written, nothing is said and nothing is lost', () => {
  file = path.join(folder, 'a-file/content.json');
  writeFileSync(path.join(folder, 'a-file'), '');
  expect(dataIn('a: 1')).toEqual({ a: 1 });
  expect(readdirSync(folder)).toEqual(['a-file']);
});
