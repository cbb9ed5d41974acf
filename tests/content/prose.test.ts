import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import type { Entry } from '../../src/core/model/entry.ts';
import { plainText } from '../../src/core/model/entry-body.ts';
import { countWords } from '../../src/core/text/count-words.ts';
import { readingEase } from '../support/reading-ease.ts';

// What can be held about the language of the knowledge base.

const kb = loadKnowledgeBase();
const entries = [...kb.entries.values()];
const named = entries.filter(({ kind }) => ['practice', 'pain-point', 'anti-pattern'].includes(kind));
const terms: string[] = parse(readFileSync('tests/fixtures/field-terms.yaml', 'utf8'));
const banned: string[] = parse(readFileSync('tests/fixtures/banned-phrases.yaml', 'utf8'));

/** Everything of an entry that a reader sees and that we wrote. */
const textsOf = ({
  summary,
  plain = '',
  tonight,
  hosted = '',
  template,
  variables,
  changed,
  body,
}: Entry): string[] => [
  summary,
  plain,
  ...tonight,
  hosted,
  template?.use ?? '',
  ...variables.map(({ how }) => how),
  changed?.text ?? '',
  ...plainText(body.replaceAll(/^- /gm, '\n- ')).split('\n'),
];
const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!:])\s+(?=[A-Z“"‘(])/);

test('each practice, pain point and anti-pattern has a term of the field as its title, and plain words beside it', () => {
  const lower = terms.map((term) => term.toLowerCase());
  const isTerm = ({ title }: Entry) => lower.some((term) => title.toLowerCase().includes(term));
  expect(
    named.filter((entry) => !isTerm(entry)).map(({ title }) => title),
    'Use a term of the field in these titles. If it is one already, write it into tests/fixtures/field-terms.yaml.',
  ).toEqual([]);
  expect(
    named.filter(({ plain }) => !plain).map(({ id }) => id),
    'Write "plain" words into these entries.',
  ).toEqual([]);
});

test('no other name of an entry is the title of another', () => {
  const ownerByTitle = new Map(entries.map(({ id, title }) => [title.toLowerCase(), id]));
  const clashes = entries.flatMap(({ id, aliases }) =>
    aliases.filter((alias) => (ownerByTitle.get(alias.toLowerCase()) ?? id) !== id).map((alias) => `${id}: ${alias}`),
  );
  expect(clashes, 'These aliases are titles of other entries. Remove them.').toEqual([]);
});

test('every practice and pain point says what to do tonight; at least thirty entries speak of hosted models', () => {
  const urgent = entries.filter(({ kind }) => kind === 'practice' || kind === 'pain-point');
  expect(
    urgent.filter(({ tonight }) => tonight.length === 0).map(({ id }) => id),
    'Say under "tonight" in these entries what to do first.',
  ).toEqual([]);
  expect(entries.filter(({ hosted }) => hosted).length, 'Write "hosted" into more entries.').toBeGreaterThanOrEqual(30);
});

test('what is said of hosted models has three to seven sentences', () => {
  const lengths = entries.flatMap(({ id, hosted }) => (hosted ? [{ id, count: sentencesOf(hosted).length }] : []));
  expect(
    lengths.filter(({ count }) => count < 3 || count > 7),
    'Give "hosted" in these entries three to seven sentences.',
  ).toEqual([]);
});

describe.each(entries.map((entry): [string, Entry] => [entry.id, entry]))('%s', (_, entry) => {
  test('no sentence has more than 32 words', () => {
    const sentences = textsOf(entry).flatMap(sentencesOf);
    const long = sentences.filter((sentence) => countWords(sentence) > 32);
    expect(long.join('\n'), `Divide these sentences of the entry "${entry.id}".`).toBe('');
  });

  test('its text is neither hard to read nor written for children', () => {
    const ease = readingEase(plainText(entry.body));
    expect(ease, `Make sentences and words of "${entry.id}" shorter (Flesch reading ease)`).toBeGreaterThanOrEqual(35);
    expect(ease, `Join short sentences of "${entry.id}" (Flesch reading ease)`).toBeLessThanOrEqual(85);
  });
});

test('no text has a turn of phrase from the list', () => {
  const files = execFileSync('git', ['ls-files', 'content'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((file) => /\.(mdx|yaml)$/.test(file) && !file.startsWith('content/study/'));
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8').replaceAll(/\s+/g, ' ').toLowerCase();
    return banned.filter((phrase) => new RegExp(`\\b${phrase}\\b`).test(text)).map((phrase) => `${file}: ${phrase}`);
  });
  expect(found, 'Say it in other words, without these turns of phrase.').toEqual([]);
});

test('every tool is named by an entry, and every entry names tools that exist', () => {
  const used = new Set(entries.flatMap(({ tools }) => tools));
  expect(
    [...used].filter((id) => !kb.tools.has(id)),
    'Write these tools into content/tools.yaml.',
  ).toEqual([]);
  expect(
    [...kb.tools.keys()].filter((id) => !used.has(id)),
    'Name these under "tools" of an entry that they help with, or remove them from content/tools.yaml.',
  ).toEqual([]);
});
