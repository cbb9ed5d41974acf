import { describe, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { answerMap, levelOf } from '../../../src/core/answers/answers.ts';
import { explainVariable, findWorthKnowing, nextAnchors, tryLevels } from '../../../src/core/assessment/explain.ts';
import { scoreVariables } from '../../../src/core/assessment/rating.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { answersFrom } from '../../support/compact.ts';
import { packWith, practice, symptom } from '../../support/small-pack.ts';
import { generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const teams = Array.from({ length: 40 }, (_, seed) => generateTeam(pack, seed));

describe('what if', () => {
  test('nextAnchors(answers) agrees with the report after that one answer has changed', () => {
    for (const team of teams.slice(0, 10))
      for (const { item, variable, to, before, after } of nextAnchors(answerMap(team), pack, 'full')) {
        const changed = {
          ...team,
          answers: team.answers.map((answer) =>
            answer.item === item ? { ...answer, state: 'level' as const, level: to } : answer,
          ),
        };
        const point = (answers: typeof team) =>
          scoreVariables(answerMap(answers), pack, 'full').find(({ id }) => id === variable)?.point;
        expect(point(team)).toBe(before);
        expect(point(changed as typeof team)).toBeCloseTo(after, 12);
        expect(after).toBeGreaterThan(before);
      }
  });

  test('nextAnchors(answers) lists known practices below the top level, in Vs with a score', () => {
    const items = ['a', 'b', 'c'].map((id) => practice(id));
    const hidden = ['d', 'e', 'f'].map((id) => practice(id, { variable: 'versioning' }));
    const small = packWith([...items, ...hidden, symptom('s')]);
    const answers = answersFrom({ a: 1, b: 4, c: 'dk', d: 2, e: 'dk', f: 'dk', s: 1 });
    expect(nextAnchors(answers, small, 'full')).toEqual([
      { item: 'a', variable: 'velocity', from: 1, to: 2, before: 5 / 8, after: 6 / 8 },
    ]);
  });

  test('tryLevels(answers, levels) changes several answers at once and leaves the original map alone', () => {
    const answers = answerMap(teams[0] ?? { answers: [] });
    const before = JSON.stringify([...answers]);
    const tried = tryLevels(
      answers,
      new Map([
        ['fast-idea-to-model', 4],
        ['fallback-models', 0],
        ['no-such-practice', 2],
      ]),
      pack,
    );
    expect([
      levelOf(tried, 'fast-idea-to-model'),
      levelOf(tried, 'fallback-models'),
      tried.has('no-such-practice'),
    ]).toEqual([4, 0, false]);
    expect(JSON.stringify([...answers])).toBe(before);
  });
});

describe('what is worth knowing', () => {
  test('answering the first of them narrows what is not known by exactly the swing', () => {
    for (const team of teams) {
      const answers = answerMap(team);
      const [first] = findWorthKnowing(answers, pack, 'full', 3);
      if (!first) continue;
      const width = (map: typeof answers) => {
        const { applicableWeight, knownWeight } = explainVariable(first.variable, map, pack, 'full');
        return (applicableWeight - knownWeight) / applicableWeight; // high - low before the wobble
      };
      expect(width(answers) - width(tryLevels(answers, new Map([[first.item, 2]]), pack))).toBeCloseTo(first.swing, 12);
    }
  });

  test('no question is worth knowing if everything is known, and never more are named than requested', () => {
    const all = new Map(pack.items.map(({ id, rev }) => [id, { item: id, rev, state: 'level' as const, level: 3 }]));
    expect(findWorthKnowing(all, pack, 'full', 3)).toEqual([]);
    expect(findWorthKnowing(new Map(), pack, 'full', 3)).toHaveLength(3);
  });

  test('the question with the widest swing comes first; ties go to those that may change a word, then to safety, then to the order of the pack', () => {
    const v = (ids: string[], part: Parameters<typeof practice>[1]) => ids.map((id) => practice(id, part));
    const small = packWith([
      ...v(['a1', 'a2', 'a3', 'a4'], { variable: 'velocity' }), // 4 of 4 known but one: .75 to 1, strong throughout
      ...v(['b1', 'b2', 'b3'], { variable: 'validation' }), // b2 does not apply, so the others count a half each
      ...v(['c1', 'c2', 'c3'], { variable: 'versioning' }),
      practice('c4', { variable: 'versioning', safety: true }),
    ]);
    const answers = answersFrom({ a1: 4, a2: 4, a3: 4, a4: 'dk', b1: 'dk', b2: 'na', b3: 2, c1: 4, c2: 'dk', c3: 2 });
    expect(findWorthKnowing(answers, small, 'full', 9)).toEqual([
      { item: 'b1', variable: 'validation', state: 'dk', swing: 1 / 2, mayChangeWord: true },
      { item: 'c4', variable: 'versioning', state: 'unanswered', swing: 1 / 4, mayChangeWord: true },
      { item: 'c2', variable: 'versioning', state: 'dk', swing: 1 / 4, mayChangeWord: true },
      { item: 'a4', variable: 'velocity', state: 'dk', swing: 1 / 4, mayChangeWord: false },
    ]);
  });

  test('of equal answers, those of the quick check come first', () => {
    const v = ['a', 'b', 'c'].map((id) => practice(id, { variable: 'velocity', depth: id === 'b' ? 'quick' : 'full' }));
    const ids = findWorthKnowing(new Map(), packWith(v), 'full', 3).map(({ item }) => item);
    expect(ids).toEqual(['b', 'a', 'c']);
  });

  test('the questions come from the Vs in which one answer counts most', () => {
    // Velocity and versioning have nine practices each, validation eighteen; of equal ones a safety practice comes first.
    const first = findWorthKnowing(new Map(), pack, 'full', 18);
    expect(first[0]?.item).toBe('fallback-models');
    expect(first.map(({ variable }) => variable)).not.toContain('validation');
  });
});
