import { expect, test } from 'vitest';
import { fieldLimits } from '../../../src/core/answers/limits.ts';
import {
  cutPlace,
  type Evidence,
  namesPlace,
  withoutPlace,
  withPlace,
} from '../../../src/core/proposals/evidence-places.ts';

const day = '2026-11-20';

test('withPlace(evidence, place) adds a place that somebody can be shown, once', () => {
  const one = withPlace(undefined, 'dvc.yaml:3', day);
  expect(one).toEqual({ kind: 'shown', url: 'dvc.yaml:3', date: day });
  expect(withPlace(one, 'dvc.yaml:3', day)).toEqual(one);
  expect(withPlace(one, 'dvc.yaml:31', '2026-10-01')).toEqual({ ...one, url: 'dvc.yaml:3; dvc.yaml:31' });
  expect(withPlace(one, 'a', '2026-12-01').date).toBe('2026-12-01');
  expect(withPlace(undefined, 'a', undefined)).toEqual({ kind: 'shown', url: 'a' });
});

test('what was measured stays measured, and a belief becomes something to show', () => {
  expect(withPlace({ kind: 'measured' }, 'a', undefined).kind).toBe('measured');
  expect(withPlace({ kind: 'claimed' }, 'a', undefined).kind).toBe('shown');
});

test('namesPlace(evidence, place) knows a place only as a whole', () => {
  const evidence: Evidence = { kind: 'shown', url: 'src/a.py:3; b; c.py' };
  expect(['src/a.py:3', 'c.py', 'b; c.py'].map((place) => namesPlace(evidence, place))).toEqual([true, true, true]);
  expect(['a.py:3', 'src/a.py', 'c', '.py'].map((place) => namesPlace(evidence, place))).toEqual(Array(4).fill(false));
  expect(namesPlace(undefined, 'a')).toBe(false);
});

const befores: (Evidence | undefined)[] = [
  undefined,
  { kind: 'claimed' },
  { kind: 'measured', date: '2025-01-01' },
  { kind: 'shown', url: 'https://wiki.example/a', date: '2026-12-24' },
];

test.each(befores)('taking places over and back, in any order, restores the evidence before: %j', (before) => {
  for (const order of [
    ['a:1', 'b; c', 'a:11'],
    ['a:11', 'a:1', 'b; c'],
    ['b; c', 'a:11', 'a:1'],
  ]) {
    let evidence = before;
    for (const place of ['a:1', 'b; c', 'a:11']) evidence = withPlace(evidence, place, day);
    for (const place of order) evidence = withoutPlace(evidence, place, before);
    expect(evidence).toEqual(before);
  }
});

test('what a person has changed since stays', () => {
  expect(withoutPlace({ kind: 'measured', url: 'a' }, 'a', undefined)).toEqual({ kind: 'measured' });
  expect(withoutPlace({ kind: 'shown', url: 'mine; a' }, 'a', undefined)).toEqual({ kind: 'shown', url: 'mine' });
  expect(withoutPlace({ kind: 'shown', url: 'a' }, 'a', { kind: 'shown', url: 'mine' })).toEqual({ kind: 'shown' });
  expect(withoutPlace({ kind: 'shown', url: 'mine' }, 'a', undefined)).toEqual({ kind: 'shown', url: 'mine' });
  expect(withoutPlace(undefined, 'a', undefined)).toBeUndefined();
});

test('evidence never outgrows its field', () => {
  const long = 'x'.repeat(fieldLimits.text - 3);
  expect(withPlace({ kind: 'shown', url: long }, 'ab', undefined).url).toBe(long);
  expect(withPlace({ kind: 'shown', url: long }, 'a', undefined).url).toBe(`${long}; a`);
  expect(cutPlace('😀'.repeat(1000))).toBe(`${'😀'.repeat(950)}…`);
  expect(cutPlace('a:1')).toBe('a:1');
});
