import { expect, test } from 'vitest';
import { dataValues } from '../../src/look/data-file.ts';

/** The lines that keys of a file have, in order. */
const linesOf = (path: string, text: string, key: string): number[] =>
  (dataValues({ path, text }) ?? []).filter(({ path: keys }) => keys.at(-1) === key).map(({ line }) => line);

test('a key that stands several times in JSON has the line of each place', () => {
  const text = `{
  "a": { "owner": "ml" },
  "list": [
    { "owner": "x" },
    {
      "owner": "y"
    }
  ]
}`;
  expect(linesOf('a.json', text, 'owner')).toEqual([2, 4, 6]);
  expect(linesOf('a.json', text, '0')).toEqual([3]);
});

test('a key in TOML has its own line', () => {
  const text = ['# settings', '[tool.a]', 'every = "day"', '', '[tool.b]', 'every = "week"'].join('\n');
  expect(linesOf('a.toml', text, 'every')).toEqual([3, 6]);
});

test('a key in YAML has its own line', () => {
  expect(linesOf('a.yaml', ['a:', '  every: day', 'b:', '  - every: week'].join('\n'), 'every')).toEqual([2, 4]);
});

test('a key written with an escape keeps the line of the key before it', () => {
  expect(linesOf('a.json', '{\n"a": 1,\n"\\u0062": 2,\n"c": 3\n}', 'b')).toEqual([2]);
  expect(linesOf('a.json', '{\n"a": 1,\n"\\u0062": 2,\n"c": 3\n}', 'c')).toEqual([4]);
});

test('values beyond the bound are left out', () => {
  const text = JSON.stringify(Object.fromEntries(Array.from({ length: 20_010 }, (_, index) => [`k${index}`, index])));
  expect(dataValues({ path: 'a.json', text })).toHaveLength(20_000);
});

test.each([
  ['a.json', '{'],
  ['a.toml', '= 1'],
  ['a.yaml', 'a: ['],
])('%s that is broken has no values', (path, text) => {
  expect(dataValues({ path, text })).toBeNull();
});
