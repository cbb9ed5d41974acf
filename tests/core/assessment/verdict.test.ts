import { expect, test } from 'vitest';
import type { ChangeSince } from '../../../src/core/assessment/compare.ts';
import type { VariableScore } from '../../../src/core/assessment/rating.ts';
import { verdictOf } from '../../../src/core/assessment/verdict.ts';
import type { VariableId } from '../../../src/core/model/ids.ts';
import { packWith } from '../../support/small-pack.ts';

const pack = packWith([], {
  verdicts: {
    'nothing-known': 'Nothing.{change}',
    'some-known': '{profile}; {unknown} {needs} more.{change}',
    'none-lowest': 'None of {profile}.{change}',
    'all-strong': 'All of {profile}.{change}',
    'one-firm': '{lowest} {n} {word}, {highest} {m}.{change}',
    'two-leaning': '{lowest} {n} {word}, {highest} {m}?{change}',
    'change-first': '',
    'change-unknown': ' Nothing in common.',
    'change-some': ' {changes}.',
    'change-none': ' No clear change.',
  },
});
const ids: readonly VariableId[] = ['velocity', 'validation', 'versioning'];
/** Three scores, in the order of the Vs: a point in hundredths, nothing known yet, or nothing that applies. */
const scores = (...points: (number | 'unknown' | 'na')[]): VariableScore[] =>
  points.map((point, at) => ({
    id: ids[at] ?? 'velocity',
    point: typeof point === 'number' ? point / 100 : null,
    low: null,
    high: null,
    coverage: point === 'na' ? null : 1,
    known: 5,
    applicable: 5,
    asked: 5,
    total: 12,
    word: typeof point === 'number' && point >= 65 ? 'strong' : 'not-enough-known',
    leaning: false,
    except: [],
  }));
const nothing = { ids: [], firm: false };
const say = (variables: VariableScore[], lowest: { ids: VariableId[]; firm: boolean } = nothing, since?: ChangeSince) =>
  verdictOf(variables, lowest, pack, since);

test('verdictOf(scores) fills the sentence that fits', () => {
  expect(say(scores('unknown', 'unknown', 'na'))).toBe('Nothing.');
  expect(say(scores(70, 'unknown', 80))).toBe('Velocity 70, Versioning 80; Validation needs more.');
  expect(say(scores('unknown', 'unknown', 80))).toBe('Versioning 80; Velocity and Validation need more.');
  expect(say(scores(70, 'na', 80))).toBe('All of Velocity 70, Versioning 80.');
  expect(say(scores(70, 60, 80))).toBe('None of Velocity 70, Validation 60, Versioning 80.');
  const [first, ...rest] = scores(70, 75, 80);
  const excepted = [{ ...first, except: ['shadow-stage'] } as VariableScore, ...rest];
  expect(say(excepted)).toBe('None of Velocity 70, Validation 75, Versioning 80.');
});

test('the V that looks lowest is named with its score and word, then the highest', () => {
  expect(say(scores(30, 60, 80), { ids: ['velocity'], firm: true })).toBe(
    'Velocity 30 not enough known, Versioning 80.',
  );
  const leaning = scores(30, 32, 80).map((each) => ({ ...each, word: 'gap', leaning: true }));
  expect(say(leaning, { ids: ['velocity', 'validation'], firm: false })).toBe(
    'Velocity and Validation 30 and 32 leaning gap, Versioning 80?',
  );
});

test('a clear change since an earlier assessment is named, and so is the lack of one', () => {
  const change = (word: ChangeSince['total']['change'], known = 5) => ({
    change: word,
    known,
    sum: 0,
    threshold: 3,
    before: 0.5,
    now: 0.5,
  });
  const since = (known: number, ...words: ChangeSince['total']['change'][]): ChangeSince => ({
    date: '2026-05-01',
    total: change('no-clear-change', known),
    variables: words.map((word, at) => ({ id: ids[at] ?? 'velocity', ...change(word) })),
  });
  const all = scores(70, 75, 80);
  const rest = 'All of Velocity 70, Validation 75, Versioning 80.';
  expect(say(all, nothing, since(20, 'higher', 'no-clear-change', 'lower'))).toBe(
    `${rest} Velocity higher, Versioning lower.`,
  );
  expect(say(all, nothing, since(20, 'no-clear-change', 'nothing-in-common'))).toBe(`${rest} No clear change.`);
  expect(say(all, nothing, since(0))).toBe(`${rest} Nothing in common.`);
});
