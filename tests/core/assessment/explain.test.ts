import { describe, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { answerMap, levelOf } from '../../../src/core/answers/answers.ts';
import {
  explainCell,
  explainMove,
  explainSignal,
  explainVariable,
  findWorthKnowing,
  nextAnchors,
  type ScoreExplanation,
  tryLevels,
} from '../../../src/core/assessment/explain.ts';
import { scoreVariables } from '../../../src/core/assessment/rating.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { report } from '../../../src/core/report/report.ts';
import { answersFrom } from '../../support/compact.ts';
import { packWith, practice, symptom } from '../../support/small-pack.ts';
import { generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const teams = Array.from({ length: 40 }, (_, seed) => generateTeam(pack, seed));
const depths = ['quick', 'full'] as const;

/** Recomputes a score by hand from what is shown: each term's weight and value, and the widening of the band. */
function byHand({ terms, widened }: ScoreExplanation) {
  let all = 0;
  let known = 0;
  let reached = 0;
  for (const { weight, value } of terms) {
    all += weight;
    if (value === null) continue;
    known += weight;
    reached += weight * value;
  }
  const sums = { all, known, reached };
  if (all === 0) return { ...sums, coverage: null, point: null, low: null, high: null };
  return {
    ...sums,
    coverage: known / all,
    point: known > 0 && known / all >= 0.5 ? reached / known : null,
    low: Math.max(0, reached / all - widened),
    high: Math.min(1, (reached + all - known) / all + widened),
  };
}

function expectSame(
  shown: { coverage: number | null; point: number | null; low: number | null; high: number | null },
  explained: ScoreExplanation,
) {
  const hand = byHand(explained);
  for (const key of ['coverage', 'point', 'low', 'high'] as const) {
    if (shown[key] === null) expect(hand[key], key).toBeNull();
    else expect(hand[key], key).toBeCloseTo(shown[key], 12);
  }
  expect(explained.applicableWeight).toBeCloseTo(hand.all, 12);
  expect(explained.knownWeight).toBeCloseTo(hand.known, 12);
  expect(explained.reached).toBeCloseTo(hand.reached, 12);
}

describe('every number of a report, recomputed by hand from its explanation', () => {
  test.each(depths)('the three Vs, %s', (depth) => {
    for (const team of teams)
      for (const variable of report(team, pack, depth).variables)
        expectSame(variable, explainVariable(variable.id, answerMap(team), pack, depth));
  });

  test('the cells', () => {
    for (const team of teams)
      for (const cell of report(team, pack).cells) {
        const explained = explainCell(cell.stage, cell.variable, answerMap(team), pack, 'full');
        const point = explained.score.known >= pack.constants.cellKnown ? explained.score.point : null;
        expect(point).toBe(cell.point);
        expectSame(explained.score, explained);
      }
  });

  test('the signals', () => {
    for (const team of teams)
      for (const signal of report(team, pack).signals) {
        const explained = explainSignal(signal.id, answerMap(team), pack);
        expect(explained).toBeDefined();
        if (explained) expectSame(signal, explained);
      }
  });

  test('the priority of every move', () => {
    for (const team of teams) {
      const teamReport = report(team, pack);
      const situation = {
        answers: answerMap(team),
        pack,
        depth: 'full' as const,
        signals: teamReport.signals,
        lowest: teamReport.lowest.ids,
        settings: team,
      };
      for (const move of teamReport.moves) {
        const explained = explainMove(move.practice, situation);
        let product = 1;
        for (const { name, value } of explained?.factors ?? [])
          product = name === 'effort' ? product / value : product * value;
        expect(explained?.ownPriority).toBeCloseTo(product, 12);
        expect(explained?.priority).toBe(move.priority);
        if (move.neededBy.length === 0) expect(product).toBeCloseTo(move.priority, 12);
        else expect(move.priority).toBeGreaterThanOrEqual(product - 1e-12);
      }
    }
  });

  test('an unknown id has no explanation', () => {
    expect(explainSignal('no-such-signal', new Map(), pack)).toBeUndefined();
  });

  test('only moves have a priority to explain', () => {
    const small = packWith([practice('low'), practice('high')]);
    const situation = {
      answers: answersFrom({ low: 1, high: 4 }),
      pack: small,
      depth: 'full' as const,
      signals: [],
      lowest: [],
      settings: { context: {}, targets: [] },
    };
    expect(explainMove('low', situation)?.target).toEqual({ level: 3, reason: null });
    expect(explainMove('high', situation)).toBeUndefined();
    expect(explainMove('no-such-practice', situation)).toBeUndefined();
  });

  test('a safety practice counts half as much again at the two lowest anchors only, one in the lowest V a fifth', () => {
    const items = ['at-one', 'at-two', 'unknown'].map((id) => practice(id, { safety: true, effort: 'S' }));
    const other = practice('other', { variable: 'validation' });
    const situation = {
      answers: answersFrom({ 'at-one': 1, 'at-two': 2, unknown: 'dk', other: 1 }),
      pack: packWith([...items, other]),
      depth: 'full' as const,
      signals: [],
      lowest: ['validation' as const],
      settings: { context: {}, targets: [] },
    };
    const factor = (id: string, name: string) =>
      explainMove(id, situation)?.factors.find((each) => each.name === name)?.value;
    expect(['at-one', 'at-two', 'unknown', 'other'].map((id) => factor(id, 'safety'))).toEqual([1.5, 1, 1, 1]);
    expect(['at-one', 'other'].map((id) => factor(id, 'lift'))).toEqual([1, 1.2]);
  });
});

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
  test('answering the first of them narrows its band by exactly the swing', () => {
    for (const team of teams) {
      const answers = answerMap(team);
      const [first] = findWorthKnowing(answers, pack, 'full', 3);
      if (!first) continue;
      const width = (map: typeof answers) => {
        const { score } = explainVariable(first.variable, map, pack, 'full');
        return (score.high ?? 0) - (score.low ?? 0);
      };
      expect(width(answers) - width(tryLevels(answers, new Map([[first.item, 2]]), pack))).toBeCloseTo(first.swing, 12);
    }
  });

  test('there are none if everything is known, and never more than requested', () => {
    const all = new Map(pack.items.map(({ id, rev }) => [id, { item: id, rev, state: 'level' as const, level: 3 }]));
    expect(findWorthKnowing(all, pack, 'full', 3)).toEqual([]);
    expect(findWorthKnowing(new Map(), pack, 'full', 3)).toHaveLength(3);
  });

  test('the widest comes first; ties go to those that may change a word, then to safety, then to the order of the pack', () => {
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

  test('they come from the V in which one answer counts most', () => {
    expect(new Set(findWorthKnowing(new Map(), pack, 'full', 3).map(({ variable }) => variable))).toEqual(
      new Set(['versioning']),
    );
  });
});
