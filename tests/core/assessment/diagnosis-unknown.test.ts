import { expect, test } from 'vitest';
import { report } from '../../../src/core/report/report.ts';
import type { Brief } from '../../support/compact.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

// What the diagnosis says while too little is known.

const diagnosisOf = (brief: Brief) => report(smallTeam(brief), teamPack).diagnosis;
/** The parts that say what is known already. */
const known = (brief: Brief) => diagnosisOf(brief).parts.flatMap(({ text }) => (/^Known/.test(text) ? [text] : []));

test('"I don\'t know" counts among the missing answers, "does not apply" does not', () => {
  expect(diagnosisOf({ releases: 1, ideas: 'dk' }).headline).toBe('Too little is known: 17 of 18 answers are missing.');
  expect(diagnosisOf({ releases: 1, ideas: 'na' }).headline).toBe('Too little is known: 16 of 18 answers are missing.');
});

test('where nothing applies, no answer is missing and none is worth knowing', () => {
  const nothing = Object.fromEntries(teamPack.items.map(({ id }) => [id, 'na' as const]));
  expect(diagnosisOf(nothing)).toEqual({ situation: 'not-enough-known', headline: 'Too little applies.', parts: [] });
});

test('what is known already names at most three, symptoms first', () => {
  expect(known({ ideas: 1, stops: 3 })).toEqual([
    'Known already: stops happen often.',
    'Known already: ideas are rare.',
  ]);
  expect(known({ ideas: 0, runs: 0, stops: 3, alarms: 4, waits: 3 })).toHaveLength(3);
  expect(report(smallTeam({ ideas: 0 }), teamPack).firstMoves).toEqual([]);
});

test('what is known already leaves out a practice above level 1, even if the plan improves it', () => {
  // Ideas at 2: .0625 x 1.15 / 1.3 = .055, enough for the plan. Runs at 1: .25 / 1.3 = .19.
  const brief = { ideas: 2, runs: 1 };
  expect(report(smallTeam(brief), teamPack).moves.map(({ practice }) => practice)).toEqual(['runs', 'ideas']);
  expect(known(brief)).toEqual(['Known already: runs are rare.']);
});
