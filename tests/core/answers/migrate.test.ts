import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Answer, type Answers, openRereads } from '../../../src/core/answers/answers.ts';
import { migrate, openAnswers } from '../../../src/core/answers/migrate.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { migrationsFile } from '../../../src/core/model/migrations-schema.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import type { MigrationStep } from '../../../src/core/model/pack-schema.ts';
import { compareVersions, versionNumbers } from '../../../src/core/model/versions.ts';
import { answerOf, type Brief } from '../../support/compact.ts';
import { runs } from '../../support/runs.ts';
import { packWith, practice, signalOf } from '../../support/small-pack.ts';
import { sorted } from '../../support/sorted.ts';
import { answersOf } from '../../support/teams.ts';

type Revs = Record<string, number>;
const { versions, ...file } = parse(readFileSync('tests/fixtures/migrations/three-versions.yaml', 'utf8'));
const { steps } = migrationsFile.parse(file);
const signals: Pack['signals'] = [signalOf('pain', 'a', 'b')];
const packOfRevs = (version: string, revs: Revs, migrations: MigrationStep[] = steps): Pack =>
  packWith(
    Object.entries(revs).map(([id, rev]) => practice(id, { rev })),
    { version, signals, migrations },
  );
const [first, second, third] = ['1.0.0', '2.0.0', '3.0.0'].map((version) => packOfRevs(version, versions[version])) as [
  Pack,
  Pack,
  Pack,
];

/** Answers to the first version, from their short form. */
const answersFrom = (brief: Brief, part: Partial<Answers> = {}): Answers => ({
  ...answersOf(
    first,
    Object.entries(brief).map(([item, value]) => answerOf(item, value)),
  ),
  ...part,
});
const migrated = (brief: Brief, pack = second) => migrate(answersFrom(brief), steps, pack);
const hint = (item: string, why: string, before: Answer) => ({ item, why, before });

test('migrate keeps answers to items that are the same, renamed, or not named by any step', () => {
  const { answers, reread } = migrated({ kept: 3, slow: 1 });
  expect(answers.answers).toEqual([answerOf('kept', 3), answerOf('fast', 1)]);
  expect(answers.pack.version).toBe('2.0.0');
  expect(reread).toEqual([]);
  expect(answers).not.toHaveProperty('reread');
  expect(answers).not.toHaveProperty('setAside');
});

test('migrate turns an answer to a reworded question into a hint', () => {
  const { answers, reread } = migrated({ wording: 3 });
  expect(answers.answers).toEqual([]);
  expect(reread).toEqual([hint('wording', 'reworded', answerOf('wording', 3))]);
  expect(answers.reread).toEqual(reread);
});

test('migrate carries the previous assessment over, with answers to changed questions as rereads', () => {
  const previous = { date: '2026-08-01', answers: answersFrom({ kept: 3, slow: 1, wording: 2 }).answers };
  const { answers } = migrate(answersFrom({ kept: 0 }, { previous }), steps, second);
  expect(answers.answers).toEqual([answerOf('kept', 0)]);
  expect(answers.previous).toEqual({
    date: '2026-08-01',
    answers: [answerOf('kept', 3), answerOf('fast', 1)],
    reread: [hint('wording', 'reworded', answerOf('wording', 2))],
  });
  expect(answers).not.toHaveProperty('reread');
  expect(answers).not.toHaveProperty('setAside');
});

test('migrate treats another revision without a step like a reworded question', () => {
  const { answers, reread } = migrated({ quiet: 2 });
  expect(answers.answers).toEqual([]);
  expect(reread).toEqual([hint('quiet', 'rev', answerOf('quiet', 2))]);
});

test('migrate turns an answer to a split question into a hint to each part', () => {
  const before = answerOf('whole', 'na');
  expect(migrated({ whole: 'na' }).reread).toEqual([
    hint('part-one', 'split', before),
    hint('part-two', 'split', before),
  ]);
});

test.each<[string, Brief, string]>([
  ['the lower level', { left: 3, right: 1 }, 'right'],
  ['the lower level, whatever the order', { left: 0, right: 4 }, 'left'],
  ['the first of equal ones', { right: 2, left: 2 }, 'left'],
  ['a level before "don\'t know"', { left: 'dk', right: 4 }, 'right'],
  ['"don\'t know" before "does not apply"', { left: 'na', right: 'dk' }, 'right'],
])('migrate makes a hint of %s to merged questions, and sets the other aside', (_, brief, hintItem) => {
  const { answers, reread } = migrated(brief);
  expect(answers.answers).toEqual([]);
  expect(reread).toEqual([hint('both', 'merged', answerOf(hintItem, brief[hintItem] ?? 0))]);
  expect(answers.setAside?.answers.map(({ item }) => item)).toEqual(
    ['left', 'right'].filter((item) => item !== hintItem),
  );
});

test('migrate sets answers to retired questions aside', () => {
  const { answers, reread } = migrated({ gone: 4 });
  expect([answers.answers, reread]).toEqual([[], []]);
  expect(answers.setAside?.answers).toEqual([answerOf('gone', 4)]);
});

test('migrate makes no hint of an open answer, and sets it aside with its note', () => {
  const open: Answer = { item: 'whole', rev: 1, state: 'unanswered', note: 'ask Ada' };
  const { answers, reread } = migrate({ ...answersFrom({}), answers: [open] }, steps, second);
  expect([reread, answers.setAside?.answers]).toEqual([[], [open]]);
});

test('migrate over three versions carries hints on from question to question', () => {
  const { answers, reread } = migrated({ slow: 2, wording: 1, whole: 3, left: 2, right: 4 }, third);
  expect(answers.answers).toEqual([answerOf('swift', 2)]);
  expect(reread).toEqual([
    hint('part-two', 'split', answerOf('whole', 3)),
    hint('short', 'split', answerOf('wording', 1)),
    hint('long', 'split', answerOf('wording', 1)),
    hint('joined', 'merged', answerOf('left', 2)),
  ]);
  expect(answers.setAside?.answers).toEqual([answerOf('right', 4), answerOf('whole', 3)]);
});

test('migrate sets targets and decisions of changed items aside, and overrides of lost signals', () => {
  const plans = {
    targets: ['slow', 'wording', 'quiet', 'kept'].map((item) => ({ item, level: 4 })),
    decisions: ['slow', 'gone'].map((id) => ({ practice: id, decision: 'do' as const, owner: 'Ada' })),
    overrides: ['pain', 'lost'].map((signal) => ({ signal, reason: 'r' })),
  };
  const { answers } = migrate(answersFrom({ quiet: 1 }, plans), steps, second);
  expect(answers.targets.map(({ item }) => item)).toEqual(['fast', 'kept']);
  expect(answers.decisions).toEqual([{ practice: 'fast', decision: 'do', owner: 'Ada' }]);
  expect(answers.overrides).toEqual([{ signal: 'pain', reason: 'r' }]);
  expect(answers.setAside).toEqual({
    answers: [],
    targets: [
      { item: 'wording', level: 4 },
      { item: 'quiet', level: 4 },
    ],
    decisions: [{ practice: 'gone', decision: 'do', owner: 'Ada' }],
    overrides: [{ signal: 'lost', reason: 'r' }],
  });
});

test('migrate sets a hint aside if its question has an answer again', () => {
  const between = migrated({ whole: 0, left: 3 }).answers;
  const again = { ...between, answers: [answerOf('part-one', 4)] };
  expect(openRereads(again).map(({ item }) => item)).toEqual(['part-two', 'both']);
  const { answers, reread } = migrate(again, steps, third);
  expect(reread).toContainEqual(hint('joined', 'merged', answerOf('left', 3)));
  expect(answers.setAside?.answers).toEqual(expect.arrayContaining([answerOf('whole', 0), answerOf('part-one', 4)]));
});

test('openRereads(answers) treats an open answer as none', () => {
  const { reread } = migrated({ wording: 1 });
  expect(openRereads({ reread, answers: [{ item: 'wording', rev: 2, state: 'unanswered' }] })).toEqual(reread);
  expect(openRereads({ answers: [] })).toEqual([]);
});

// openAnswers
const brief: Brief = { kept: 3, slow: 2, wording: 1, gone: 0 };

test('openAnswers(data) carries an older file over, and the result opens unchanged', () => {
  const opened = openAnswers(JSON.parse(JSON.stringify(answersFrom(brief))), second);
  expect(opened).toEqual({ ok: true, value: migrated(brief).answers });
  if (!opened.ok) return;
  expect(openAnswers(JSON.parse(JSON.stringify(opened.value)), second)).toEqual(opened);
  expect(parseAnswers(opened.value, second)).toEqual(opened);
});

test('openAnswers(data) reads a current file like parseAnswers, and a lower revision in it as a hint', () => {
  const now = { ...answersFrom({ kept: 1 }), pack: { id: 'small', version: '2.0.0' } };
  expect(openAnswers(now, second)).toEqual(parseAnswers(now, second));
  const opened = openAnswers({ ...now, answers: [answerOf('wording', 1)] }, second);
  expect(opened).toMatchObject({ ok: true, value: { answers: [], reread: [{ item: 'wording', why: 'rev' }] } });
});

test.each([
  [
    'a newer major version',
    { pack: { id: 'small', version: '3.0.0' } },
    'pack.version: Found "3.0.0"; this Trivium knows',
  ],
  [
    'a newer minor version',
    { pack: { id: 'small', version: '2.1.0' } },
    'pack.version: Found "2.1.0"; this Trivium knows',
  ],
  ['no version', { pack: { id: 'small', version: 'new' } }, 'pack.version: Found "new"; this Trivium knows'],
  ['another pack', { pack: { id: 'big', version: '1.0.0' } }, 'pack.id: Found "big"'],
  ['a newer revision', { answers: [answerOf('kept', 1, 2)] }, 'answers[0].rev: Found 2; "kept" has revision 1'],
  ['a question nobody ever asked', { answers: [answerOf('odd', 1)] }, 'answers[0].item: There is no question "odd".'],
  [
    'a former question twice',
    { answers: [1, 2].map((n) => answerOf('gone', n)) },
    'answers[1].item: "gone" is listed twice.',
  ],
  [
    'a former question in a new file',
    { pack: { id: 'small', version: '2.0.0' }, answers: [answerOf('gone', 1)] },
    'There is no question "gone".',
  ],
  [
    'an old override in a new file',
    { pack: { id: 'small', version: '2.0.0' }, answers: [], overrides: [{ signal: 'lost', reason: 'r' }] },
    'There is no signal "lost".',
  ],
  ['no object', undefined, 'an object with "format"'],
])('openAnswers(data) refuses %s with a sentence', (_, part, sentence) => {
  const opened = openAnswers(part && { ...answersFrom({}), ...part }, second);
  expect(opened.ok ? [] : opened.problems.join('\n')).toContain(sentence);
});

test('compareVersions(a, b) compares number by number; versionNumbers(text) is undefined for other texts', () => {
  expect(['1', '1.2', '1.2.3', '1.2.3.4', '', 'x', '1.x', '-1.0.0'].map(versionNumbers)).toEqual([
    [1, 0, 0],
    [1, 2, 0],
    [1, 2, 3],
    ...Array(5).fill(undefined),
  ]);
  expect([compareVersions('1.10.0', '1.9.0'), compareVersions('1.2', '1.2.0')]).toEqual([1, 0]);
  expect(compareVersions('1.9.9', '2.0.0')).toBeLessThan(0);
});

// Properties, for invented packs of three versions.
const kinds = ['unnamed', 'bump', 'same', 'reworded', 'split', 'merged', 'retired'] as const;
type Choice = (typeof kinds)[number];

/** The next version of some questions. Each choice says how a question changes; `merged` includes the next question. */
function nextVersion(revs: Revs, choices: readonly Choice[], from: string, to: string) {
  const items: MigrationStep['items'] = [];
  const next: Revs = {};
  const ids = Object.keys(revs);
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] ?? '';
    const kind = choices[index % choices.length] ?? 'unnamed';
    const rev = revs[id] ?? 1;
    const other = ids[index + 1];
    if (kind === 'bump' || kind === 'unnamed' || (kind === 'merged' && other === undefined)) {
      next[id] = kind === 'bump' ? rev + 1 : rev;
      continue;
    }
    const after = { same: [`${id}x`], reworded: [id], split: [id, `${id}y`], merged: [`${id}z`], retired: [] }[kind];
    for (const newId of after) next[newId] = kind === 'same' ? rev : rev + 1;
    items.push({ kind, from: kind === 'merged' && other ? [id, other] : [id], to: after });
    if (kind === 'merged') index += 1;
  }
  return { revs: next, step: { from, to, items } };
}

const start: Revs = { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 };
const ids = Object.keys(start);
const state = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom('dk' as const, 'na' as const, 'unanswered' as const),
);
const choices = fc.array(fc.constantFrom(...kinds), { minLength: 6, maxLength: 9 });
const stories = fc.record({
  states: fc.tuple(...ids.map(() => fc.option(state))),
  planned: fc.subarray(ids),
  choices: fc.tuple(choices, choices),
});

/** Answers to the first version, each with its own note, and packs and steps of the later versions. */
function storyOf({ states, planned, choices: [one, two] }: typeof stories extends fc.Arbitrary<infer T> ? T : never) {
  const answers = ids.flatMap((item, index): Answer[] => {
    const value = states[index];
    if (value === null || value === undefined) return [];
    const common = { item, rev: 1, note: `note ${item}` };
    return [typeof value === 'number' ? { ...common, state: 'level', level: value } : { ...common, state: value }];
  });
  const v2 = nextVersion(start, one, '1.0.0', '2.0.0');
  const v3 = nextVersion(v2.revs, two, '2.0.0', '3.0.0');
  const all = [v2.step, v3.step];
  const old = {
    ...answersOf(first, answers),
    targets: planned.map((item) => ({ item, level: 4, reason: item })),
    decisions: planned.map((id) => ({ practice: id, owner: id })),
  };
  return { old, steps: all, packs: [packOfRevs('2.0.0', v2.revs, all), packOfRevs('3.0.0', v3.revs, all)] as const };
}

const manyRuns = runs(500);

test('property: the invented steps are valid', () => {
  fc.assert(
    fc.property(stories, (story) => {
      expect(migrationsFile.safeParse({ steps: storyOf(story).steps }).error).toBeUndefined();
    }),
    manyRuns,
  );
});

test('property: no answer, target or decision is lost, and what comes out fits the pack', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { old, steps: all, packs } = storyOf(story);
      const { answers, reread } = migrate(old, all, packs[1]);
      const notes = new Set(
        [...answers.answers, ...reread.map(({ before }) => before), ...(answers.setAside?.answers ?? [])].map(
          ({ note }) => note,
        ),
      );
      expect(old.answers.filter(({ note }) => !notes.has(note))).toEqual([]);
      const owners = [...answers.decisions, ...(answers.setAside?.decisions ?? [])].map(({ owner }) => owner);
      const reasons = [...answers.targets, ...(answers.setAside?.targets ?? [])].map(({ reason }) => reason);
      expect([owners.toSorted(), reasons.toSorted()]).toEqual([story.planned.toSorted(), story.planned.toSorted()]);
      expect(parseAnswers(answers, packs[1])).toMatchObject({ ok: true });
      expect(openAnswers(old, packs[1])).toEqual({ ok: true, value: answers });
    }),
    manyRuns,
  );
});

test('property: an answer that stays is unchanged, and its question has its revision', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { old, steps: all, packs } = storyOf(story);
      for (const { item, note, ...content } of migrate(old, all, packs[1]).answers.answers) {
        const { item: _, note: __, ...before } = old.answers.find((other) => other.note === note) ?? { item: '' };
        expect(content).toEqual(before);
        expect(packs[1].items.find(({ id }) => id === item)?.rev).toBe(1);
      }
    }),
    manyRuns,
  );
});

test('property: current answers are not changed', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { old, steps: all, packs } = storyOf(story);
      expect(migrate(old, all, packOfRevs('1.0.0', start, all)).answers).toEqual(old);
      const { answers } = migrate(old, all, packs[1]);
      expect(migrate(answers, all, packs[1]).answers).toEqual(answers);
    }),
    manyRuns,
  );
});

test('property: migrating version by version gives the same as all at once', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { old, steps: all, packs } = storyOf(story);
      const between = migrate(old, all, packs[0]).answers;
      expect(sorted(migrate(between, all, packs[1]))).toEqual(sorted(migrate(old, all, packs[1])));
    }),
    manyRuns,
  );
});

test('property: the order of answers does not matter', () => {
  fc.assert(
    fc.property(stories, fc.infiniteStream(fc.nat()), (story, numbers) => {
      const { old, steps: all, packs } = storyOf(story);
      const keyed = old.answers.map((answer) => ({ answer, key: numbers.next().value ?? 0 }));
      const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ answer }) => answer);
      const other = migrate({ ...old, answers: shuffled }, all, packs[1]);
      expect(sorted(other)).toEqual(sorted(migrate(old, all, packs[1])));
    }),
    manyRuns,
  );
});
