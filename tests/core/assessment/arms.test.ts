import { describe, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { isRaised, isStrong } from '../../../src/core/assessment/signal-status.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { type Report, report } from '../../../src/core/report/report.ts';
import { countWords } from '../../../src/core/text/count-words.ts';
import {
  answersBy,
  arms,
  balancePlans,
  correlations,
  generateTeam,
  withoutStability,
  wobbled,
} from '../../support/teams.ts';

// The shares of sections 6 to 8 of the design, checked on four kinds of generated teams. The bounds are the design's.
const pack = withoutStability(packOf(loadKnowledgeBase()));
const { headline } = pack.constants.moves;
const practices = pack.items.filter(({ kind }) => kind === 'practice');
const symptoms = pack.items.filter(({ kind }) => kind === 'symptom');
const count = 1500;

const reportsOf = (make: (typeof arms)[string], depth: 'quick' | 'full'): Report[] =>
  Array.from({ length: count }, (_, seed) => report(make(pack, seed), pack, depth));
const firstThree = ({ moves }: Report) => moves.slice(0, headline).map(({ practice }) => practice);
const shareOf = (reports: readonly Report[], holds: (each: Report) => boolean) =>
  reports.filter(holds).length / reports.length;

/** Whether a symptom that hurts is neither part of a raised signal nor listed on its own. */
function isSilentAbout(symptom: string, { levels, signals, unexplained }: Report): boolean {
  if ((levels[symptom] ?? 0) < 3 || unexplained.some((each) => each.symptom === symptom)) return false;
  const raisedIds = signals.filter(({ status }) => isRaised(status)).map(({ id }) => id);
  return !pack.signals.some(
    ({ id, indicators }) => raisedIds.includes(id) && indicators.some(({ item }) => item === symptom),
  );
}

describe.each(Object.entries(arms))('where %s', (name, make) => {
  const full = reportsOf(make, 'full');
  const quick = reportsOf(make, 'quick');
  const most = name === 'contexts drawn, too' ? 0.3 : 0.25;

  test('no practice dominates the first three moves, and none is missing there', () => {
    for (const { id } of practices) {
      const share = shareOf(full, (each) => firstThree(each).includes(id));
      expect(share, balancePlans(id)).toBeGreaterThan(0);
      expect(share, balancePlans(id)).toBeLessThanOrEqual(most);
    }
    for (const { id, depth } of practices)
      if (depth === 'quick')
        expect(
          shareOf(quick, (each) => firstThree(each).includes(id)),
          balancePlans(id),
        ).toBeLessThanOrEqual(0.4);
  });

  test('no report is silent about a symptom that hurts', () => {
    expect(full.flatMap((each) => symptoms.filter(({ id }) => isSilentAbout(id, each)).map(({ id }) => id))).toEqual(
      [],
    );
  });

  test('half of the teams have at most five signals that are likely or exposed', () => {
    const counts = full.map(({ signals }) => signals.filter(({ status }) => isStrong(status)).length);
    expect(counts.toSorted((a, b) => a - b)[count / 2]).toBeLessThanOrEqual(5);
  });

  test('no two signals are raised together so often that they correlate above .8', () => {
    const raised = Object.fromEntries(
      pack.signals.map(({ id }) => [
        id,
        full.map(({ signals }) => Number(isStrong(signals.find((each) => each.id === id)?.status ?? ''))),
      ]),
    );
    expect(correlations(raised).filter(({ r }) => r > 0.8)).toEqual([]);
  });

  test('every headline is one sentence of at most 30 words without a score', () => {
    for (const { verdict, diagnosis } of [...full, ...quick]) {
      expect(countWords(verdict), verdict).toBeLessThanOrEqual(30);
      expect(verdict).toMatch(/^[A-Z].*\w\.$/);
      if (diagnosis.situation !== 'not-enough-known') expect(verdict).not.toMatch(/\d/);
    }
  });
});

describe('when each answer may wobble by an anchor', () => {
  const pairs = Array.from({ length: 5000 }, (_, seed) => {
    const team = generateTeam(pack, seed);
    return [report(team, pack), report(wobbled(team, seed), pack)] as const;
  });
  const same = ([a, b]: (typeof pairs)[number]) => a.diagnosis.situation === b.diagnosis.situation;

  test('the situation stays in at least 80 % of teams, and in 70 % of each common situation', () => {
    expect(pairs.filter(same).length / pairs.length).toBeGreaterThanOrEqual(0.8);
    for (const [situation, group] of Map.groupBy(pairs, ([before]) => before.diagnosis.situation))
      if (group.length >= 100) expect(group.filter(same).length / group.length, situation).toBeGreaterThanOrEqual(0.7);
  });

  test('the first moves mostly stay', () => {
    const withMoves = pairs.filter(([before]) => before.moves.length > 0);
    const kept = ([before, after]: (typeof pairs)[number]) =>
      firstThree(before).filter((practice) => firstThree(after).includes(practice)).length;
    const isKept = (pair: (typeof pairs)[number]) => kept(pair) >= Math.min(2, firstThree(pair[0]).length);
    const isFirstKept = ([before, after]: (typeof pairs)[number]) =>
      firstThree(after).includes(firstThree(before)[0] ?? '');
    expect(withMoves.filter(isKept).length / withMoves.length).toBeGreaterThanOrEqual(0.85);
    expect(withMoves.filter(isFirstKept).length / withMoves.length).toBeGreaterThanOrEqual(0.9);
  });
});

test('all practices at the middle with every symptom at its worst give moves', () => {
  const team: Answers = answersBy(pack, ({ kind }) => (kind === 'practice' ? 2 : 4));
  expect(report(team, pack).moves.length).toBeGreaterThanOrEqual(headline);
});
