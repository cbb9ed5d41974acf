import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, type Answers, answerMap } from '../../../src/core/answers/answers.ts';
import { compareDrafts } from '../../../src/core/answers/compare-drafts.ts';
import { mergeDrafts, nextTime, sameAnswer, sameDraft, stampChanges } from '../../../src/core/answers/merge-drafts.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { runs } from '../../support/runs.ts';
import { packWith, practice } from '../../support/small-pack.ts';

const ids = ['a', 'b', 'c'];
const pack = packWith(ids.map((id) => practice(id)));
const iso = (time: number) => new Date(time).toISOString();
/** Few moments, so that ties are common; one text that is no time, and none at all. */
const time = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 5 }).map((n) => iso(n * 1000)),
    fc.constant('soon'),
  ),
  { nil: undefined },
);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const bare = (value: object) => JSON.parse(JSON.stringify(value));
const said = fc.oneof(
  fc.record({ state: fc.constant('level'), level: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ state: fc.constant('na'), reason: some(fc.constantFrom('x', 'y')) }),
  fc.constant({ state: 'dk' }),
  fc.constant({ state: 'unanswered' }),
);
const answer = fc
  .record({
    item: fc.constantFrom(...ids),
    said,
    note: some(fc.constantFrom('n', 'other')),
    confidence: some(fc.constantFrom('sure', 'guessing')),
    at: time,
  })
  .map(({ said, ...rest }): Answer => bare({ ...rest, ...said, rev: 1 }));
const by = (id: string, part: fc.Arbitrary<object>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ids), part), { selector: ([key]) => key })
    .map((list) => list.map(([key, rest]) => bare({ [id]: key, ...rest })));
const paths = ['system', 'review', 'scope.boundary', 'context.serving', 'targets.a', 'decisions.b', 'overrides.c'];
const draft = fc
  .record({
    system: fc.constantFrom('', 'Parcels', 'Search'),
    review: some(fc.constantFrom('2026-01-01', '2026-02-02')),
    scope: some(fc.record({ boundary: some(fc.constantFrom('x', 'y')) })),
    context: fc.record({ serving: some(fc.constantFrom('online', 'batch')) }),
    answers: fc.uniqueArray(answer, { selector: ({ item }) => item }),
    targets: by('item', fc.record({ level: fc.integer({ min: 0, max: 4 }) })),
    decisions: by('practice', fc.record({ owner: some(fc.constantFrom('Ada', 'Bo')) })),
    overrides: by('signal', fc.record({ reason: fc.constantFrom('r', 's') })),
    times: fc.dictionary(fc.constantFrom(...paths), fc.constantFrom(...[1, 2, 3].map((n) => iso(n * 1000)))),
    extra: some(fc.constantFrom(1, 2)),
  })
  .map(
    (parts): Answers =>
      bare({ format: 'trivium-answers', version: 1, pack: { id: 'small', version: '1.0.0' }, ...parts }),
  );
const itemOf = (answers: Answers, id: string) => answers.answers.find(({ item }) => item === id);
const momentOf = (given: Answer | undefined) => {
  const at = Date.parse(given?.at ?? '');
  return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at;
};

test('mergeDrafts(a, b) does not depend on the order in which copies meet', () => {
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

test('mergeDrafts(a, b) never loses the later answer of an item', () => {
  fc.assert(
    fc.property(draft, draft, (a, b) => {
      const merged = mergeDrafts(a, b);
      for (const id of ids) {
        const [left, right] = [itemOf(a, id), itemOf(b, id)];
        const kept = itemOf(merged, id);
        if (!left || !right) expect(kept).toEqual(left ?? right);
        else if (momentOf(left) !== momentOf(right))
          expect(kept).toEqual(momentOf(left) > momentOf(right) ? left : right);
        else expect([left, right]).toContainEqual(kept);
      }
    }),
    runs(1000),
  );
});

test('mergeDrafts(a, b) keeps entries and fields that stand in one copy only', () => {
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

test('of equally late answers the one that says more stays', () => {
  const one = (part: object): Answers => ({
    ...empty,
    answers: [{ item: 'a', rev: 1, at: iso(0), ...part } as Answer],
  });
  const kept = (a: object, b: object) => itemOf(mergeDrafts(one(a), one(b)), 'a');
  expect(kept({ state: 'dk' }, { state: 'level', level: 0 })).toMatchObject({ level: 0 });
  expect(kept({ state: 'unanswered' }, { state: 'dk' })).toMatchObject({ state: 'dk' });
  expect(kept({ state: 'dk', note: 'n' }, { state: 'dk' })).toMatchObject({ note: 'n' });
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

test('stampChanges(before, after, nextTime) wins against every copy, and only in what it changed', () => {
  fc.assert(
    fc.property(draft, draft, draft, fc.integer({ min: -7_200_000, max: 20_000 }), (seen, stored, after, clock) => {
      const base = mergeDrafts(seen, stored);
      const at = iso(nextTime(base, clock));
      const merged = mergeDrafts(base, stampChanges(base, after, at));
      expect([...answerMap(merged).values()].every((given) => sameAnswer(given, itemOf(after, given.item)))).toBe(true);
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

test('two tabs, one an hour back: the newest answer of each act stays, and a cleared one is not brought back', () => {
  const step = fc.record({
    tab: fc.constantFrom(0, 1),
    item: fc.constantFrom(...ids),
    level: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let stored = empty;
      const tabs = [empty, empty];
      const model = new Map<string, number | undefined>();
      steps.forEach(({ tab, item, level }, at) => {
        const mine = tabs[tab] ?? empty; // what this tab has seen; it may be long out of date
        const clock = 10_000_000 + at * 10 - tab * 3_600_000;
        const others = mine.answers.filter((each) => each.item !== item);
        const given: Answer[] = level === undefined ? [] : [{ item, rev: 1, state: 'level', level }];
        const base = mergeDrafts(stored, mine);
        const known = itemOf(base, item);
        // The act is seen against what stands now, as the session does it.
        const before = { ...mine, answers: [...others, ...(known ? [known] : [])] };
        const stamped = stampChanges(before, { ...mine, answers: [...others, ...given] }, iso(nextTime(base, clock)));
        stored = mergeDrafts(base, stamped);
        tabs[tab] = stored;
        model.set(item, level);
      });
      for (const [item, level] of model) {
        const kept = answerMap(mergeDrafts(stored, mergeDrafts(tabs[0] ?? empty, tabs[1] ?? empty))).get(item);
        expect(kept?.state === 'level' ? kept.level : undefined).toBe(level);
      }
    }),
  );
});

test('nextTime(answers, clock) counts on from the latest time, and can always be written', () => {
  const at = (text: string): Answers => ({ ...empty, answers: [{ item: 'a', rev: 1, state: 'dk', at: text }] });
  expect(nextTime(empty, 5)).toBe(5);
  expect(nextTime(at(iso(1000)), 5)).toBe(1001);
  expect(nextTime(at(iso(1000)), 5000)).toBe(5000);
  expect(nextTime({ ...empty, times: { system: iso(1000), review: 7 } }, 5)).toBe(1001);
  expect(nextTime(at('+275760-09-13T00:00:00.000Z'), 5)).toBe(5);
  expect(iso(nextTime(at('9999-12-31T23:59:59.999Z'), 5))).toBe('+010000-01-01T00:00:00.000Z');
});

test('keys like __proto__ are inert', () => {
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

test('compareDrafts(ours, theirs) puts every item where it belongs', () => {
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

test('how sure an answer is belongs to the answer: changed, merged, compared and carried over with it', () => {
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

test('what was noted before there is an answer is kept like an answer, and a later answer keeps it', () => {
  const noted: Answer = { item: 'a', rev: 1, state: 'unanswered', note: 'We talked about it' };
  const empty: Answer = { item: 'a', rev: 1, state: 'unanswered' };
  expect(sameAnswer(noted, undefined)).toBe(false);
  expect(sameAnswer(noted, empty)).toBe(false);
  expect(sameAnswer(empty, undefined)).toBe(true);
  expect(answerMap({ answers: [noted] }).size).toBe(0);
});

test('the same draft is the same whatever the order of its lists and keys, and another one with another time', () => {
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

test('an answer carries its own time; times list everything else that has one, and are left out where nothing has', () => {
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
