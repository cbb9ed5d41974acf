import { expect, test } from 'vitest';
import type { Answers } from '../../../src/core/answers/answers.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { report } from '../../../src/core/report/report.ts';
import type { Brief } from '../../support/compact.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

// What the diagnosis says about the three Vs.

const diagnosisOf = (brief: Brief, part: Partial<Answers> = {}, pack: Pack = teamPack) =>
  report(smallTeam(brief, part), pack).diagnosis;
const texts = (...call: Parameters<typeof diagnosisOf>) => diagnosisOf(...call).parts.map(({ text }) => text);

/** The pack of the small teams with other rows in its table of situations. */
const packWithRow = (id: string, row: object): Pack => ({
  ...teamPack,
  diagnosis: {
    ...teamPack.diagnosis,
    situations: teamPack.diagnosis.situations.map((each) => (each.id === id ? { ...each, ...row } : each)),
  },
});

test('a V whose band overlaps that of the highest only may be lowest, for one model as for many', () => {
  // Velocity and validation 13/20 = .65, versioning 10/20 = .5. With a wobble of .25 / sqrt(5) = .11, .61 and .54 overlap.
  const brief = { all: 3, releases: 2, sweeps: 2, alerts: 2, checks: 2, versioning: 2 };
  const { situation, parts } = diagnosisOf(brief);
  expect(situation).toBe('one-low');
  expect(parts).toContainEqual({
    role: 'hurts',
    text: 'Versioning may be lowest.',
    from: ['versioning'],
    inHeadline: false,
  });
  expect(texts(brief)).not.toContain('Versioning is clearly lowest.');
  expect(texts(brief, { context: { models: 'many' } })).toContain('Versioning may be lowest.');
});

test('one strong V, or one low V, is not named where the others are mixed', () => {
  // 13/20 = .65 is strong, 12/20 = .6 is mixed; the two are too close for a lowest.
  const oneStrong = { all: 2, ideas: 4, runs: 3, tests: 3, reviews: 3, versions: 3, fallbacks: 3 };
  expect(diagnosisOf(oneStrong).situation).toBe('mixed');
  expect(texts(oneStrong).filter((text) => /both/.test(text))).toEqual([]);
  // 8/20 = .4 is low, 10/20 = .5 is mixed.
  const oneLow = { all: 2, ideas: 1, runs: 1 };
  expect(diagnosisOf(oneLow).situation).toBe('mixed');
  expect(texts(oneLow).filter((text) => /both/.test(text))).toEqual([]);
});

test('strong, yet in trouble: an unsafe practice in one of the Vs is said along with it', () => {
  const flawless = 'Velocity, Validation and Versioning are strong, and yet there is trouble.';
  const excepted = 'Velocity, Validation and Versioning are strong, with an exception, and yet there is trouble.';
  const clauses = (brief: Brief) => texts(brief).filter((text) => [flawless, excepted].includes(text));
  expect(clauses({ all: 4, waits: 3 })).toEqual([flawless]);
  expect(clauses({ all: 4, waits: 3, fallbacks: 1 })).toEqual([excepted]);
  expect(clauses({ all: 4, waits: 3, fallbacks: 1, tests: 1 })).toEqual([excepted]);
});

test('a clause may name the Vs that cannot be judged', () => {
  const pack = packWithRow('some-unknown', { clauses: [{ role: 'unknown', text: '{unknown} cannot be judged yet.' }] });
  expect(diagnosisOf({ velocity: 3 }, {}, pack).parts).toContainEqual({
    role: 'unknown',
    text: 'Validation and Versioning cannot be judged yet.',
    from: ['validation', 'versioning'],
    inHeadline: false,
  });
});

test('a clause may count the symptoms that show no serious trouble', () => {
  const pack = packWithRow('all-low', { clauses: [{ role: 'unknown', text: 'None of {calm} shows any.' }] });
  const calm = (brief: Brief) => texts({ all: 1, ...brief }, {}, pack).filter((text) => text.startsWith('None of'));
  expect(calm({ stops: 0, waits: 2, alarms: 'dk' })).toEqual(['None of 2 shows any.']);
  expect(calm({ stops: 3, waits: 0, alarms: 0 })).toEqual([]); // it hurts
  expect(calm({ stops: 0, waits: 'dk', alarms: 'dk' })).toEqual([]); // a single answer is no sign
});

test('a clause that names no V is about all three, whatever else it names', () => {
  const pack = packWithRow('all-low', {
    clauses: [{ role: 'hurts', text: '{missing} of {asked} answers are missing.' }],
  });
  expect(diagnosisOf({ all: 1 }, {}, pack).parts).toContainEqual({
    role: 'hurts',
    text: '3 of 18 answers are missing.',
    from: ['velocity', 'validation', 'versioning'],
    inHeadline: false,
  });
});

test('a clause that asks for what there is none of is left out', () => {
  const clauses = [{ role: 'hurts', text: '{exception}, which is not safe.' }];
  const safe = texts({ all: 4, stops: 0 }, {}, packWithRow('all-strong', { clauses }));
  expect(safe.join(' ')).not.toContain('which is not safe');
});

test('if no form of the headline is short enough, it is the last one, and every statement is said below it', () => {
  const long = Array.from({ length: 31 }, () => 'word').join(' ');
  const headline = ['{holds}, and {holdsToo}.', `{holds}, ${long}.`, `Long: ${long}.`];
  const { headline: text, parts } = diagnosisOf({ all: 4, stops: 0 }, {}, packWithRow('all-strong', { headline }));
  expect(text).toBe('Tests work, and fallbacks work.'); // short enough, so it is the first one
  expect(parts.filter(({ inHeadline }) => inHeadline).map(({ from }) => from)).toEqual([['tests'], ['fallbacks']]);
  const tooLong = packWithRow('all-strong', { headline: headline.with(0, `{holds}, and ${long}.`) });
  const last = diagnosisOf({ all: 4, stops: 0 }, {}, tooLong);
  expect(last.headline).toBe(`Long: ${long}.`);
  expect(last.parts.filter(({ role }) => role === 'holds').map(({ inHeadline }) => inHeadline)).not.toContain(true);
});

test('a pack without a table of situations has no headline and no clauses, but still says what holds and hurts', () => {
  const pack = { ...teamPack, diagnosis: { ...teamPack.diagnosis, situations: [] } };
  expect(diagnosisOf({ all: 4, stops: 3 }, {}, pack)).toEqual({
    situation: 'mixed',
    headline: '',
    parts: [
      { role: 'holds', text: 'Tests work.', from: ['tests'], inHeadline: false },
      { role: 'hurts', text: 'Stops happen often.', from: ['stops'], inHeadline: false },
      { role: 'first', text: 'Check late for thirty minutes.', from: ['late'], inHeadline: false },
    ],
  });
  expect(diagnosisOf({ all: 4, stops: 0 }, {}, pack).parts.map(({ role }) => role)).toEqual(['holds']);
});
