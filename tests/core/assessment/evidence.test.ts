import { expect, test } from 'vitest';
import { answerMap, type Context } from '../../../src/core/answers/answers.ts';
import {
  checkOf,
  hurtOf,
  type StatementInput,
  weakPractices,
  whatHolds,
  whatHurts,
} from '../../../src/core/assessment/evidence.ts';
import { practicesOf } from '../../../src/core/assessment/score.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { report } from '../../../src/core/report/report.ts';
import type { Brief } from '../../support/compact.ts';
import { practice, signalOf } from '../../support/small-pack.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

function inputsOf(brief: Brief, pack: Pack = teamPack): StatementInput {
  const team = smallTeam(brief, {}, pack);
  const { variables, signals, moves } = report(team, pack);
  return { answers: answerMap(team), context: {}, pack, variables, signals, moves };
}
const holding = (brief: Brief, pack: Pack = teamPack) =>
  whatHolds(inputsOf(brief, pack), practicesOf(pack, 'full')).map(({ item }) => item);
const hurting = (brief: Brief, pack: Pack = teamPack) => whatHurts(inputsOf(brief, pack)).map(({ item }) => item);
/** The pack with other signals. */
const withSignals = (...signals: Pack['signals']): Pack => ({ ...teamPack, signals });

test('whatHolds(inputs) takes the highest V that has a word first', () => {
  expect(holding({ all: 3, versioning: 4 }).slice(0, 5)).toEqual([
    'fallbacks', // safety comes before `versions`, which has grade A as well
    'versions',
    'records',
    'documents',
    'labels',
  ]);
  // Two answers at the top give no word, so validation comes first.
  expect(holding({ velocity: 2, validation: 3, versions: 4, fallbacks: 4 })[0]).toBe('tests');
});

test('whatHolds(inputs) counts levels 3 and 4 only, and goes on to the next V', () => {
  // Velocity has (3 + 4 + 3 x 2) / 20 = .65 and validation .6: within .10, so both are highest, and safety comes first.
  expect(holding({ all: 2, ideas: 3, tests: 4, runs: 4 })).toEqual(['tests', 'ideas', 'runs']);
  expect(holding({ all: 2, velocity: 4, tests: 4 }).at(-1)).toBe('tests'); // 1 against .6
  expect(holding({ all: 2 })).toEqual([]);
});

test('whatHolds(inputs) orders a V by safety, grade, number of claims and level', () => {
  const claims = ['one', 'two'];
  const items = [
    practice('c', { grade: 'C', safety: true, claims }),
    practice('b4'),
    practice('b3', { claims }),
    practice('b-safe', { safety: true }),
    practice('a', { grade: 'A' }),
    practice('b5'),
  ];
  expect(holding({ all: 3, b5: 4 }, { ...teamPack, items })).toEqual(['b-safe', 'c', 'a', 'b3', 'b5', 'b4']);
});

test('whatHurts(inputs) puts symptoms by level, then by the risk of their signal, then in the order of the pack', () => {
  const calm = { all: 4 };
  expect(hurting({ ...calm, stops: 3, alarms: 4, waits: 2 })).toEqual(['alarms', 'stops']);
  expect(hurting({ ...calm, stops: 3, alarms: 3, waits: 3 })).toEqual(['stops', 'alarms', 'waits']);
  // Alarms with alerts at level 3 have risk (.75 + .25) / 2, stops with releases at 4 have .375.
  expect(hurting({ ...calm, alerts: 3, stops: 3, alarms: 3 })).toEqual(['alarms', 'stops']);
});

test('whatHurts(inputs) puts the symptom first that shares a signal with the first move', () => {
  // The first move is on releases, whose signal stops feed, though alarms are worse.
  expect(hurting({ all: 4, releases: 1, stops: 3, alarms: 4 })).toEqual(['stops', 'alarms']);
  // A practice that only helps against a signal shares it, too.
  const helped = withSignals(
    signalOf('late', 'stops', 'runs', { helps: ['labels'] }),
    signalOf('deaf', 'alarms', 'alerts'),
  );
  expect(hurting({ all: 4, labels: 1, stops: 3, alarms: 4 }, helped)).toEqual(['stops', 'alarms']);
});

test('whatHurts(inputs) says what the level of the symptom says', () => {
  expect(whatHurts(inputsOf({ all: 4, stops: 4 }))).toEqual([{ item: 'stops', text: 'stops always happen' }]);
});

test('weakPractices(inputs) are the practices in the plan, except those to find out', () => {
  expect(weakPractices(inputsOf({ all: 4, tests: 'dk', ideas: 0, runs: 1 }))).toEqual([
    { item: 'ideas', text: 'ideas are missing' },
    { item: 'runs', text: 'runs are rare' },
  ]);
});

test('hurtOf(symptoms, practices) names a practice beside a symptom only if they share a signal', () => {
  const say = (item: string) => ({ item, text: item });
  const [stops, waits, releases, ideas] = ['stops', 'waits', 'releases', 'ideas'].map(say);
  const all = (...items: (typeof stops)[]) => items.flatMap((each) => each ?? []);
  expect(hurtOf(all(stops, waits), all(releases, ideas), teamPack)).toEqual({ first: stops, also: releases });
  expect(hurtOf(all(stops, waits), all(ideas, releases), teamPack)).toEqual({ first: stops, also: waits });
  expect(hurtOf(all(waits), all(ideas), teamPack)).toEqual({ first: waits, also: undefined });
  expect(hurtOf([], all(ideas, releases), teamPack)).toEqual({ first: ideas, also: releases });
  expect(hurtOf([], [], teamPack)).toEqual({ first: undefined, also: undefined });
});

test('checkOf(symptom) is the check of the strongest signal that it feeds', () => {
  const two = withSignals(signalOf('late', 'stops', 'releases'), signalOf('deaf', 'stops', 'alerts'));
  const check = (brief: Brief) => checkOf({ item: 'stops', text: '' }, inputsOf({ stops: 3, ...brief }, two))?.item;
  expect(check({ releases: 3, alerts: 4 })).toBe('late');
  expect(check({ releases: 4, alerts: 3 })).toBe('deaf');
  expect(checkOf({ item: 'waits', text: '' }, inputsOf({ waits: 4 }))).toBeUndefined();
  expect(checkOf(undefined, inputsOf({}))).toBeUndefined();
});

test('checkOf(symptom) is worded for the context', () => {
  const readings = [{ when: { model: 'hosted' as const }, check: 'Read ten prompts.' }];
  const signals = teamPack.signals.map((signal) => (signal.id === 'late' ? { ...signal, readings } : signal));
  const inputs = inputsOf({ stops: 3 }, withSignals(...signals));
  const check = (context: Context) => checkOf({ item: 'stops', text: '' }, { ...inputs, context })?.text;
  expect(check({ model: 'hosted' })).toBe('Read ten prompts.');
  expect(check({ model: 'train' })).toBe('Check late for thirty minutes.');
});
