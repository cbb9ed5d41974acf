import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { requiredTexts } from '../../src/look/required-texts.ts';
import { RunIndex } from '../../src/look/run-index.ts';

test('requiredTexts(source) lists texts of which every match has one', () => {
  for (const [source, texts] of [
    ['^\\s*(from|import)\\s+(feast|tecton)\\b', ['feast', 'tecton']],
    ['\\bmlflow\\.(models\\.)?evaluate\\(', ['mlflow.models.evaluate(', 'mlflow.evaluate(']],
    ['image:\\s*["\']?[\\w./-]{1,200}:latest', [':latest']],
    ['(schedule){1,2}\\d', ['schedule']],
    ['["\']lr["\']:', ['"lr":', '"lr\':', '\'lr":', "'lr':"]],
    ['kedro|dagster(?:-webserver)?', ['kedro', 'dagster-webserver', 'dagster']],
    ['mlflow.{0,9}?evaluate', ['evaluate']],
    ['(feast)+?\\d??', ['feast']],
    ['(?<tool>wandb)\\.', ['wandb.']],
    ['xyz[\\W]abc', ['abc']],
    ['wandb[\\x2e]\\p{Ll}', ['wandb']],
    ['\\u0077\\x61\\u{6e}dbx\\cJ', ['dbx']],
    ['wandb\\B', ['wandb']],
  ] as const)
    expect([source, requiredTexts(source)]).toEqual([source, texts]);
});

test('a pattern that can match without any certain text needs none', () => {
  for (const source of [
    '\\w+',
    '(mlflow)?',
    '(mlflow)*',
    '(mlflow){0,2}',
    'mlflow|\\d',
    'a.b',
    '[^mlflow]',
    '\\d\\s?ms',
    '(mlflow)*?',
    '(?i:mlflow)',
    '\\u0061\\x61',
  ])
    expect([source, requiredTexts(source)]).toEqual([source, undefined]);
});

test('the examples of every rule have a text that its patterns need', () => {
  for (const { id, pattern, also = [], matches } of loadKnowledgeBase().lookRules.values())
    for (const source of [pattern ?? [], also].flat())
      for (const { text } of matches) {
        const needs = requiredTexts(source);
        expect([id, source, needs?.some((each) => text.includes(each)) ?? true]).toEqual([id, source, true]);
      }
});

/**
 * Whether a text matches a pattern without having any of the texts that the pattern needs. It looks for these first: a
 * match can take longer than anybody waits.
 */
const isOverlooked = (source: string, text: string): boolean =>
  requiredTexts(source)?.some((each) => text.includes(each)) === false && new RegExp(source, 'mu').test(text);

test('a text that matches a pattern of a rule has one of the texts that the pattern needs', () => {
  const rules = [...loadKnowledgeBase().lookRules.values()];
  const sources = rules.flatMap(({ pattern, also, never, unless, value }) =>
    [pattern, also, never, unless, value].flatMap((each) => each ?? []),
  );
  for (const source of sources) {
    const withoutEdges = source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]|[$^]/g, (part) =>
      ['\\b', '^', '$'].includes(part) ? '' : part,
    );
    const texts = fc.sample(fc.stringMatching(new RegExp(withoutEdges, 'u')), { numRuns: 10, seed: 1 });
    expect([source, texts.filter((text) => isOverlooked(source, text))]).toEqual([source, []]);
  }
});

/** A pattern, and a text that it may match. */
interface Sample {
  source: string;
  text: string;
  /** How many repeated groups are within each other. */
  depth: number;
}
/** With deeper ones, or longer texts, a failing match can take longer than anybody waits. */
const deepest = 2;
const longest = 24;
const depthIn = (samples: readonly Sample[]): number => Math.max(...samples.map(({ depth }) => depth));

/** Patterns of one part, each with a text that it matches. */
const smallest: [source: string, text: string][] = [
  ['mlflow', 'mlflow'],
  ['a', 'a'],
  ['😀', '😀'],
  ['\\.', '.'],
  ['.', 'q'],
  ['\\w', 'W'],
  ['\\W', '-'],
  ['\\S', 'x'],
  ['\\b', ''],
  ['\\B', ''],
  ['[ab.]', 'b'],
  ['[a-d]', 'c'],
  ['[^ab]', 'x'],
  ['[\\W]', '-'],
  ['[\\]D]', ']'],
  ['[\\D]', 'y'],
  ['[\\x61]', 'a'],
  ['\\x62', 'b'],
  ['\\u0063', 'c'],
  ['\\u{1f600}', '😀'],
  ['\\cJ', '\n'],
  ['\\p{Lu}', 'Q'],
  ['\\P{L}', '7'],
  ['[\\p{Lu}b]', 'Q'],
  ['^', ''],
  ['$', ''],
];
const quantifiers: [text: string, least: number, most: number][] = [
  ['?', 0, 1],
  ['*', 0, 3],
  ['+', 1, 3],
  ['{2}', 2, 2],
  ['{0,2}', 0, 2],
  ['{1,}', 1, 3],
  ['??', 0, 1],
  ['*?', 0, 3],
  ['+?', 1, 3],
  ['{1,2}?', 1, 2],
];

/** Patterns of any shape, each with a text made from its parts. */
const { sample } = fc.letrec<{ sample: Sample; group: Sample }>((tie) => {
  const single = fc.constantFrom(...smallest).map(([source, text]) => ({ source, text, depth: 0 }));
  const repeats = fc
    .constantFrom(...quantifiers)
    .chain(([text, least, most]) =>
      fc.record({ quantifier: fc.constant(text), count: fc.integer({ min: least, max: most }) }),
    );
  const inTurn = fc.array(tie('group'), { minLength: 1, maxLength: 4 }).map((parts) => ({
    source: parts.map(({ source }) => source).join(''),
    text: parts.map(({ text }) => text).join(''),
    depth: depthIn(parts),
  }));
  const either = fc.tuple(tie('group'), tie('group'), fc.boolean()).map(([one, other, isFirst]) => ({
    source: `${one.source}|${other.source}`,
    text: (isFirst ? one : other).text,
    depth: depthIn([one, other]),
  }));
  const grouped = fc
    .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('sample'), fc.option(repeats, { nil: undefined }))
    .map(([start, { source, text, depth }, chosen]) => {
      const repeat = depth < deepest ? chosen : undefined;
      return {
        source: `${start}${source})${repeat?.quantifier ?? ''}`,
        text: text.repeat(repeat?.count ?? 1),
        depth: depth + Number(repeat !== undefined),
      };
    });
  return {
    sample: fc.oneof({ depthSize: 'small' }, inTurn, either),
    group: fc.oneof({ depthSize: 'small', withCrossShrink: true }, single, grouped),
  };
});

/** Gives each named group of a pattern a name of its own. */
const named = (source: string): string => source.replaceAll('(?<n>', (_, offset) => `(?<n${offset}>`);

test('a text that matches a pattern of any shape has one of the texts that the pattern needs', () => {
  fc.assert(
    fc.property(sample, ({ source, text }) => {
      fc.pre(text.length <= longest);
      expect(isOverlooked(named(source), text)).toBe(false);
    }),
    { numRuns: 20_000 },
  );
});

test('a RunIndex never denies a part of its text, and knows nothing of the text before', () => {
  const runs = new RunIndex();
  const text = 'model = load("größe", 1)\nscore(x)';
  runs.take(text);
  for (let start = 0; start < text.length; start += 1)
    for (let end = start; end <= text.length; end += 1) expect(runs.mayHave(text.slice(start, end))).toBe(true);
  expect(runs.mayHave('wandb.init(')).toBe(false);
  runs.take('wandb.init()');
  expect([runs.mayHave('wandb.init('), runs.mayHave('score(x)')]).toEqual([true, false]);
});
