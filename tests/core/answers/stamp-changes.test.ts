import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, type Answers, answerMap } from '../../../src/core/answers/answers.ts';
import { mergeDrafts, nextTime, sameAnswer, stampChanges } from '../../../src/core/answers/merge-drafts.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { anyDraft, emptyDraft, ids, iso, itemOf, pack } from '../../support/arbitrary-draft.ts';
import { runs } from '../../support/runs.ts';
import { answersOf } from '../../support/teams.ts';

test('stampChanges(before, after, nextTime) wins against every copy, but only where it changed something', () => {
  fc.assert(
    fc.property(
      anyDraft,
      anyDraft,
      anyDraft,
      fc.integer({ min: -7_200_000, max: 20_000 }),
      (tabDraft, stored, after, clock) => {
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
      },
    ),
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
      let storedDraft = emptyDraft;
      const tabDrafts = [emptyDraft, emptyDraft];
      const newestLevels = new Map<string, number | undefined>();
      steps.forEach(({ tab, item, level }, index) => {
        const tabDraft = tabDrafts[tab] ?? emptyDraft; // may be long out of date
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
      const [first = emptyDraft, second = emptyDraft] = tabDrafts;
      const merged = answerMap(mergeDrafts(storedDraft, mergeDrafts(first, second)));
      for (const [item, level] of newestLevels) {
        const answer = merged.get(item);
        expect(answer?.state === 'level' ? answer.level : undefined).toBe(level);
      }
    }),
  );
});

test('nextTime(answers, clock) is after the latest time, and always a valid time', () => {
  const at = (text: string): Answers => ({ ...emptyDraft, answers: [{ item: 'a', rev: 1, state: 'dk', at: text }] });
  expect(nextTime(emptyDraft, 5)).toBe(5);
  expect(nextTime(at(iso(1000)), 5)).toBe(1001);
  expect(nextTime(at(iso(1000)), 5000)).toBe(5000);
  expect(nextTime({ ...emptyDraft, times: { system: iso(1000), review: 7 } }, 5)).toBe(1001);
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
  const merged = stampChanges(emptyDraft, mergeDrafts(parsed.value, emptyDraft), iso(0));
  for (const each of [merged, merged.context, merged.answers[0] ?? {}]) {
    expect(Object.getPrototypeOf(each)).toBe(Object.prototype);
  }
  expect(merged.context.serving).toBeUndefined();
  expect(itemOf(merged, 'a')?.note).toBeUndefined();
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('stampChanges(before, after) keeps the later time of an answer that was changed and changed back', () => {
  const answer = { item: 'a', rev: 1, state: 'level', level: 2 } as const;
  const state = (at: string): Answers => ({ ...answersOf(pack, []), answers: [{ ...answer, at }] });
  const [early, late] = ['2026-11-23T10:00:00.000Z', '2026-11-23T11:00:00.000Z'];
  expect(stampChanges(state(early), state(late), '2026-11-23T12:00:00.000Z').answers).toMatchObject([{ at: late }]);
  expect(stampChanges(state(late), state(early), '2026-11-23T12:00:00.000Z').answers).toMatchObject([{ at: late }]);
});
