import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answer } from '../../../src/core/answers/answers.ts';
import { scoreVariables } from '../../../src/core/assessment/rating.ts';
import { scoreItems, scoreVariable } from '../../../src/core/assessment/score.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { report } from '../../../src/core/report/report.ts';
import { answerOf, depths, mapOf, teamOf, withAnswer } from '../../support/arbitrary-team.ts';
import { runs } from '../../support/runs.ts';
import { answersOf } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const practices = pack.items.filter(({ kind }) => kind === 'practice');
const team = teamOf(pack);
const somePractice = fc.constantFrom(...practices);
const often = runs(300);

test('low <= point <= high, all between 0 and 1', () => {
  fc.assert(
    fc.property(team, depths, (answers, depth) => {
      for (const { low, point, high } of scoreVariables(mapOf(answers), pack, depth)) {
        if (low === null || high === null) continue;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low - 1e-12).toBeLessThanOrEqual(point ?? low);
        expect(point ?? high).toBeLessThanOrEqual(high + 1e-12);
      }
    }),
    often,
  );
});

test('if everything is known, only the wobble is left of the band', () => {
  const known = fc
    .tuple(...pack.items.map(() => fc.integer({ min: 0, max: 4 })))
    .map((levels) => levels.map((level, index) => answerOf(pack.items[index]?.id ?? '', level)));
  fc.assert(
    fc.property(known, (answers) => {
      for (const { low, point, high, coverage, known: count } of scoreVariables(mapOf(answers), pack, 'full')) {
        const wobble = 0.25 / Math.sqrt(count);
        expect(coverage).toBe(1);
        expect(low).toBeCloseTo(Math.max(0, (point ?? -1) - wobble), 12);
        expect(high).toBeCloseTo(Math.min(1, (point ?? -1) + wobble), 12);
      }
    }),
    often,
  );
});

test('the order of answers changes nothing', () => {
  fc.assert(
    fc.property(team, depths, fc.infiniteStream(fc.nat()), (answers, depth, keys) => {
      const order = new Map(answers.map(({ item }) => [item, keys.next().value as number]));
      const shuffled = answers.toSorted((a, b) => (order.get(a.item) ?? 0) - (order.get(b.item) ?? 0));
      expect(report(answersOf(pack, shuffled), pack, depth)).toEqual(report(answersOf(pack, answers), pack, depth));
    }),
    runs(20),
  );
});

test('a higher answer never lowers its V', () => {
  fc.assert(
    fc.property(team, somePractice, fc.integer({ min: 0, max: 3 }), depths, (answers, item, level, depth) => {
      const at = (value: number) =>
        scoreVariable(item.variable ?? 'velocity', withAnswer(answers, answerOf(item.id, value)), pack, depth);
      const [below, above] = [at(level), at(level + 1)];
      for (const key of ['low', 'point', 'high'] as const)
        expect((above[key] ?? 0) + 1e-12).toBeGreaterThanOrEqual(below[key] ?? 0);
    }),
    often,
  );
});

test('"does not apply" changes no other V and no other cell', () => {
  fc.assert(
    fc.property(team, somePractice, depths, (answers, item, depth) => {
      const before = report(answersOf(pack, answers), pack, depth);
      const after = report(answersOf(pack, [...withAnswer(answers, answerOf(item.id, 'na')).values()]), pack, depth);
      const otherCells = ({ cells }: typeof before) =>
        cells.filter(({ stage, variable }) => stage !== item.stage || variable !== item.variable);
      expect(otherCells(after)).toEqual(otherCells(before));
      const otherVariables = ({ variables }: typeof before) => variables.filter(({ id }) => id !== item.variable);
      expect(otherVariables(after)).toEqual(otherVariables(before));
    }),
    runs(40),
  );
});

test('"does not apply" is the same as not being asked', () => {
  fc.assert(
    fc.property(team, somePractice, (answers, item) => {
      const group = practices.filter(({ variable }) => variable === item.variable);
      const without = group.filter(({ id }) => id !== item.id);
      const marked = withAnswer(answers, answerOf(item.id, 'na'));
      expect(scoreItems(group, marked, pack.constants)).toEqual(scoreItems(without, marked, pack.constants));
    }),
    often,
  );
});

test('answering an unknown question never widens what is not known', () => {
  fc.assert(
    fc.property(team, somePractice, fc.integer({ min: 0, max: 4 }), (answers, item, level) => {
      const group = practices.filter(({ variable }) => variable === item.variable);
      const width = (answer: Answer) => {
        const { low, high } = scoreItems(group, withAnswer(answers, answer), pack.constants);
        return (high ?? 0) - (low ?? 0);
      };
      expect(width(answerOf(item.id, level))).toBeLessThanOrEqual(width(answerOf(item.id, 'dk')) + 1e-12);
    }),
    often,
  );
});

test('an item of weight 0 changes no score', () => {
  fc.assert(
    fc.property(team, somePractice, fc.integer({ min: 0, max: 4 }), (answers, item, level) => {
      const weightless = {
        ...pack,
        items: pack.items.map((each) => (each.id === item.id ? { ...each, weight: 0 } : each)),
      };
      const at = (value: number | 'dk') => {
        const { low, point, high, coverage } = scoreVariable(
          item.variable ?? 'velocity',
          withAnswer(answers, answerOf(item.id, value)),
          weightless,
          'full',
        );
        return { low, point, high, coverage };
      };
      expect(at(level)).toEqual(at('dk'));
    }),
    often,
  );
});

test('questions of weight 0 change no word, however many are open', () => {
  fc.assert(
    fc.property(team, depths, (answers, depth) => {
      const weightless = practices.map((each) => ({ ...each, id: `weightless-${each.id}`, weight: 0 }));
      const words = (each: typeof pack) =>
        scoreVariables(mapOf(answers), each, depth).map(({ word, leaning, asked }) => [word, leaning, asked]);
      expect(words({ ...pack, items: [...pack.items, ...weightless] })).toEqual(words(pack));
    }),
    often,
  );
});

test('symptoms change no V', () => {
  const symptoms = pack.items.filter(({ kind }) => kind === 'symptom');
  fc.assert(
    fc.property(
      team,
      fc.constantFrom(...symptoms),
      fc.integer({ min: 0, max: 4 }),
      depths,
      (answers, item, level, depth) => {
        expect(scoreVariables(withAnswer(answers, answerOf(item.id, level)), pack, depth)).toEqual(
          scoreVariables(mapOf(answers), pack, depth),
        );
      },
    ),
    often,
  );
});
