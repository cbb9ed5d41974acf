import { describe, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { answerMap, type Context } from '../../../src/core/answers/answers.ts';
import {
  explainMove,
  explainSignal,
  explainVariable,
  type ScoreExplanation,
} from '../../../src/core/assessment/explain.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { report } from '../../../src/core/report/report.ts';
import { answersFrom } from '../../support/compact.ts';
import { movesOf, packWith, practice, signalOf, symptom } from '../../support/small-pack.ts';
import { generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const teams = Array.from({ length: 40 }, (_, seed) => generateTeam(pack, seed));
const depths = ['quick', 'full'] as const;

/** How far a score wobbles, from the number of known answers; 0 without a point. */
function wobbleByHand(known: number, point: number | null, depth: (typeof depths)[number]) {
  if (point === null) return 0;
  return depth === 'quick' ? Math.max(0.19, 0.25 / Math.sqrt(known)) : 0.25 / Math.sqrt(known);
}

/** Recomputes a score by hand from what is shown: the weight and value of each term, and the reach of the band. */
function byHand({ terms, wobble }: ScoreExplanation, knownForPoint = 1) {
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
  const count = terms.filter(({ value }) => value !== null).length;
  const point = count >= knownForPoint && known / all >= 0.5 ? reached / known : null;
  const [low, high] = [reached / all, (reached + all - known) / all];
  return {
    ...sums,
    coverage: known / all,
    point,
    low: point === null ? low : Math.min(low, Math.max(0, point - wobble)),
    high: point === null ? high : Math.max(high, Math.min(1, point + wobble)),
  };
}

function expectSame(
  shown: { coverage: number | null; point: number | null; low: number | null; high: number | null },
  explained: ScoreExplanation,
  knownForPoint = 1,
) {
  const hand = byHand(explained, knownForPoint);
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
      for (const variable of report(team, pack, depth).variables) {
        const explained = explainVariable(variable.id, answerMap(team), pack, depth);
        expectSame(variable, explained);
        expect(explained.wobble).toBeCloseTo(wobbleByHand(variable.known, variable.point, depth), 12);
      }
  });

  test('the signals', () => {
    for (const team of teams)
      for (const signal of report(team, pack).signals) {
        const explained = explainSignal(signal.id, answerMap(team), pack, team.context);
        expect(explained?.wobble).toBe(0);
        if (explained) expectSame(signal, explained);
      }
  });

  test('the priority of every move', () => {
    for (const generated of teams) {
      const team = { ...generated, context: { highStakes: 'yes' as const, model: 'hosted' as const } };
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
    expect(explainSignal('no-such-signal', new Map(), pack, {})).toBeUndefined();
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

  test('safety adds half at the two lowest anchors, with high stakes at the middle too; the lowest V adds a fifth', () => {
    const items = ['at-one', 'at-two', 'unknown'].map((id) =>
      practice(id, { safety: true, weight: 2, moves: movesOf(id, 'S') }),
    );
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
    const strict = { ...situation, settings: { context: { highStakes: 'yes' as const }, targets: [] } };
    const strictFactor = (id: string, name: string) =>
      explainMove(id, strict)?.factors.find((each) => each.name === name)?.value;
    expect(['at-one', 'at-two', 'unknown'].map((id) => strictFactor(id, 'safety'))).toEqual([1.5, 1.5, 1]);
    expect(['at-one', 'at-two', 'unknown', 'other'].map((id) => strictFactor(id, 'stakes'))).toEqual([2, 2, 2, 1]);
  });

  test('a signal that does not apply has no terms', () => {
    const silent = signalOf('signal', 'trouble', 'good', { requires: [{ context: 'model', not: 'hosted' }] });
    const small = packWith([practice('good'), symptom('trouble')], { signals: [silent] });
    const answers = answersFrom({ trouble: 4, good: 3 });
    const terms = (context: Context) => explainSignal('signal', answers, small, context)?.terms;
    expect(terms({ model: 'hosted' })).toEqual([]);
    expect(terms({})?.map(({ item, value }) => [item, value])).toEqual([
      ['trouble', 1],
      ['good', 0.25],
    ]);
  });
});
