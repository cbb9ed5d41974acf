import { expect, test } from 'vitest';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { report } from '../../../src/core/report/report.ts';
import { reportSchema } from '../../../src/core/report/report-schema.ts';
import { movesOf, packWith, practice, signalOf, symptom } from '../../support/small-pack.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

// What version 2 of the report added, and what it promised to keep.
const of = (brief: Parameters<typeof smallTeam>[0], part: Partial<Answers> = {}) =>
  report(smallTeam(brief, part), teamPack);
const moveOf = ({ moves }: ReturnType<typeof report>, id: string) => moves.find(({ practice: own }) => own === id);

test('every name of version 1 is still there', () => {
  const made = of({ all: 1, stops: 4, alarms: 0, waits: 0 });
  expect(made).toMatchObject({ format: 'trivium-report', version: 2 });
  const names =
    'format version pack system date depth respondent context review verdict since variables lowest cells signals tensions risks moves firstMoves asked levels unknown worthKnowing notApplicable';
  expect(Object.keys(made)).toEqual(expect.arrayContaining(names.split(' ')));
  const ofMoves =
    'practice kind from to target targetReason gap priority effort personWeeks needs neededBy eases impact firstThreeShare stability reasons steps decision';
  expect(Object.keys(made.moves[0] ?? {})).toEqual(expect.arrayContaining(ofMoves.split(' ')));
  expect(reportSchema.safeParse(made).error).toBeUndefined();
});

test('a move has its kind, its steps and what it reaches, from each level, and "to" is what it reaches', () => {
  const targets = [{ item: 'reviews', level: 4 }];
  const made = of({ all: 3, ideas: 0, runs: 1, reviews: 2, stages: 'dk' }, { targets });
  const told = (id: string) => {
    const { kind, steps, from, to, reaches, goal, personWeeks } = moveOf(made, id) ?? {};
    return { kind, steps, from, to, reaches, goal, personWeeks };
  };
  const start = { kind: 'start', steps: 'start', to: 2, reaches: 2, personWeeks: 4 };
  expect(told('ideas')).toEqual({ ...start, from: 0, goal: 'Goal: ideas are started.' });
  expect(told('runs')).toEqual({ ...start, from: 1, goal: 'Goal: runs are started.' });
  const deepen = { kind: 'deepen', steps: 'deepen', from: 2, to: 4, reaches: 4, personWeeks: 4 };
  expect(told('reviews')).toEqual({ ...deepen, goal: 'Goal: reviews are complete.' });
  const unknown = { from: null, to: null, reaches: null, goal: null, personWeeks: 0 };
  expect(told('stages')).toEqual({ kind: 'find-out', steps: 'start', ...unknown });
});

test('the score of a V after a move is that of its goal', () => {
  // Velocity has five practices. Four at 3 and one at 0 give 12 / 20; with that one at 2, 14 / 20.
  expect(moveOf(of({ all: 3, ideas: 0 }), 'ideas')?.impact).toEqual({ variable: 'velocity', before: 0.6, after: 0.7 });
  expect(moveOf(of({ all: 3, stages: 'dk' }), 'stages')?.impact).toBeNull();
});

test('the reasons of a move name the levels missing, safety, the lowest V, and what it eases', () => {
  const made = of({ all: 3, tests: 1, releases: 1, stops: 4 });
  expect(moveOf(made, 'tests')?.reasons).toEqual([{ kind: 'gap', levels: 2 }, { kind: 'safety' }]);
  expect(moveOf(made, 'releases')?.reasons).toEqual([
    { kind: 'gap', levels: 2 },
    { kind: 'eases', signals: ['late'] },
  ]);
  const low = of({ all: 4, velocity: 1 }, { targets: [{ item: 'runs', level: 4, reason: 'It blocks us.' }] });
  expect(moveOf(low, 'runs')?.reasons).toEqual([
    { kind: 'gap', levels: 3 },
    { kind: 'lowest', variable: 'velocity' },
    { kind: 'target', reason: 'It blocks us.' },
  ]);
});

test('a safety practice at the middle counts as unsafe with high stakes only', () => {
  const isUnsafe = (highStakes: 'yes' | 'no') =>
    moveOf(of({ all: 3, tests: 2 }, { context: { highStakes } }), 'tests')?.reasons.some(
      ({ kind }) => kind === 'safety',
    );
  expect([isUnsafe('yes'), isUnsafe('no')]).toEqual([true, false]);
});

test('what is asked of leadership has no answers to find out, no declined move, and nothing while little is known', () => {
  const brief = { all: 3, ideas: 0, runs: 0, searches: 0, releases: 0, tests: 'dk' as const };
  expect(of(brief).firstMoves).toEqual(['ideas', 'releases', 'runs']);
  const declined = of(brief, { decisions: [{ practice: 'ideas', decision: 'no', reason: 'Next year' }] });
  expect(declined.firstMoves).toEqual(['releases', 'runs', 'searches']);
  expect(declined.diagnosis.parts.flatMap(({ role, from }) => (role === 'first' ? from : []))).not.toContain('ideas');
  const little = of({ ideas: 0, tests: 0, versions: 0 });
  expect([little.diagnosis.situation, little.firstMoves]).toEqual(['not-enough-known', []]);
  expect(little.moves.length).toBeGreaterThan(0);
});

test('with many models in one answer no V is firmly the lowest', () => {
  const firm = (models: 'one' | 'many') => of({ all: 4, velocity: 0 }, { context: { models } }).lowest;
  expect(firm('one')).toEqual({ ids: ['velocity'], firm: true });
  expect(firm('many')).toEqual({ ids: ['velocity'], firm: false });
});

test('the report has what is at stake, findings, and trouble that no signal explains', () => {
  const pack = packWith(
    [practice('a', { moves: movesOf('a', 'S') }), practice('b'), symptom('s', { look: ['The list of s.'] })],
    {
      signals: [signalOf('pain', 's', 'b')],
      findings: [{ id: 'no-a', item: 'a', level: 0, text: 'Nobody does a.' }],
    },
  );
  const made = report(smallTeam({ a: 0, b: 4, s: 4 }, { stakes: 'Refunds' }, pack), pack);
  expect(made.stakes).toBe('Refunds');
  expect(made.findings).toEqual([{ id: 'no-a', item: 'a', text: 'Nobody does a.' }]);
  // Half of the signal: the symptom counts 1, the practice 0, so the risk is .5, below "possible".
  expect(made.unexplained).toMatchObject([{ symptom: 's', level: 4, practice: null, look: ['The list of s.'] }]);
  expect(report(smallTeam({ a: 1, b: 4, s: 2 }, {}, pack), pack)).toMatchObject({
    stakes: null,
    findings: [],
    unexplained: [],
  });
});
