import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../../src/core/answers/answers.ts';
import { migrate, openAnswers } from '../../../src/core/answers/migrate.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { migrationsFile } from '../../../src/core/model/migrations-schema.ts';
import type { MigrationStep } from '../../../src/core/model/pack-schema.ts';
import { runs } from '../../support/runs.ts';
import { sorted } from '../../support/sorted.ts';
import { answersOf } from '../../support/teams.ts';
import { first, packOfRevs, type Revs } from '../../support/three-versions.ts';

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
