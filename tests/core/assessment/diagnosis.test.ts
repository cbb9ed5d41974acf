import { expect, test } from 'vitest';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { report } from '../../../src/core/report/report.ts';
import type { Brief } from '../../support/compact.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

// One golden example for each situation of the table: answers in, all sentences out, worked out by hand.

/** The diagnosis of a team: its headline, and each part as a line; a star marks what the headline already says. */
function diagnosisOf(brief: Brief, part: Partial<Answers> = {}) {
  const { diagnosis, verdict, firstMoves } = report(smallTeam(brief, part), teamPack);
  expect(verdict).toBe(diagnosis.headline);
  return {
    situation: diagnosis.situation,
    headline: diagnosis.headline,
    parts: diagnosis.parts.map(
      ({ role, text, from, inHeadline }) => `${role}${inHeadline ? '*' : ''}: ${text} [${from.join(' ')}]`,
    ),
    firstMoves,
  };
}
const allThree = '[velocity validation versioning]';

test('not enough known: what is missing, what would settle most and what is known already, but no ask', () => {
  expect(diagnosisOf({ releases: 0, stops: 4 })).toEqual({
    situation: 'not-enough-known',
    headline: 'Too little is known: 16 of 18 answers are missing.',
    parts: [
      'unknown: Worth knowing: tests, fallbacks, ideas. [tests fallbacks ideas]', // safety first
      'hurts: Known already: stops always happen. [stops]',
      'hurts: Known already: releases are missing. [releases]',
    ],
    firstMoves: [],
  });
});

test('some unknown: what holds and hurts so far, and what one V lacks', () => {
  // Validation .25 with a band up to .36, velocity .75 from .64 up: clearly lower. Late: (1 + .25) / 2, possible.
  expect(diagnosisOf({ velocity: 3, validation: 1, versions: 2, stops: 4 })).toEqual({
    situation: 'some-unknown',
    headline: 'Ideas mostly work, but so far stops always happen.',
    parts: [
      'holds*: Ideas mostly work. [ideas]',
      'hurts*: Stops always happen. [stops]',
      'hurts: Tests are rare. [tests]',
      'hurts: Of what is known, Validation is clearly lower. [validation]',
      'first: Goal: tests are started. [tests]',
      'unknown: Versioning lacks 4 answers. [versioning]',
    ],
    firstMoves: ['tests', 'alerts', 'checks'],
  });
});

test('all three low: two things that hurt, and no V named as lowest', () => {
  // Ideas .5625 x 1.15 / 1.3 = .50, then the other practices of velocity by id, .43 each.
  expect(diagnosisOf({ all: 1, velocity: 0 })).toEqual({
    situation: 'all-low',
    headline: 'Ideas are missing, and releases are missing.',
    parts: [
      'hurts*: Ideas are missing. [ideas]',
      'hurts*: Releases are missing. [releases]',
      `hurts: All three are low. ${allThree}`,
      'first: Goal: ideas are started. [ideas]',
    ],
    firstMoves: ['ideas', 'releases', 'runs'],
  });
});

test('strong, yet a symptom hurts that nothing explains: the check comes first', () => {
  // Late: (.75 + 0) / 2 = .375, unlikely. No practice is below its target, so there is no move.
  expect(diagnosisOf({ all: 4, stops: 3 })).toEqual({
    situation: 'strong-yet-trouble',
    headline: 'Tests work, but still stops happen often.',
    parts: [
      'holds*: Tests work. [tests]',
      'holds: Fallbacks work. [fallbacks]',
      'hurts*: Stops happen often. [stops]',
      `holds: Velocity, Validation and Versioning are strong, and yet there is trouble. ${allThree}`,
      'first: Check late for thirty minutes. [late]',
    ],
    firstMoves: [],
  });
});

test('strong, yet a signal is raised although no symptom is at 3 or 4', () => {
  // Late: (.5 + .75) / 2 = .625, possible. Velocity is 17/20, so validation at 1 is the highest.
  expect(diagnosisOf({ all: 4, releases: 1, stops: 2 })).toMatchObject({
    situation: 'strong-yet-trouble',
    headline: 'Tests work, but still releases are rare.',
    firstMoves: ['releases'],
  });
});

test('strong with an exception: a safety practice at level 1', () => {
  expect(diagnosisOf({ all: 4, fallbacks: 1, stops: 0 })).toEqual({
    situation: 'strong-with-exceptions',
    headline: 'Tests work, except that fallbacks are rare.',
    parts: [
      'holds*: Tests work. [tests]',
      'holds: Ideas work. [ideas]',
      'hurts*: Fallbacks are rare. [fallbacks]',
      `holds: Velocity, Validation and Versioning are strong, with an exception. ${allThree}`,
      'first: Goal: fallbacks are started. [fallbacks]',
    ],
    firstMoves: ['fallbacks'],
  });
});

test('an exception is named even if the team aims no higher, so that there is no move', () => {
  const targets = [{ item: 'fallbacks', level: 1 }];
  expect(diagnosisOf({ all: 4, fallbacks: 1, stops: 0 }, { targets })).toMatchObject({
    situation: 'strong-with-exceptions',
    headline: 'Tests work, except that fallbacks are rare.',
    firstMoves: [],
  });
});

test('all strong: nothing needs funding', () => {
  expect(diagnosisOf({ all: 4, stops: 0, alarms: 2, waits: 2 })).toEqual({
    situation: 'all-strong',
    headline: 'Tests work, and fallbacks work.',
    parts: [
      'holds*: Tests work. [tests]',
      'holds*: Fallbacks work. [fallbacks]',
      `holds: Velocity, Validation and Versioning are strong. ${allThree}`,
      'first: Nothing needs funding. []',
    ],
    firstMoves: [],
  });
});

test('trouble without a signal is enough to rule out "nothing needs funding"', () => {
  const { situation, parts } = diagnosisOf({ all: 4, waits: 3 });
  expect(situation).toBe('strong-yet-trouble');
  expect(parts.join()).not.toContain('Nothing needs funding');
});

test('one low, firmly', () => {
  // Versioning .25 with a band up to .36; fallbacks .25 x 1.15 x 1.2 x 1.5 / 1.3 = .40, versions .27.
  expect(diagnosisOf({ all: 4, versioning: 1, alarms: 0 })).toEqual({
    situation: 'one-low',
    headline: 'Tests work, but fallbacks are rare.',
    parts: [
      'holds*: Tests work. [tests]',
      'hurts*: Fallbacks are rare. [fallbacks]',
      'hurts: Versions are rare. [versions]',
      'hurts: Versioning is clearly lowest. [versioning]',
      'first: Goal: fallbacks are started. [fallbacks]',
    ],
    firstMoves: ['fallbacks', 'versions', 'documents'],
  });
});

test('two low: a symptom and the first practice that share no signal are two sentences', () => {
  // Deaf: (.75 + .5) / 2, possible. The moves of grade A: .0625 x 1.15 x 1.2 / 1.3 = .07; three fill up.
  expect(diagnosisOf({ velocity: 4, validation: 2, versioning: 2, alarms: 3 })).toEqual({
    situation: 'two-low',
    headline: 'Ideas work, but alarms happen often.',
    parts: [
      'holds*: Ideas work. [ideas]',
      'hurts*: Alarms happen often. [alarms]',
      'hurts: Fallbacks are half there. [fallbacks]',
      'hurts: Validation and Versioning are clearly lowest. [validation versioning]',
      'first: Goal: fallbacks are complete. [fallbacks]',
    ],
    firstMoves: ['fallbacks', 'tests', 'versions'],
  });
});

test('mixed, two of them strong: they get their clause', () => {
  // 13/20, 13/20 and 12/20: strong, strong and mixed, too close for a lowest. Moves of .0625 / 1.3 = .048 are too small.
  const velocity = { ideas: 3, runs: 3, searches: 3, releases: 2, sweeps: 2 };
  const validation = { tests: 3, reviews: 3, stages: 3, alerts: 2, checks: 2 };
  const versioning = { versions: 3, fallbacks: 3, records: 2, documents: 2, labels: 2 };
  expect(diagnosisOf({ ...velocity, ...validation, ...versioning })).toEqual({
    situation: 'mixed',
    headline: 'Tests mostly work.',
    parts: [
      'holds*: Tests mostly work. [tests]',
      'holds: Velocity and Validation are both strong. [velocity validation]',
    ],
    firstMoves: [],
  });
});

test('mixed, two of them low: a symptom and the practice that shares its signal are one sentence', () => {
  // 8/20, 8/20 and 10/20. Late: (1 + .75) / 2, likely, so releases count .25 x 1.15 / 1.3 = .22, the others .19.
  const low = { releases: 1, sweeps: 1, stages: 1, checks: 1 };
  expect(diagnosisOf({ all: 2, ...low, stops: 4 })).toEqual({
    situation: 'mixed',
    headline: 'Stops always happen, and releases are rare.',
    parts: [
      'hurts*: Stops always happen. [stops]',
      'hurts*: Releases are rare. [releases]',
      'hurts: Velocity and Validation are both low. [velocity validation]',
      'first: Goal: releases are started. [releases]',
    ],
    firstMoves: ['releases', 'checks', 'stages'],
  });
});
