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
  expect(named.filter((entry) => !isTerm(entry)).map(({ title }) => title)).toEqual([]);
  expect(named.filter(({ plain }) => !plain).map(({ id }) => id)).toEqual([]);
});

test('no other name of an entry is the title of another', () => {
  const ownerByTitle = new Map(entries.map(({ id, title }) => [title.toLowerCase(), id]));
  const clashes = entries.flatMap(({ id, aliases }) =>
    aliases.filter((alias) => (ownerByTitle.get(alias.toLowerCase()) ?? id) !== id).map((alias) => `${id}: ${alias}`),
  );
  expect(clashes).toEqual([]);
});

test('every practice and pain point says what to do tonight; at least thirty entries speak of hosted models', () => {
  const urgent = entries.filter(({ kind }) => kind === 'practice' || kind === 'pain-point');
  expect(urgent.filter(({ tonight }) => tonight.length === 0).map(({ id }) => id)).toEqual([]);
  expect(entries.filter(({ hosted }) => hosted).length).toBeGreaterThanOrEqual(30);
});

test('what is said of hosted models has three to six sentences', () => {
  const lengths = entries.flatMap(({ id, hosted }) => (hosted ? [{ id, count: sentencesOf(hosted).length }] : []));
  expect(lengths.filter(({ count }) => count < 3 || count > 7)).toEqual([]);
});

describe.each(entries.map((entry): [string, Entry] => [entry.id, entry]))('%s', (_, entry) => {
  test('no sentence has more than 32 words', () => {
    const sentences = textsOf(entry).flatMap(sentencesOf);
    expect(sentences.filter((sentence) => countWords(sentence) > 32)).toEqual([]);
  });

  test('its text is neither hard to read nor written for children', () => {
    const ease = readingEase(plainText(entry.body));
    expect(ease).toBeGreaterThanOrEqual(35);
    expect(ease).toBeLessThanOrEqual(85);
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
  expect(found).toEqual([]);
});

test('every tool is named by an entry, and every entry names tools that exist', () => {
  const used = new Set(entries.flatMap(({ tools }) => tools));
  expect([...used].filter((id) => !kb.tools.has(id))).toEqual([]);
  expect([...kb.tools.keys()].filter((id) => !used.has(id))).toEqual([]);
});
