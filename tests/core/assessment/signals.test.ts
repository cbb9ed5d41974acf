import { expect, test } from 'vitest';
import type { Context } from '../../../src/core/answers/answers.ts';
import { assessSignal, assessSignals, assessTension } from '../../../src/core/assessment/signals.ts';
import type { PackSignal, PackTension } from '../../../src/core/model/pack.ts';
import { answersFrom, type Brief } from '../../support/compact.ts';
import { constants, packWith, signalOf } from '../../support/small-pack.ts';

const signal = (part: Partial<PackSignal> = {}): PackSignal => ({
  ...signalOf('signal', 'trouble', 'good'),
  indicators: [
    { item: 'trouble', weight: 1, direction: 'direct' },
    { item: 'good', weight: 1, direction: 'inverse' },
    { item: 'better', weight: 2, direction: 'inverse' },
  ],
  ...part,
});
const read = (brief: Brief, part?: Partial<PackSignal>, context: Context = {}) =>
  assessSignal(signal(part), answersFrom(brief), context, constants);
const nothing = { context: {}, overrides: [] };

test('assessSignal(signal) counts a symptom directly and a practice inversely', () => {
  expect(read({ trouble: 4, good: 4, better: 2 })).toMatchObject({ point: (1 + 0 + 2 * 0.5) / 4, coverage: 1 });
});

test('assessSignal(signal) is likely from .65 up, with a low of at least .5 and an answered symptom', () => {
  expect(read({ trouble: 4, good: 0, better: 0 }).status).toBe('likely');
  expect(read({ good: 0, better: 0 })).toMatchObject({ status: 'unclear', point: 1, low: 0.75 });
  expect(read({ trouble: 1, better: 1 })).toMatchObject({ status: 'possible', point: 1.75 / 3 });
});

test('assessSignal(signal) is possible from .55 up with two known indicators, one of them a symptom', () => {
  const pair = signalOf('pair', 'trouble', 'good').indicators;
  expect(read({ trouble: 4 }, { indicators: pair })).toMatchObject({ point: 1, known: 1, low: 0.5, status: 'likely' });
  const heavy = pair.map((each) => ({ ...each, weight: each.item === 'trouble' ? 2 : 1 }));
  // One known answer of weight 2 in 3, at .75: coverage 2/3, point .75, low .5.
  expect(read({ trouble: 3 }, { indicators: heavy })).toMatchObject({ known: 1, status: 'likely' });
  // Half as bad: point .5 is below .55 either way; at .75 of weight 1 in 2, low is .375, so it is not likely.
  expect(read({ trouble: 3 }, { indicators: pair })).toMatchObject({ point: 0.75, low: 0.375, status: 'unclear' });
  expect(read({ trouble: 3, good: 2 }, { indicators: pair })).toMatchObject({ point: 0.625, status: 'possible' });
  expect(read({ trouble: 2, good: 2 }, { indicators: pair })).toMatchObject({ point: 0.5, status: 'unclear' });
  expect(read({ trouble: 'dk', good: 0, better: 1 })).toMatchObject({ known: 2, status: 'unclear' });
});

test('assessSignal(signal) is not likely if its low is below .5', () => {
  const even = { indicators: signal().indicators.map((each) => ({ ...each, weight: 1 })) };
  expect(read({ trouble: 3, good: 1 }, even)).toMatchObject({ point: 0.75, low: 0.5, status: 'likely' });
  expect(read({ trouble: 3, good: 2 }, even)).toMatchObject({ status: 'possible' });
});

test('assessSignal(signal) is unlikely if its high stays low', () => {
  expect(read({ trouble: 0, good: 4, better: 4 }).status).toBe('unlikely');
  expect(read({ trouble: 0, better: 4 })).toMatchObject({ high: 0.25, status: 'unlikely' });
  expect(read({ trouble: 0, good: 4 })).toMatchObject({ high: 0.5, status: 'unclear' });
});

test('assessSignal(signal) gives no reading below half coverage, or if nothing applies', () => {
  expect(read({ trouble: 4 })).toMatchObject({ status: 'not-enough-known', point: null });
  expect(read({ trouble: 'na', good: 'na', better: 'na' }).status).toBe('does-not-apply');
});

test('assessSignal(signal) is at most exposed, and never ruled out, if self-report cannot see the trouble', () => {
  expect(read({ trouble: 4, good: 0, better: 0 }, { visible: false }).status).toBe('exposed');
  expect(read({ trouble: 0, good: 4, better: 4 }, { visible: false }).status).toBe('unclear');
  expect(read({ trouble: 1, better: 1 }, { visible: false }).status).toBe('possible');
});

test('assessSignal(signal) lists the answers that raised it, strongest first', () => {
  expect(read({ trouble: 2, good: 3, better: 0 }).raisedBy).toEqual(['better', 'trouble']);
  expect(read({ trouble: 1, good: 3, better: 4 }).raisedBy).toEqual([]);
});

test('assessSignals(answers) puts the strongest first, with the overrides of the team', () => {
  const pack = packWith([], {
    signals: [signal({ id: 'b' }), signal({ id: 'a' }), signal({ id: 'c', visible: false })],
  });
  const readings = assessSignals(answersFrom({ trouble: 4, good: 0, better: 0 }), pack, {
    context: {},
    overrides: [{ signal: 'a', reason: 'We know why.' }],
  });
  expect(readings.map(({ id, status, override }) => [id, status, override])).toEqual([
    ['a', 'likely', 'We know why.'],
    ['b', 'likely', null],
    ['c', 'exposed', null],
  ]);
});

test('assessSignals(answers) orders equal statuses by risk', () => {
  const low = signal({ id: 'a', indicators: signal().indicators.slice(0, 2) });
  const pack = packWith([], { signals: [low, signal({ id: 'b' })] });
  const readings = assessSignals(answersFrom({ trouble: 3, good: 1, better: 0 }), pack, nothing);
  expect(readings.map(({ id }) => id)).toEqual(['b', 'a']);
});

const tension: PackTension = {
  id: 't',
  entry: 'velocity-and-validation',
  title: 'T',
  high: 'fast',
  low: 'checked',
  basis: 'stated',
  claims: ['some-claim'],
};

const at = (fast: number, checked: number) => assessTension(tension, answersFrom({ fast, checked }), constants);

test('assessTension(tension) is the smaller of the strength of one practice and the weakness of the other', () => {
  expect(at(4, 0)).toEqual({ id: 't', status: 'likely', risk: 1 });
  expect(at(3, 1)).toEqual({ id: 't', status: 'likely', risk: 0.75 });
  expect(at(4, 2)).toEqual({ id: 't', status: 'possible', risk: 0.5 });
  expect(at(1, 0)).toEqual({ id: 't', status: 'unlikely', risk: 0.25 });
});

test('assessTension(tension) needs two levels between the practices: two middling answers are no tension', () => {
  expect(at(2, 2)).toEqual({ id: 't', status: 'unlikely', risk: 0.5 });
  expect(at(3, 2)).toEqual({ id: 't', status: 'unlikely', risk: 0.5 });
  expect(at(2, 1)).toEqual({ id: 't', status: 'unlikely', risk: 0.5 });
  expect(at(2, 0)).toEqual({ id: 't', status: 'possible', risk: 0.5 });
});

test('assessTension(tension) needs both answers', () => {
  expect(assessTension(tension, answersFrom({ fast: 4 }), constants)).toEqual({
    id: 't',
    status: 'not-enough-known',
    risk: null,
  });
  expect(assessTension(tension, answersFrom({ fast: 'dk', checked: 0 }), constants).status).toBe('not-enough-known');
});

test('assessSignal(signal) does not apply if a question that it requires does not, whatever else was answered', () => {
  const requiring = { requires: [{ item: 'trouble' }] };
  expect(read({ trouble: 'na', good: 0, better: 0 }, requiring)).toMatchObject({
    status: 'does-not-apply',
    coverage: null,
    point: null,
    raisedBy: [],
  });
  expect(read({ trouble: 'na', good: 0, better: 0 }).status).toBe('unclear');
  expect(read({ good: 0, better: 0 }, requiring).status).toBe('unclear');
  expect(read({ trouble: 4, good: 0, better: 0 }, requiring).status).toBe('likely');
});

test('assessSignal(signal) does not apply below the lowest level that it requires; what is not known may reach it', () => {
  const requiring = { requires: [{ item: 'alerts', from: 1 }] };
  const trouble = { trouble: 4, good: 0, better: 0 };
  expect(read({ ...trouble, alerts: 0 }, requiring).status).toBe('does-not-apply');
  expect(read({ ...trouble, alerts: 'na' }, requiring).status).toBe('does-not-apply');
  expect(read({ ...trouble, alerts: 1 }, requiring).status).toBe('likely');
  expect(read({ ...trouble, alerts: 'dk' }, requiring).status).toBe('likely');
  expect(read(trouble, requiring).status).toBe('likely');
});

test('assessSignal(signal) does not apply in a context that it excludes; an open context does not silence it', () => {
  const requiring: Partial<PackSignal> = { requires: [{ context: 'model', not: 'hosted' }] };
  const trouble = { trouble: 4, good: 0, better: 0 };
  expect(read(trouble, requiring, { model: 'hosted' }).status).toBe('does-not-apply');
  expect(read(trouble, requiring, { model: 'train' }).status).toBe('likely');
  expect(read(trouble, requiring).status).toBe('likely');
});

test('assessSignal(signal) needs everything that it requires', () => {
  const requiring: Partial<PackSignal> = { requires: [{ item: 'good' }, { item: 'better', from: 2 }] };
  expect(read({ trouble: 4, good: 0, better: 2 }, requiring).status).toBe('likely');
  expect(read({ trouble: 4, good: 0, better: 1 }, requiring).status).toBe('does-not-apply');
  expect(read({ trouble: 4, good: 'na', better: 2 }, requiring).status).toBe('does-not-apply');
});

test('assessSignals(answers) reads the context', () => {
  const pack = packWith([], { signals: [signal({ requires: [{ context: 'serving', not: 'batch' }] })] });
  const answers = answersFrom({ trouble: 4, good: 0, better: 0 });
  expect(assessSignals(answers, pack, { context: { serving: 'batch' }, overrides: [] })[0]?.status).toBe(
    'does-not-apply',
  );
  expect(assessSignals(answers, pack, nothing)[0]?.status).toBe('likely');
});
