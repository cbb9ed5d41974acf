import { describe, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { answerMap, levelOf, stateOf } from '../../../src/core/answers/answers.ts';
import { type PackItem, packOf } from '../../../src/core/model/pack.ts';
import { report } from '../../../src/core/report/report.ts';
import {
  answersBy,
  answersOf,
  balancePlans,
  correlation,
  correlations,
  generateTeam,
  withoutStability,
} from '../../support/teams.ts';

// Sections 6 and 7 of the design of the assessment, checked on many plausible teams. The bounds are the design's:
// where one fails, the generator or a constant of the pack is wrong.
const pack = withoutStability(packOf(loadKnowledgeBase()));
const practices = pack.items.filter(({ kind }) => kind === 'practice');
const byId = new Map(pack.items.map((item) => [item.id, item]));
const { headline, plan, prerequisiteLevel, target } = pack.constants.moves;
const isRaised = ({ status }: { status: string }) => status === 'likely' || status === 'exposed';

const count = 10_000;
const teams = Array.from({ length: count }, (_, seed) => {
  const answers = generateTeam(pack, seed);
  const { moves, signals } = report(answers, pack);
  return {
    seed,
    map: answerMap(answers),
    moves,
    firstThree: moves.slice(0, headline).map(({ practice }) => practice),
    raised: new Set(signals.filter(isRaised).map(({ id }) => id)),
  };
});
type Team = (typeof teams)[number];

const share = (holds: (team: Team) => boolean) => teams.filter(holds).length / count;
const seedsWhere = (holds: (team: Team) => boolean) => teams.filter(holds).map(({ seed }) => seed);
/** A team without trouble, whose practices are at the levels that a rule gives. */
const calm = (levelFor: (item: PackItem) => number) =>
  report(
    answersBy(pack, (item) => (item.kind === 'practice' ? levelFor(item) : 0)),
    pack,
  );

test('generated teams are plausible: they differ, and their practices correlate without being the same', () => {
  const means = (variable: string) =>
    teams.map(({ map }) => {
      const levels = practices.filter((item) => item.variable === variable).flatMap(({ id }) => levelOf(map, id) ?? []);
      return levels.reduce((total, level) => total + level, 0) / levels.length;
    });
  const together = correlation(means('velocity'), means('validation'));
  expect(together).toBeGreaterThan(0.3);
  expect(together).toBeLessThan(0.9);
  for (const level of [0, 1, 2, 3, 4])
    expect(share(({ map }) => levelOf(map, 'experiment-tracking') === level)).toBeGreaterThan(0.05);
  expect(share(({ map }) => practices.some(({ id }) => stateOf(map, id) === 'dk'))).toBeGreaterThan(0.5);
  expect(share(({ map }) => practices.some(({ id }) => stateOf(map, id) === 'na'))).toBeGreaterThan(0.5);
});

describe('signals', () => {
  test.each(pack.signals.map(({ id }) => id))('%s is likely or exposed in 5 to 40 of 100 teams', (id) => {
    const raised = share((team) => team.raised.has(id));
    expect(raised).toBeGreaterThanOrEqual(0.05);
    expect(raised).toBeLessThanOrEqual(0.4);
  });

  test('no two are raised together so often that they correlate above .8', () => {
    const raised = Object.fromEntries(
      pack.signals.map(({ id }) => [id, teams.map((team) => Number(team.raised.has(id)))]),
    );
    expect(correlations(raised)).toHaveLength((pack.signals.length * (pack.signals.length - 1)) / 2);
    expect(correlations(raised).filter(({ r }) => !(r <= 0.8))).toEqual([]);
  });

  test('an empty set of answers and an all-strong one raise none', () => {
    expect(report(answersOf(pack, []), pack).signals.filter(isRaised)).toEqual([]);
    expect(calm(() => 3).signals.filter(isRaised)).toEqual([]);
    expect(calm(() => 4).signals.filter(isRaised)).toEqual([]);
  });

  test('a team at its worst raises all, except those about alerts, which it does not have', () => {
    const { signals, findings } = report(
      answersBy(pack, ({ kind }) => (kind === 'practice' ? 0 : 4)),
      pack,
    );
    const silent = signals.filter((signal) => !isRaised(signal)).map(({ id, status }) => `${id} ${status}`);
    expect(silent).toEqual(['alert-fatigue does-not-apply', 'goldilocks-alerts does-not-apply']);
    expect(findings.map(({ id }) => id)).toEqual(['no-alerts']);
  });
});

describe('moves', () => {
  test.each(practices.map(({ id }) => id))('%s is in some first threes and in at most a quarter', (id) => {
    const there = share(({ firstThree }) => firstThree.includes(id));
    expect(there, balancePlans(id)).toBeGreaterThan(0);
    expect(there, balancePlans(id)).toBeLessThanOrEqual(0.25);
  });

  test('a plan is short and has no practice twice', () => {
    expect(
      seedsWhere(({ moves }) => moves.length > plan || new Set(moves.map((move) => move.practice)).size < moves.length),
    ).toEqual([]);
  });

  test('no move has met its target, does not apply or was not answered', () => {
    const wrong = ({ map, moves }: Team) =>
      moves.some(({ practice, kind }) => {
        const level = levelOf(map, practice);
        return kind === 'find-out' ? stateOf(map, practice) !== 'dk' : level === null || level >= target;
      });
    expect(seedsWhere(wrong)).toEqual([]);
  });

  test('no move has met a target preset by the context', () => {
    const context = { highStakes: 'yes', teamSize: 'small', models: 'one', model: 'hosted' } as const;
    const presets = new Map(
      pack.targets
        .filter(({ when }) => Object.entries(when).every(([field, value]) => Reflect.get(context, field) === value))
        .flatMap(({ items, level }) => items.map((item) => [item as string, level] as const)),
    );
    expect(presets.size).toBe(8);
    for (let seed = 0; seed < 1000; seed += 1) {
      for (const { practice, from } of report({ ...generateTeam(pack, seed), context }, pack).moves) {
        if (from !== null) expect(from, `${practice} of team ${seed}`).toBeLessThan(presets.get(practice) ?? target);
      }
    }
  });

  test('a move reaches beyond what the team has, and says where it leads', () => {
    const wrong = ({ moves }: Team) =>
      moves.some(({ kind, from, reaches, goal }) =>
        kind === 'find-out' ? reaches !== null || goal !== null : (reaches ?? 0) <= (from ?? 4) || !goal?.endsWith('.'),
      );
    expect(seedsWhere(wrong)).toEqual([]);
  });

  test('a move is no longer proposed once its goal is reached', () => {
    for (const { seed, moves } of teams.slice(0, 300)) {
      const answers = generateTeam(pack, seed);
      for (const { practice, kind, reaches } of moves) {
        if (kind === 'find-out' || reaches === null) continue;
        const reached = answers.answers.map((answer) =>
          answer.item === practice && answer.state === 'level' ? { ...answer, level: reaches } : answer,
        );
        const next = report({ ...answers, answers: reached }, pack).moves.find((move) => move.practice === practice);
        expect(next?.kind === kind && next.reaches === reaches, `${practice} of team ${seed}`).toBe(false);
      }
    }
  });

  test('an unmet prerequisite always comes before the move that needs it', () => {
    const late = ({ map, moves }: Team) => {
      const order = moves.map(({ practice }) => practice);
      return moves.some(({ practice }, index) =>
        (byId.get(practice)?.needs ?? []).some(
          (need) =>
            (levelOf(map, need) ?? prerequisiteLevel) < prerequisiteLevel && !order.slice(0, index).includes(need),
        ),
      );
    };
    expect(seedsWhere(late)).toEqual([]);
    expect(share(({ moves }) => moves.some(({ needs }) => needs.length > 0))).toBeGreaterThan(0.1);
  });

  test('a strong team gets few or none, and one with three weak practices gets three', () => {
    const strength = ({ map }: Team) => {
      const applicable = practices.filter(({ id }) => stateOf(map, id) !== 'na');
      return applicable.filter(({ id }) => (levelOf(map, id) ?? 0) >= 3).length / applicable.length;
    };
    const strong = teams.filter((team) => strength(team) >= 0.9);
    expect(strong.length).toBeGreaterThan(50);
    expect(strong.filter(({ moves }) => moves.length > headline).map(({ seed }) => seed)).toEqual([]);
    expect(strong.filter(({ moves }) => moves.length === 0).length / strong.length).toBeGreaterThan(0.05);
    const weak = ({ map }: Team) => practices.filter(({ id }) => (levelOf(map, id) ?? target) <= 1).length >= headline;
    expect(seedsWhere((team) => weak(team) && team.moves.length < headline)).toEqual([]);
    expect(share(weak)).toBeGreaterThan(0.5);
    expect(calm(() => 3).moves).toEqual([]);
  });

  test('one anchor below a target set by the team makes a move; below the usual target it does not', () => {
    const team = answersBy(pack, ({ kind }) => (kind === 'practice' ? 3 : 0));
    const own = report({ ...team, targets: [{ item: 'idea-sandbox', level: 4, reason: 'Ours.' }] }, pack).moves;
    expect(own.map(({ practice, reaches }) => `${practice} ${reaches}`)).toEqual(['idea-sandbox 4']);
  });

  test('high stakes put safety practices first', () => {
    const weak = answersBy(pack, ({ kind }) => (kind === 'practice' ? 2 : 0));
    const firstOf = (highStakes: 'yes' | 'no') => report({ ...weak, context: { highStakes } }, pack).moves[0]?.practice;
    expect(byId.get(firstOf('yes') ?? '')?.safety).toBe(true);
  });
});

describe('different answers give different advice', () => {
  test.each(practices.map(({ id }) => id))('%s comes first where all else is in place', (id) => {
    expect(calm((item) => (item.id === id ? 0 : 4)).moves.map(({ practice }) => practice)).toEqual([id]);
  });

  test('there are more than 3,000 different first threes, and at most one team in twenty shares any of them', () => {
    const times = new Map<string, number>();
    for (const { firstThree } of teams) {
      const key = firstThree.toSorted().join(', ');
      times.set(key, (times.get(key) ?? 0) + 1);
    }
    expect(times.size).toBeGreaterThan(3000);
    expect([...times].filter(([, number]) => number > count / 20)).toEqual([]);
  });

  test('two teams share, on average, less than half a move of their first three', () => {
    const pairs = Array.from({ length: count / 2 }, (_, index) => teams.slice(2 * index, 2 * index + 2));
    const shared = pairs.map(([a, b]) => a?.firstThree.filter((id) => b?.firstThree.includes(id)).length ?? 0);
    expect(shared.reduce((total, number) => total + number, 0) / shared.length).toBeLessThan(0.5);
    expect(shared.filter((number) => number === headline).length / shared.length).toBeLessThan(0.01);
  });
});
