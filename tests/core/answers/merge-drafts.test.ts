import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Answers } from '../../../src/core/answers/answers.ts';
import { compareDrafts } from '../../../src/core/answers/compare-drafts.ts';
import { mergeDrafts, stampChanges } from '../../../src/core/answers/merge-drafts.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { anyDraft, emptyDraft, ids, iso, itemOf, pack } from '../../support/arbitrary-draft.ts';
import { runs } from '../../support/runs.ts';

const timeOf = (answer: Answer | undefined) => {
  const time = Date.parse(answer?.at ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
};

test('mergeDrafts(a, b) is commutative, associative and idempotent', () => {
  fc.assert(
    fc.property(anyDraft, anyDraft, anyDraft, (a, b, c) => {
      expect(mergeDrafts(a, b)).toEqual(mergeDrafts(b, a));
      expect(mergeDrafts(mergeDrafts(a, b), c)).toEqual(mergeDrafts(a, mergeDrafts(b, c)));
      const once = mergeDrafts(a, b);
      expect(mergeDrafts(once, once)).toEqual(once);
      expect(mergeDrafts(once, a)).toEqual(once);
    }),
    runs(1000),
  );
});

test('mergeDrafts(a, b) keeps the later answer to each item', () => {
  fc.assert(
    fc.property(anyDraft, anyDraft, (a, b) => {
      const merged = mergeDrafts(a, b);
      for (const id of ids) {
        const [left, right] = [itemOf(a, id), itemOf(b, id)];
        const mergedAnswer = itemOf(merged, id);
        if (!left || !right) expect(mergedAnswer).toEqual(left ?? right);
        else if (timeOf(left) !== timeOf(right))
          expect(mergedAnswer).toEqual(timeOf(left) > timeOf(right) ? left : right);
        else expect([left, right]).toContainEqual(mergedAnswer);
      }
    }),
    runs(1000),
  );
});

test('mergeDrafts(a, b) keeps entries and fields that only one copy has', () => {
  fc.assert(
    fc.property(anyDraft, anyDraft, (a, b) => {
      const merged = mergeDrafts({ ...a, times: {} }, { ...b, times: {} });
      const both = [a, b].flatMap(({ targets }) => targets.map(({ item }) => item));
      expect(new Set(merged.targets.map(({ item }) => item))).toEqual(new Set(both));
      expect(merged.context.serving !== undefined).toBe((a.context.serving ?? b.context.serving) !== undefined);
      expect(merged['extra'] !== undefined).toBe((a['extra'] ?? b['extra']) !== undefined);
    }),
  );
});

test('mergeDrafts(a, b) keeps the more informative of two answers with the same time', () => {
  const draftWith = (part: object): Answers => ({
    ...emptyDraft,
    answers: [{ item: 'a', rev: 1, at: iso(0), ...part } as Answer],
  });
  const merged = (a: object, b: object) => itemOf(mergeDrafts(draftWith(a), draftWith(b)), 'a');
  expect(merged({ state: 'dk' }, { state: 'level', level: 0 })).toMatchObject({ level: 0 });
  expect(merged({ state: 'unanswered' }, { state: 'dk' })).toMatchObject({ state: 'dk' });
  expect(merged({ state: 'dk', note: 'n' }, { state: 'dk' })).toMatchObject({ note: 'n' });
});

test('confidence is part of an answer: it is stamped, merged, compared and migrated with it', () => {
  const [sure, guessing] = (['sure', 'guessing'] as const).map(
    (confidence): Answer => ({ item: 'a', rev: 1, state: 'level', level: 2, confidence }),
  ) as [Answer, Answer];
  const of = (...answers: Answer[]): Answers => ({
    format: 'trivium-answers',
    version: 1,
    pack: { id: 'small', version: '1.0.0' },
    system: '',
    context: {},
    answers,
    targets: [],
    decisions: [],
    overrides: [],
  });
  const changed = stampChanges(of({ ...sure, at: iso(1) }), of(guessing), iso(2));
  expect(changed.answers).toEqual([{ ...guessing, at: iso(2) }]);
  expect(mergeDrafts(of({ ...sure, at: iso(1) }), changed).answers).toEqual(changed.answers);
  expect(compareDrafts(of(sure), of(guessing)).different).toEqual([{ item: 'a', ours: sure, theirs: guessing }]);
  expect(openAnswers(of(guessing), pack)).toMatchObject({ ok: true, value: { answers: [guessing] } });
});

test('mergeDrafts(a, b) keeps the time of an answer in the answer, other times in `times`, and omits empty `times`', () => {
  const given: Answer = { item: 'a', rev: 1, state: 'dk', at: iso(3) };
  const merged = mergeDrafts({ ...emptyDraft, answers: [given], times: { system: iso(1) } }, emptyDraft);
  expect(merged.answers).toEqual([given]);
  expect(merged.times).toEqual({ system: iso(1) });
  expect(mergeDrafts({ ...emptyDraft, answers: [given] }, emptyDraft)).not.toHaveProperty('times');
});

test('of two times of one value the later text is kept, however it writes the same moment', () => {
  const at = (text: string): Answers => ({ ...emptyDraft, answers: [{ item: 'a', rev: 1, state: 'dk', at: text }] });
  const [zulu, offset] = [at('2026-01-01T00:00:00.000Z'), at('2026-01-01T01:00:00.000+01:00')];
  expect(mergeDrafts(zulu, offset)).toEqual(mergeDrafts(offset, zulu));
  expect(itemOf(mergeDrafts(zulu, offset), 'a')?.at).toBe('2026-01-01T01:00:00.000+01:00');
});
