import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, type Answers, answerMap } from '../../../src/core/answers/answers.ts';
import { compareDrafts } from '../../../src/core/answers/compare-drafts.ts';
import { mergeDrafts, nextTime, sameAnswer, sameDraft, stampChanges } from '../../../src/core/answers/merge-drafts.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { runs } from '../../support/runs.ts';
import { packWith, practice } from '../../support/small-pack.ts';
import { answersOf } from '../../support/teams.ts';

const ids = ['a', 'b', 'c'];
const pack = packWith(ids.map((id) => practice(id)));
const iso = (time: number) => new Date(time).toISOString();
/** Few times, so that ties are common; one text that is not a time, and no time at all. */
const time = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 5 }).map((n) => iso(n * 1000)),
    fc.constant('soon'),
  ),
  { nil: undefined },
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const asJson = (value: object) => JSON.parse(JSON.stringify(value));
const content = fc.oneof(
  fc.record({ state: fc.constant('level'), level: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ state: fc.constant('na'), reason: maybe(fc.constantFrom('x', 'y')) }),
  fc.constant({ state: 'dk' }),
  fc.constant({ state: 'unanswered' }),
);
const answer = fc
  .record({
    item: fc.constantFrom(...ids),
    content,
    note: maybe(fc.constantFrom('n', 'other')),
    confidence: maybe(fc.constantFrom('sure', 'guessing')),
    at: time,
  })
  .map(({ content, ...rest }): Answer => asJson({ ...rest, ...content, rev: 1 }));
const listBy = (id: string, part: fc.Arbitrary<object>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ids), part), { selector: ([key]) => key })
    .map((list) => list.map(([key, rest]) => asJson({ [id]: key, ...rest })));
const paths = ['system', 'review', 'scope.boundary', 'context.serving', 'targets.a', 'decisions.b', 'overrides.c'];
const draft = fc
  .record({
    system: fc.constantFrom('', 'Parcels', 'Search'),
    review: maybe(fc.constantFrom('2026-01-01', '2026-02-02')),
    scope: maybe(fc.record({ boundary: maybe(fc.constantFrom('x', 'y')) })),
    context: fc.record({ serving: maybe(fc.constantFrom('online', 'batch')) }),
    answers: fc.uniqueArray(answer, { selector: ({ item }) => item }),
    targets: listBy('item', fc.record({ level: fc.integer({ min: 0, max: 4 }) })),
    decisions: listBy('practice', fc.record({ owner: maybe(fc.constantFrom('Ada', 'Bo')) })),
    overrides: listBy('signal', fc.record({ reason: fc.constantFrom('r', 's') })),
    times: fc.dictionary(fc.constantFrom(...paths), fc.constantFrom(...[1, 2, 3].map((n) => iso(n * 1000)))),
    extra: maybe(fc.constantFrom(1, 2)),
  })
  .map(
    (parts): Answers =>
      asJson({ format: 'trivium-answers', version: 1, pack: { id: 'small', version: '1.0.0' }, ...parts }),
  );
const itemOf = (answers: Answers, id: string) => answers.answers.find(({ item }) => item === id);
const timeOf = (answer: Answer | undefined) => {
  const time = Date.parse(answer?.at ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
};

test('mergeDrafts(a, b) is commutative, associative and idempotent', () => {
  fc.assert(
    fc.property(draft, draft, draft, (a, b, c) => {
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
    fc.property(draft, draft, (a, b) => {
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
    fc.property(draft, draft, (a, b) => {
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
    ...empty,
    answers: [{ item: 'a', rev: 1, at: iso(0), ...part } as Answer],
  });
  const merged = (a: object, b: object) => itemOf(mergeDrafts(draftWith(a), draftWith(b)), 'a');
  expect(merged({ state: 'dk' }, { state: 'level', level: 0 })).toMatchObject({ level: 0 });
  expect(merged({ state: 'unanswered' }, { state: 'dk' })).toMatchObject({ state: 'dk' });
  expect(merged({ state: 'dk', note: 'n' }, { state: 'dk' })).toMatchObject({ note: 'n' });
});

const empty: Answers = {
  format: 'trivium-answers',
  version: 1,
  pack: { id: 'small', version: '1.0.0' },
  system: '',
  context: {},
  answers: [],
  targets: [],
  decisions: [],
  overrides: [],
};

test('stampChanges(before, after, nextTime) wins against every copy, but only where it changed something', () => {
  fc.assert(
    fc.property(draft, draft, draft, fc.integer({ min: -7_200_000, max: 20_000 }), (tabDraft, stored, after, clock) => {
      const base = mergeDrafts(tabDraft, stored);
      const at = iso(nextTime(base, clock));
      const merged = mergeDrafts(base, stampChanges(base, after, at));
      expect([...answerMap(merged).values()].every((answer) => sameAnswer(answer, itemOf(after, answer.item)))).toBe(
        true,
      );
      expect(answerMap(merged).size).toBe(answerMap(after).size);
      const names = ({ targets, decisions, overrides }: Answers) => [
        targets.map(({ item }) => item).toSorted(),
        decisions.map(({ practice }) => practice).toSorted(),
        overrides.map(({ signal }) => signal).toSorted(),
      ];
      expect(names(merged)).toEqual(names(after));
      expect({ system: merged.system, context: merged.context }).toEqual({
        system: after.system,
        context: after.context,
      });
      expect(stampChanges(merged, merged, iso(1e12))).toEqual(merged);
    }),
    runs(1000),
  );
});

test('two tabs, one of them an hour behind: the newest answer to each item wins, and cleared ones stay cleared', () => {
  const step = fc.record({
    tab: fc.constantFrom(0, 1),
    item: fc.constantFrom(...ids),
    level: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let storedDraft = empty;
      const tabDrafts = [empty, empty];
      const newestLevels = new Map<string, number | undefined>();
      steps.forEach(({ tab, item, level }, index) => {
        const tabDraft = tabDrafts[tab] ?? empty; // may be long out of date
        const clock = 10_000_000 + index * 10 - tab * 3_600_000;
        const otherAnswers = tabDraft.answers.filter((answer) => answer.item !== item);
        const newAnswers: Answer[] = level === undefined ? [] : [{ item, rev: 1, state: 'level', level }];
        const base = mergeDrafts(storedDraft, tabDraft);
        const currentAnswer = itemOf(base, item);
        // Like the session, compares the change with the current answer, not with the outdated one of the tab.
        const before = { ...tabDraft, answers: [...otherAnswers, ...(currentAnswer ? [currentAnswer] : [])] };
        const after = { ...tabDraft, answers: [...otherAnswers, ...newAnswers] };
        storedDraft = mergeDrafts(base, stampChanges(before, after, iso(nextTime(base, clock))));
        tabDrafts[tab] = storedDraft;
        newestLevels.set(item, level);
      });
      const [first = empty, second = empty] = tabDrafts;
      const merged = answerMap(mergeDrafts(storedDraft, mergeDrafts(first, second)));
      for (const [item, level] of newestLevels) {
        const answer = merged.get(item);
        expect(answer?.state === 'level' ? answer.level : undefined).toBe(level);
      }
    }),
  );
});

test('nextTime(answers, clock) is after the latest time, and always a valid time', () => {
  const at = (text: string): Answers => ({ ...empty, answers: [{ item: 'a', rev: 1, state: 'dk', at: text }] });
  expect(nextTime(empty, 5)).toBe(5);
  expect(nextTime(at(iso(1000)), 5)).toBe(1001);
  expect(nextTime(at(iso(1000)), 5000)).toBe(5000);
  expect(nextTime({ ...empty, times: { system: iso(1000), review: 7 } }, 5)).toBe(1001);
  expect(nextTime(at('+275760-09-13T00:00:00.000Z'), 5)).toBe(5);
  expect(iso(nextTime(at('9999-12-31T23:59:59.999Z'), 5))).toBe('+010000-01-01T00:00:00.000Z');
});

test('stampChanges and mergeDrafts ignore keys like __proto__', () => {
  const text =
    '{"format":"trivium-answers","version":1,"pack":{"id":"small","version":"1.0.0"},"__proto__":{"polluted":1},' +
    '"context":{"__proto__":{"serving":"online"}},"times":{"__proto__":"2026-01-01","context.__proto__":"2026-01-01"},' +
    '"answers":[{"item":"a","rev":1,"state":"dk","__proto__":{"note":"n"}}]}';
  const parsed = parseAnswers(JSON.parse(text), pack);
  if (!parsed.ok) throw new Error(parsed.problems.join());
  const merged = stampChanges(empty, mergeDrafts(parsed.value, empty), iso(0));
  for (const each of [merged, merged.context, merged.answers[0] ?? {}]) {
    expect(Object.getPrototypeOf(each)).toBe(Object.prototype);
  }
  expect(merged.context.serving).toBeUndefined();
  expect(itemOf(merged, 'a')?.note).toBeUndefined();
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('compareDrafts(ours, theirs) puts every item into its list', () => {
  const level = (item: string, n: number, at?: string): Answer => ({
    item,
    rev: 1,
    state: 'level',
    level: n,
    ...(at && { at }),
  });
  const cleared: Answer = { item: 'e', rev: 1, state: 'unanswered' };
  const ours = { answers: [level('a', 1, iso(0)), level('b', 1), level('c', 1), cleared] };
  const theirs = { answers: [level('a', 1, iso(9)), level('b', 2), level('d', 1), cleared] };
  expect(compareDrafts(ours, theirs)).toEqual({
    same: ['a'],
    added: ['d'],
    missing: ['c'],
    different: [{ item: 'b', ours: level('b', 1), theirs: level('b', 2) }],
  });
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

test('sameAnswer(a, b): a note without an answer differs from no answer, and answerMap leaves it out', () => {
  const noteOnly: Answer = { item: 'a', rev: 1, state: 'unanswered', note: 'We talked about it' };
  const empty: Answer = { item: 'a', rev: 1, state: 'unanswered' };
  expect(sameAnswer(noteOnly, undefined)).toBe(false);
  expect(sameAnswer(noteOnly, empty)).toBe(false);
  expect(sameAnswer(empty, undefined)).toBe(true);
  expect(answerMap({ answers: [noteOnly] }).size).toBe(0);
});

test('sameDraft(a, b) ignores the order of lists and keys, but not times', () => {
  const decision = (part: object) => ({ practice: 'a', ...part });
  const of = (part: object): Answers => ({ ...empty, ...part });
  const one = of({ decisions: [decision({ owner: 'Ada', due: '2026-02-02' }), { practice: 'b' }] });
  const other = of({ decisions: [{ practice: 'b' }, decision({ due: '2026-02-02', owner: 'Ada' })] });
  expect(sameDraft(one, other)).toBe(true);
  expect(sameDraft(one, of({ decisions: [decision({ owner: 'Bo', due: '2026-02-02' }), { practice: 'b' }] }))).toBe(
    false,
  );
  expect(sameDraft(of({ times: { system: iso(1) } }), of({ times: { system: iso(2) } }))).toBe(false);
  expect(stampChanges(one, other, iso(9)).times).toBeUndefined();
});

test('mergeDrafts(a, b) keeps the time of an answer in the answer, other times in `times`, and omits empty `times`', () => {
  const given: Answer = { item: 'a', rev: 1, state: 'dk', at: iso(3) };
  const merged = mergeDrafts({ ...empty, answers: [given], times: { system: iso(1) } }, empty);
  expect(merged.answers).toEqual([given]);
  expect(merged.times).toEqual({ system: iso(1) });
  expect(mergeDrafts({ ...empty, answers: [given] }, empty)).not.toHaveProperty('times');
});

test('of two times of one value the later text is kept, however it writes the same moment', () => {
  const at = (text: string): Answers => ({ ...empty, answers: [{ item: 'a', rev: 1, state: 'dk', at: text }] });
  const [zulu, offset] = [at('2026-01-01T00:00:00.000Z'), at('2026-01-01T01:00:00.000+01:00')];
  expect(mergeDrafts(zulu, offset)).toEqual(mergeDrafts(offset, zulu));
  expect(itemOf(mergeDrafts(zulu, offset), 'a')?.at).toBe('2026-01-01T01:00:00.000+01:00');
});

test('stampChanges(before, after) keeps the later time of an answer that was changed and changed back', () => {
  const answer = { item: 'a', rev: 1, state: 'level', level: 2 } as const;
  const state = (at: string): Answers => ({ ...answersOf(pack, []), answers: [{ ...answer, at }] });
  const [early, late] = ['2026-11-23T10:00:00.000Z', '2026-11-23T11:00:00.000Z'];
  expect(stampChanges(state(early), state(late), '2026-11-23T12:00:00.000Z').answers).toMatchObject([{ at: late }]);
  expect(stampChanges(state(late), state(early), '2026-11-23T12:00:00.000Z').answers).toMatchObject([{ at: late }]);
});
