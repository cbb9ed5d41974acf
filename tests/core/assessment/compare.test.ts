import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { t } from '../../../src/build/strings.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { type Comparison, compare } from '../../../src/core/assessment/compare.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { randomFrom } from '../../../src/core/reliability/bootstrap.ts';
import { renderComparison } from '../../../src/core/render/side-by-side.ts';
import { answerOf, type Brief } from '../../support/compact.ts';
import { runs } from '../../support/runs.ts';
import { packWith, practice } from '../../support/small-pack.ts';
import { answersOf, generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const team = fc.integer({ min: 0, max: 5000 }).map((seed) => generateTeam(pack, seed));
const between = (before: Answers, now: Answers) => compare({ answers: before }, { answers: now }, pack);

// Worked examples: two sets of answers in, the words of change out, and why.
interface Vector {
  why: string[];
  variables: Record<'velocity' | 'validation' | 'versioning', string[]>;
  before: Brief;
  now: Brief;
  expected: Record<string, Partial<Comparison['total']>> & {
    practices: string[];
    onlyBefore: string[];
    onlyNow: string[];
  };
}
const folder = 'tests/fixtures/comparisons';
test.each(readdirSync(folder))('%s', (file) => {
  const vector: Vector = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  const small = packWith(
    Object.entries(vector.variables).flatMap(([variable, ids]) =>
      ids.map((id) => practice(id, { variable: variable as 'velocity' })),
    ),
  );
  const answers = (brief: Brief) => ({
    answers: answersOf(
      small,
      Object.entries(brief).map(([id, value]) => answerOf(id, value)),
    ),
  });
  const comparison = compare(answers(vector.before), answers(vector.now), small);
  const { practices, onlyBefore, onlyNow, total, ...variables } = vector.expected;
  expect(comparison.total).toMatchObject(total ?? {});
  for (const [id, change] of Object.entries(variables))
    expect(
      comparison.variables.find((each) => each.id === id),
      id,
    ).toMatchObject(change);
  expect(comparison.practices.map(({ item }) => item)).toEqual(practices);
  expect([comparison.onlyBefore, comparison.onlyNow]).toEqual([onlyBefore, onlyNow]);
  expect(vector.why.join(' ').length).toBeGreaterThan(40);
});

test('the same answers show no change', () => {
  fc.assert(
    fc.property(team, (answers) => {
      const comparison = between(answers, answers);
      expect(
        comparison.practices.length +
          comparison.symptoms.length +
          comparison.onlyBefore.length +
          comparison.onlyNow.length,
      ).toBe(0);
      for (const change of [comparison.total, ...comparison.variables]) {
        expect(change.sum).toBe(0);
        expect(['no-clear-change', 'nothing-in-common']).toContain(change.change);
        expect(change.now).toBe(change.before);
      }
    }),
    runs(40),
  );
});

test('the order of answers does not matter', () => {
  fc.assert(
    fc.property(team, team, (before, now) => {
      const turned = { ...now, answers: now.answers.toReversed() };
      expect(between(before, turned)).toEqual(between(before, now));
    }),
    runs(40),
  );
});

test('swapping before and now reverses every change', () => {
  const opposite = {
    higher: 'lower',
    lower: 'higher',
    'no-clear-change': 'no-clear-change',
    'nothing-in-common': 'nothing-in-common',
  };
  fc.assert(
    fc.property(team, team, (a, b) => {
      const [there, back] = [between(a, b), between(b, a)];
      [there.total, ...there.variables].forEach((change, at) => {
        const other = [back.total, ...back.variables][at];
        expect(other?.sum).toBe(change.sum === 0 ? 0 : -change.sum);
        expect(other).toMatchObject({
          change: opposite[change.change],
          known: change.known,
          before: change.now,
          now: change.before,
        });
      });
      expect(back.practices.map(({ item }) => item)).toEqual(there.practices.map(({ item }) => item));
      expect(back.onlyBefore).toEqual(there.onlyNow);
    }),
    runs(40),
  );
});

test('an answer in only one assessment changes nothing but the list of what is not compared', () => {
  fc.assert(
    fc.property(team, team, fc.nat(35), (before, now, at) => {
      const item = pack.items.filter(({ kind }) => kind === 'practice')[at]?.id ?? '';
      const without = { ...before, answers: before.answers.filter((answer) => answer.item !== item) };
      const raised = { ...now, answers: [...now.answers.filter((answer) => answer.item !== item), answerOf(item, 4)] };
      const lowered = { ...now, answers: [...now.answers.filter((answer) => answer.item !== item), answerOf(item, 0)] };
      expect(between(without, raised)).toEqual(between(without, lowered));
      expect(between(without, raised).onlyNow).toContain(item);
    }),
    runs(40),
  );
});

// A wobble: each time a person answers, one answer in four is a step off.
test('noise in the answers counts as a clear change 3 to 5 times in 100', () => {
  const random = randomFrom(11);
  const pairs = 4000;
  const wobble = (level: number) => level + (random() < 0.25 ? (random() < 0.5 ? 1 : -1) : 0);
  let alarms = 0;
  for (let run = 0; run < pairs; run += 1) {
    const truth = pack.items
      .filter(({ kind }) => kind === 'practice')
      .map(({ id }) => ({ id, level: 1 + Math.floor(random() * 3) }));
    const once = () =>
      answersOf(
        pack,
        truth.map(({ id, level }) => answerOf(id, wobble(level))),
      );
    if (between(once(), once()).total.change !== 'no-clear-change') alarms += 1;
  }
  expect(alarms / pairs).toBeGreaterThan(0.03);
  expect(alarms / pairs).toBeLessThan(0.05);
});

test('the largest change comes first, up or down', () => {
  const small = packWith(['a', 'b', 'c'].map((id) => practice(id)));
  const answers = (...levels: number[]) => ({
    answers: answersOf(
      small,
      levels.map((level, at) => answerOf(small.items[at]?.id ?? '', level)),
    ),
  });
  const { practices } = compare(answers(2, 4, 0), answers(3, 0, 2), small);
  expect(practices.map(({ item, before, now }) => [item, before, now])).toEqual([
    ['b', 4, 0],
    ['c', 0, 2],
    ['a', 2, 3],
  ]);
});

test('a comparison names its format, its pack and both dates', () => {
  const [before, now] = [generateTeam(pack, 3), { ...generateTeam(pack, 4), date: '2026-11-01' }];
  const { date: _, ...undated } = before;
  const { id, version, fingerprint } = pack;
  expect(between(undated, now)).toMatchObject({
    format: 'trivium-comparison',
    pack: { id, version, fingerprint },
    before: { system: before.system, date: null },
    now: { date: '2026-11-01' },
  });
});

test('the Markdown shows the words and numbers of the object', () => {
  const comparison = between(generateTeam(pack, 3), generateTeam(pack, 4));
  const text = renderComparison(comparison, pack, t);
  for (const { item } of [...comparison.practices, ...comparison.symptoms])
    expect(text).toContain(pack.items.find(({ id }) => id === item)?.title);
  expect(text).toContain(`over ${comparison.total.known} practices known in both`);
  expect(text.split('\n').filter((line) => /^\| (Velocity|Validation|Versioning) \|/.test(line))).toHaveLength(3);
});
