import { expect, test } from 'vitest';
import type { Context } from '../../../src/core/answers/answers.ts';
import { assessSignals } from '../../../src/core/assessment/signals.ts';
import { hurtingSymptoms, plainFactsOf, unexplainedTrouble } from '../../../src/core/assessment/unexplained.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { answersFrom, type Brief } from '../../support/compact.ts';
import { packWith, practice, signalOf, symptom } from '../../support/small-pack.ts';

const inverse = (item: string, weight = 1) => ({ item, weight, direction: 'inverse' as const });
const direct = (item: string, weight = 1) => ({ item, weight, direction: 'direct' as const });
const pack = packWith(
  [
    practice('tests'),
    practice('reviews'),
    practice('alerts'),
    symptom('stops', { look: ['The last three stops.'] }),
    symptom('alarms'),
    symptom('waits'),
  ],
  {
    signals: [
      signalOf('late', 'stops', 'tests', { indicators: [direct('stops'), inverse('tests'), inverse('reviews')] }),
      signalOf('deaf', 'alarms', 'alerts', { requires: [{ item: 'alerts', from: 1 }] }),
    ],
  },
);
function unexplained(brief: Brief, context: Context = {}, part: Partial<Pack> = {}) {
  const answers = answersFrom(brief);
  const whole = { ...pack, ...part };
  return unexplainedTrouble(answers, assessSignals(answers, whole, { context, overrides: [] }), whole, context);
}
const ids = (...call: Parameters<typeof unexplained>) => unexplained(...call).map(({ symptom: id }) => id);

test('hurtingSymptoms(answers) are those at level 3 and 4, in the order of the pack', () => {
  const hurting = (brief: Brief) => hurtingSymptoms(answersFrom(brief), pack).map(({ id }) => id);
  expect(hurting({ alarms: 4, stops: 3, waits: 2, tests: 4 })).toEqual(['stops', 'alarms']);
  expect(hurting({ alarms: 'dk', stops: 'na' })).toEqual([]);
});

test('unexplainedTrouble(answers) proposes the check of the riskiest signal of the symptom, whatever other signals say', () => {
  const signals = [
    signalOf('late', 'stops', 'tests', { indicators: [direct('stops'), inverse('tests', 5)] }),
    signalOf('slow', 'stops', 'reviews', { indicators: [direct('stops'), inverse('reviews', 5)] }),
    signalOf('deaf', 'alarms', 'alerts'),
  ];
  const checkAt = (brief: Brief) => unexplained({ stops: 4, alarms: 4, alerts: 0, ...brief }, {}, { signals });
  expect(checkAt({ tests: 4, reviews: 3 })).toMatchObject([{ check: 'Check slow for thirty minutes.' }]);
  expect(checkAt({ tests: 3, reviews: 4 })).toMatchObject([{ check: 'Check late for thirty minutes.' }]);
});

test('unexplainedTrouble(answers) lists a symptom whose practices are all in order, where to look, and the check', () => {
  expect(unexplained({ stops: 4, tests: 4, reviews: 3 })).toEqual([
    {
      symptom: 'stops',
      level: 4,
      practice: null,
      look: ['The last three stops.'],
      check: 'Check late for thirty minutes.',
      text: 'Stops always happen. Nothing explains it.',
    },
  ]);
});

test('unexplainedTrouble(answers) names the weakest practice of its signals to look at first', () => {
  // (.75 + 0 + .75) / 3 = .5, below "possible".
  expect(unexplained({ stops: 3, tests: 4, reviews: 1 })[0]).toMatchObject({
    practice: 'reviews',
    text: 'Stops happen often. Look first: reviews are rare.',
  });
  const three = [direct('stops', 1), inverse('tests', 0.1), inverse('reviews', 0.1)];
  const twoWeak = { signals: [signalOf('late', 'stops', 'tests', { indicators: [...three, inverse('alerts', 2)] })] };
  // (.75 + .1 x .75 + .1 x 1 + 0) / 3.2 = .29
  expect(unexplained({ stops: 3, tests: 1, reviews: 0, alerts: 4 }, {}, twoWeak)[0]?.practice).toBe('reviews');
});

test('unexplainedTrouble(answers) blames no practice from level 2 up', () => {
  expect(unexplained({ stops: 3, tests: 2, reviews: 4 })[0]?.practice).toBeNull(); // (.75 + .5 + 0) / 3 = .42
});

test('unexplainedTrouble(answers) does not blame or clear practices that nobody knows', () => {
  const textOf = (brief: Brief) => unexplained({ stops: 3, tests: 4, ...brief })[0]?.text;
  for (const reviews of ['dk', undefined] as const)
    expect(textOf(reviews ? { reviews } : {})).toBe('Stops happen often. Too little is known.');
  expect(textOf({ reviews: 'na' })).toBe('Stops happen often. Nothing explains it.');
  // A practice that is known to be weak comes first.
  expect(textOf({ tests: 1, reviews: 'dk' })).toBeUndefined(); // (.75 + .75) / 2, likely
  expect(textOf({ reviews: 4 })).toBe('Stops happen often. Nothing explains it.');
});

test('unexplainedTrouble(answers) leaves out what a signal explains, if only as possible', () => {
  expect(ids({ stops: 4, tests: 2, reviews: 3 })).toEqual([]); // (1 + .5 + .25) / 3 = .58, possible
  expect(ids({ stops: 4, tests: 3, reviews: 3 })).toEqual(['stops']); // (1 + .25 + .25) / 3 = .5
  expect(ids({ stops: 2, tests: 4, reviews: 4 })).toEqual([]); // it does not hurt
});

test('unexplainedTrouble(answers) lists a symptom of no signal, and one whose signal does not apply', () => {
  expect(ids({ waits: 3 })).toEqual(['waits']);
  expect(unexplained({ alarms: 4, alerts: 0 })[0]).toMatchObject({ symptom: 'alarms', practice: 'alerts' });
});

test('unexplainedTrouble(answers) lists a symptom only if all its signals stay below possible', () => {
  const signals = [...pack.signals, signalOf('other', 'stops', 'alerts')];
  const brief = { stops: 4, tests: 4, reviews: 4 };
  expect(ids({ ...brief, alerts: 4 }, {}, { signals })).toEqual(['stops']);
  expect(ids({ ...brief, alerts: 0 }, {}, { signals })).toEqual([]);
});

test('unexplainedTrouble(answers) words the trouble for the context', () => {
  const says = ['a', 'b', 'c', 'prompts are stopped often', 'e'];
  const hosted = symptom('stops', { readings: [{ when: { model: 'hosted' }, says }] });
  const items = pack.items.with(3, hosted);
  const text = (context: Context) => unexplained({ stops: 3, tests: 4, reviews: 4 }, context, { items })[0]?.text;
  expect(text({ model: 'hosted' })).toBe('Prompts are stopped often. Nothing explains it.');
  expect(text({ model: 'train' })).toBe('Stops happen often. Nothing explains it.');
});

test('unexplainedTrouble(answers) says where to look, and the check, in the words of the context', () => {
  const when = { model: 'hosted' as const };
  const items = pack.items.with(3, symptom('stops', { readings: [{ when, look: ['The last three prompts.'] }] }));
  const [late, ...others] = pack.signals;
  const signals = [...(late ? [{ ...late, readings: [{ when, check: 'Read ten prompts.' }] }] : []), ...others];
  const found = (context: Context) => unexplained({ stops: 3, tests: 4, reviews: 4 }, context, { items, signals })[0];
  expect(found({ model: 'hosted' })).toMatchObject({ look: ['The last three prompts.'], check: 'Read ten prompts.' });
  expect(found({ model: 'train' })).toMatchObject({
    look: ['The log of stops.'],
    check: 'Check late for thirty minutes.',
  });
});

test('findingsOf(answers) are the facts that an answer at a level or below gives away', () => {
  const findings = [{ id: 'no-alerts', item: 'alerts', level: 0, text: 'No alert fires.' }];
  const found = (alerts: number | 'dk' | 'na') => plainFactsOf(answersFrom({ alerts }), { ...pack, findings });
  expect(found(0)).toEqual([{ id: 'no-alerts', item: 'alerts', text: 'No alert fires.' }]);
  expect([found(1), found('dk'), found('na')]).toEqual([[], [], []]);
  expect(plainFactsOf(answersFrom({}), { ...pack, findings })).toEqual([]);
});
