import { expect, test } from 'vitest';
import { parseJsonLine, parseYaml } from '../../src/build/parse-yaml.ts';
import { parseSource } from '../../src/build/read-content.ts';

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
