import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answer, Answers } from '../../../src/core/answers/answers.ts';
import { rankMoves } from '../../../src/core/assessment/moves.ts';
import { lowestVariables, scoreVariables } from '../../../src/core/assessment/rating.ts';
import { scoreVariable } from '../../../src/core/assessment/score.ts';
import { assessSignals } from '../../../src/core/assessment/signals.ts';
import { targetOf } from '../../../src/core/assessment/target.ts';
import { contextValues } from '../../../src/core/model/ids.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { report } from '../../../src/core/report/report.ts';
import { answerOf, depths, mapOf, teamOf, withAnswer } from '../../support/arbitrary-team.ts';
import { runs } from '../../support/runs.ts';
import { answersOf, withoutStability } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const team = teamOf(pack);
const often = runs(300);

/** A context in which each field may be open. */
const context: fc.Arbitrary<Answers['context']> = fc.record(
  {
    serving: fc.constantFrom(...contextValues.serving),
    highStakes: fc.constantFrom(...contextValues.highStakes),
    models: fc.constantFrom(...contextValues.models),
    teamSize: fc.constantFrom(...contextValues.teamSize),
    model: fc.constantFrom(...contextValues.model),
  },
  { requiredKeys: [] },
);
const fast = withoutStability(pack);
const reportOn = (answers: Answer[], depth: 'quick' | 'full', own: Answers['context']) =>
  report({ ...answersOf(pack, answers), context: own }, fast, depth);

test('at most two Vs look lowest, and none that is strong or not known enough does', () => {
  fc.assert(
    fc.property(team, depths, (answers, depth) => {
      const variables = scoreVariables(mapOf(answers), pack, depth);
      const { ids } = lowestVariables(variables, pack.constants);
      expect(variables.filter(({ id, word }) => ids.includes(id) && word === 'not-enough-known')).toEqual([]);
      expect(ids.length).toBeLessThanOrEqual(2);
      expect(variables.filter(({ id, word }) => ids.includes(id) && word === 'strong')).toEqual([]);
    }),
    often,
  );
});

test('the bands are said to overlap or to be apart only where they are', () => {
  fc.assert(
    fc.property(team, depths, context, (answers, depth, own) => {
      const { diagnosis, variables } = reportOn(answers, depth, own);
      const { firm } = lowestVariables(variables, pack.constants);
      const says = (text: RegExp) => diagnosis.parts.some((part) => text.test(part.text));
      const [clear, overlap, many] = [/ clearly low/, /the bands overlap/, /lowest.* many models can tell/].map(says);
      if (clear) expect(firm && own.models !== 'many').toBe(true);
      if (overlap) expect(firm).toBe(false);
      if (many) expect(firm && own.models === 'many').toBe(true);
    }),
    often,
  );
});

test('no move has met its target, and no prerequisite comes after the move that needs it', () => {
  fc.assert(
    fc.property(team, depths, (answers, depth) => {
      const map = mapOf(answers);
      const settings = { context: {}, targets: [] };
      const moves = rankMoves({
        answers: map,
        pack,
        depth,
        signals: assessSignals(map, pack, { context: {}, overrides: [] }),
        lowest: [],
        settings,
      });
      const place = new Map(moves.map(({ practice }, index) => [practice, index]));
      moves.forEach(({ practice, from, reaches, needs }, index) => {
        if (from !== null) expect(from).toBeLessThan(targetOf(practice, pack, settings).level);
        if (from !== null) expect(reaches).toBeGreaterThan(from);
        for (const need of needs) if (place.has(need)) expect(place.get(need)).toBeLessThan(index);
      });
    }),
    often,
  );
});

test('a practice that reaches what its move reaches gives the score that the report shows for it', () => {
  fc.assert(
    fc.property(team, (answers) => {
      const before = report(answersOf(pack, answers), pack);
      for (const { practice, reaches: to, impact } of before.moves) {
        if (to === null || !impact) continue;
        const after = scoreVariable(impact.variable, withAnswer(answers, answerOf(practice, to)), pack, 'full');
        expect(impact.after).toBe(after.point);
      }
    }),
    runs(20),
  );
});

test('every headline has at most thirty words, and no sentence an unfilled slot', () => {
  fc.assert(
    fc.property(team, depths, context, (answers, depth, own) => {
      const { verdict, diagnosis, unexplained } = reportOn(answers, depth, own);
      expect(verdict).toBe(diagnosis.headline);
      expect(verdict.split(/\s+/).length).toBeLessThanOrEqual(30);
      for (const text of [
        verdict,
        ...diagnosis.parts.map((part) => part.text),
        ...unexplained.map((each) => each.text),
      ])
        expect(text).toMatch(/^(?!.*(\{|\}|undefined| {2}|\(\)| ,|\.\.)).+$/);
    }),
    often,
  );
});

test('no headline has a score or says why something is so', () => {
  const texts = [
    ...pack.diagnosis.situations.flatMap(({ headline, clauses, first }) => [
      ...headline,
      ...clauses.map(({ text }) => text),
      first ?? '',
    ]),
    ...Object.values(pack.diagnosis.sentences),
  ];
  for (const text of texts)
    expect(text).not.toMatch(/\b(because|therefore|hence|caus\w+|due to|leads? to|results? in|so that)\b|\d/i);
});

test('no report is silent about a symptom at 3 or 4', () => {
  const trouble = pack.items.filter(({ kind }) => kind === 'symptom').map(({ id }) => id);
  fc.assert(
    fc.property(team, context, (answers, own) => {
      const { signals, unexplained, diagnosis } = reportOn(answers, 'full', own);
      const raised = signals.filter(({ status }) => ['likely', 'exposed', 'possible'].includes(status));
      const spokenOf = new Set([
        ...unexplained.map(({ symptom }) => symptom),
        ...raised
          .flatMap(({ id }) => pack.signals.find((signal) => signal.id === id)?.indicators ?? [])
          .map(({ item }) => item),
      ]);
      for (const answer of answers) {
        if (answer.state !== 'level' || answer.level < 3 || !trouble.includes(answer.item)) continue;
        expect(spokenOf).toContain(answer.item);
        expect(diagnosis.situation).not.toBe('all-strong');
      }
    }),
    often,
  );
});

test('what is asked for costs something, and nothing is asked for while not enough is known', () => {
  fc.assert(
    fc.property(team, depths, context, (answers, depth, own) => {
      const { moves, firstMoves, diagnosis } = reportOn(answers, depth, own);
      const asked = moves.filter(({ practice }) => firstMoves.includes(practice));
      for (const { kind, personWeeks } of asked) expect([kind === 'find-out', personWeeks > 0]).toEqual([false, true]);
      expect(firstMoves.length).toBeLessThanOrEqual(3);
      if (diagnosis.situation === 'not-enough-known') expect(firstMoves).toEqual([]);
    }),
    often,
  );
});

test('with many models in one answer nothing is firm', () => {
  fc.assert(
    fc.property(team, depths, (answers, depth) => {
      const { lowest, diagnosis } = reportOn(answers, depth, { models: 'many' });
      expect(lowest.firm).toBe(false);
      expect(diagnosis.parts[0]?.role).toBe('caution');
    }),
    runs(100),
  );
});

test('the headline of a hosted model does not mention features', () => {
  fc.assert(
    fc.property(team, depths, (answers, depth) => {
      expect(reportOn(answers, depth, { model: 'hosted' }).verdict).not.toMatch(/feature/i);
    }),
    often,
  );
});

test('every practice at the middle gives moves if every symptom is at its worst', () => {
  const worst = pack.items.map(({ id, kind }) => answerOf(id, kind === 'practice' ? 2 : 4));
  const { moves } = reportOn(worst, 'full', {});
  expect(moves.length).toBeGreaterThanOrEqual(3);
  for (const { eases } of moves.slice(0, 3)) expect(eases.length).toBeGreaterThan(0);
});
