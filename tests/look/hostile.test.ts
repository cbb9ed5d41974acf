import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { dataValues } from '../../src/look/data-file.ts';
import { hasTooManyLines, IgnoreRules } from '../../src/look/gitignore.ts';
import { RuleBook } from '../../src/look/match-rules.ts';

const book = new RuleBook([...loadKnowledgeBase().lookRules.values()]);
const deep = 100_000;
const nested = (open: string, inside: string, close: string) => open.repeat(deep) + inside + close.repeat(deep);
/** Names that rules ask for, so that a file is parsed. */
const names = 'stages image schedule metrics alert replicas tests expectations schema features entities params model';

test.each([
  ['lists in YAML', 'dvc.yaml', `stages: ${nested('[', '', ']')}`],
  ['maps in YAML', 'dvc.yaml', `stages: ${nested('{a: ', '1', '}')}`],
  ['entries in YAML', 'dvc.yaml', `stages:\n  ${nested('- ', 'a', '')}`],
  ['keys in YAML', 'dvc.yaml', `stages:\n  ${nested('? ', 'a', '')}`],
  ['open lists in YAML', 'dvc.yaml', `stages: ${nested('[', '', '')}`],
  ['cells of a notebook', 'a.ipynb', `{"cells":[{"cell_type":"code","source":${nested('[', '', ']')}}]}`],
])('%s that are nested 100,000 times make a broken file, not a crash', (_, path, text) => {
  expect(book.match({ path, text })).toEqual({ isBroken: true, matches: [] });
});

test.each([
  ['lists in JSON', 'a.json', nested('[', '', ']')],
  ['maps in JSON', 'a.json', nested('{"a":', '1', '}')],
  ['keys in TOML', 'a.toml', `${nested('a.', 'a', '')} = 1`],
])('of %s that are nested 100,000 times, the outer values are looked at', (_, path, text) => {
  expect(dataValues({ path, text })?.map(({ path: keys }) => keys.length)).toEqual(
    Array.from({ length: 24 }, (__, index) => index + 1),
  );
});

test('open lists in JSON and nested lists in TOML are broken', () => {
  expect(dataValues({ path: 'a.json', text: nested('[', '', '') })).toBeNull();
  expect(dataValues({ path: 'a.toml', text: `a = ${nested('[', '', ']')}` })).toBeNull();
  expect(dataValues({ path: 'a.toml', text: `a = ${nested('{a = ', '1', '}')}` })).toBeNull();
});

test('aliases that stand for billions of values are not followed', () => {
  const letters = [...'abcdefghij'];
  const lists = letters.map((letter, index) => {
    const before = letters[index - 1];
    return `${letter}: &${letter} [${Array(9)
      .fill(before === undefined ? 'x' : `*${before}`)
      .join(', ')}]`;
  });
  const text = `${lists.join('\n')}\nstages: *j\n? [*j, *j]\n: 1\n`;
  expect(dataValues({ path: 'dvc.yaml', text })).toHaveLength(letters.length * 10 + 2);
  expect(book.match({ path: 'dvc.yaml', text }).isBroken).toBe(false);
});

test('keys that have the names of built-in properties are keys', () => {
  const text = '{"__proto__": {"polluted": 1}, "constructor": 2, "toString": 3}';
  expect(dataValues({ path: 'a.json', text })?.map(({ path }) => path.join('.'))).toEqual([
    '__proto__',
    '__proto__.polluted',
    'constructor',
    'toString',
  ]);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test.each([
  ['code', 'src/train.py', (line: string) => line],
  ['a cell', 'a.ipynb', (source: string) => JSON.stringify({ cells: [{ cell_type: 'code', source }] })],
])('a line of several MB in %s is passed over, and the next one is not', (_, path, fileOf) => {
  const line = 'mlflow.autolog() '.repeat(300_000);
  const { matches, isBroken } = book.match({ path, text: fileOf(`${line}\nmlflow.autolog()`) });
  expect([isBroken, ...matches.map(({ rule, line: at }) => [rule.id, at])]).toEqual([false, ['mlflow-runs', 2]]);
  expect(book.match({ path, text: fileOf(line) }).matches).toEqual([]);
});

test('a notebook with a million empty lines, or with cells of any kind, is read', () => {
  const source = [...Array(1_000_000).fill('\n'), 'mlflow.autolog()'];
  const huge = JSON.stringify({ cells: [null, 1, 'x', [], { cell_type: 'code', source }] });
  expect(book.match({ path: 'a.ipynb', text: huge })).toMatchObject({
    isBroken: false,
    matches: [{ cell: 5, line: 1_000_001 }],
  });
  const noText = JSON.stringify({ cells: [{ cell_type: 'code', source: [{ toString: 1 }] }] });
  expect(book.match({ path: 'a.ipynb', text: noText })).toEqual({ isBroken: true, matches: [] });
});

test('no rule takes forever to match a very long path', () => {
  const path = `${'train_eval_model/'.repeat(200)}${'data_test_'.repeat(20)}.txt`;
  expect(book.match({ path, text: names })).toEqual({ isBroken: false, matches: [] });
});

test('a .gitignore may have ten thousand lines, and the last one counts', () => {
  const text = `${'x*y\n'.repeat(9999)}last`;
  expect([text, `${text}\n`, `${text}\n\n`, `${text}\nz`].map(hasTooManyLines)).toEqual([false, false, true, true]);
  expect(new IgnoreRules('', text).ignores('last', false)).toBe(true);
});
