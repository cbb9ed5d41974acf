import { expect, test } from 'vitest';
import { parseJsonLine, parseYaml, YamlError } from '../../src/build/parse-yaml.ts';
import { assembleContent, parseSource } from '../../src/build/read-content.ts';

test('one line of JSON is read as JSON, and any other text is left to YAML', () => {
  expect(parseJsonLine('{"a":[1,"b: c"]}\n')).toEqual({ a: [1, 'b: c'] });
  for (const yaml of ['[a, b]', '{ a: b }', 'a: 1', '', '{"a":\n1}', '{"a":1}\n{"b":2}'])
    expect(parseJsonLine(yaml), yaml).toBe(undefined);
});

test('parseYaml() reads both alike', () => {
  for (const text of ['[a, b]', '["a","b"]', '- a\n- b\n']) expect(parseYaml(text), text).toEqual(['a', 'b']);
  expect(() => parseYaml('{"a":1')).toThrow();
});

test('an entry with its data as one line of JSON is the same entry, and its problems are on that line', () => {
  const { source, problems } = parseSource('practices/a.mdx', '---\n{"title":"A","v":1}\n---\nText\n');
  expect(problems).toEqual([]);
  expect(source).toMatchObject({ data: { title: 'A', v: 1 }, body: { text: 'Text\n', line: 4 } });
  expect(source.lineOf(['title'])).toBe(2);
  expect(parseSource('a.yaml', '{"title":"A"}').source.lineOf(['title'])).toBe(1);
});

test.each([
  ['a byte order mark and the ends of lines of Windows', '\uFEFF---\r\ntitle: A\r\n---\r\nText\r\n\r\nMore\r\n'],
  ['the ends of lines of old Macs', '---\rtitle: A\r---\rText\r\rMore\r'],
  ['spaces after the marks', '---  \ntitle: A\n--- \nText\n\nMore\n'],
])('an entry with %s is the same entry', (_, text) => {
  const { source, problems } = parseSource('practices/a.mdx', text);
  expect(problems).toEqual([]);
  expect(source).toMatchObject({ data: { title: 'A' }, body: { text: 'Text\n\nMore\n', line: 4 } });
  expect(source.lineOf(['title'])).toBe(2);
});

test('an entry may end with its data', () => {
  const { source, problems } = parseSource('practices/a.mdx', '---\ntitle: A\n---');
  expect(problems).toEqual([]);
  expect(source).toMatchObject({ data: { title: 'A' }, body: { text: '' } });
});

/** Every name has ten times the data of the one before. */
const multiplying = `a: &a [${'x, '.repeat(10)}]\n${[...'bcdefgh']
  .map((name, index) => `${name}: &${name} [${`*${'abcdefg'[index]}, `.repeat(10)}]\n`)
  .join('')}`;
const nested = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);

test.each([
  ['an alias without an anchor', 'a: 1\nb: *nobody\n', 2, 'The alias "*nobody" has no anchor "&nobody" before it.'],
  ['an alias before its anchor', 'a: *later\nb: &later 1\n', 1, 'The alias "*later" has no anchor'],
  ['a merge key without an anchor', '<<: *nobody\n', 1, 'The alias "*nobody" has no anchor'],
  ['aliases that multiply', multiplying, 2, 'Aliases multiply the data'],
  ['a list that contains itself', 'a: 1\nb: &b [*b]\n', 2, 'contains itself'],
  ['a map that contains itself', '&all\na: 1\nb: *all\n', 3, 'contains itself'],
  ['lists in lists', `a: 1\nb: ${nested(2000, '[', ']')}\n`, 2, 'more than 64 levels deep'],
  [
    'lists in lists that a parser cannot follow',
    `a: 1\nb: ${nested(50_000, '[', ']')}\n`,
    2,
    'more than 64 levels deep',
  ],
  ['lists in lists, as one line of JSON', `{"a":${nested(200_000, '[', ']')}}\n`, 1, 'more than 64 levels deep'],
])('%s is a problem on its line, in the content and in an overlay', (_, text, line, reason) => {
  const files = ['tools.yaml', 'overlay.yaml', 'practices/a.mdx'].map((file) =>
    parseSource(file, file.endsWith('.mdx') ? `---\n${text}---\nText\n` : text, 'folder'),
  );
  const expected = (file: string, at: number) => ({
    file: `folder/${file}`,
    line: at,
    message: expect.stringContaining(reason),
  });
  const found = files.flatMap(({ problems }) => problems);
  expect(found).toMatchObject([
    expected('tools.yaml', line),
    expected('overlay.yaml', line),
    expected('practices/a.mdx', line + 1),
  ]);
  expect(assembleContent(files).problems).toEqual(expect.arrayContaining(found));
  expect(assembleContent([], { name: 'folder', files }).problems).toEqual(expect.arrayContaining(found));
  expect(() => parseYaml(text)).toThrow(YamlError);
});

test('aliases and anchors within reason are data', () => {
  expect(parseYaml('a: &a [1, 2]\nb: *a\nc: { d: *a }\n')).toEqual({ a: [1, 2], b: [1, 2], c: { d: [1, 2] } });
  expect(parseYaml(`a: ${nested(60, '[', ']')}\n`)).toBeTruthy();
});
