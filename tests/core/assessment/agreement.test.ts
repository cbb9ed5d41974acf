import { expect, test } from 'vitest';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { agreementOf, isLittleShared } from '../../../src/core/assessment/agreement.ts';
import { personalScores } from '../../../src/core/assessment/personal-scores.ts';
import { report } from '../../../src/core/report/report.ts';
import { answerOf } from '../../support/compact.ts';
import { packWith, practice, symptom } from '../../support/small-pack.ts';
import { answersOf } from '../../support/teams.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const pack = packWith([...ids.map((id) => practice(id)), symptom('trouble')]);
/** A group's answers at level 2, each with the lowest and the highest level that anyone gave. */
function groupOf(spreads: Record<string, [min: number, max: number]>, part: Partial<Answers['group']> = {}, n = 3) {
  const given = Object.entries(spreads).map(([id, [min, max]]) => ({ ...answerOf(id, 2), spread: { n, min, max } }));
  const group = { people: 3, version: pack.version, variables: [], ...part };
  return { ...answersOf(pack, given), group };
}

test('agreementOf(answers) is null for one person', () => {
  expect(agreementOf(answersOf(pack, [answerOf('a', 2)]), pack)).toBeNull();
  expect(agreementOf(groupOf({ a: [0, 4] }, { people: 1 }), pack)).toBeNull();
});

test('agreementOf(answers) lists what lies two levels or more apart, widest first', () => {
  const group = groupOf({ a: [1, 2], b: [1, 3], c: [0, 4], d: [2, 2] });
  expect(agreementOf(group, pack)).toEqual({ people: 3, median: 1.5, talkFirst: ['c', 'b'], scoresDropped: false });
});

test('agreementOf(answers) counts a distance times the weight of its question, and symptoms last', () => {
  const weighted = { ...pack, items: pack.items.with(1, practice('b', { weight: 3 })) };
  const group = groupOf({ trouble: [0, 4], a: [0, 4], b: [1, 3] });
  expect(agreementOf(group, weighted)?.talkFirst).toEqual(['b', 'a', 'trouble']);
});

test('agreementOf(answers) takes the middle distance, or the mean of the two in the middle', () => {
  const median = (...spreads: [number, number][]) =>
    agreementOf(groupOf(Object.fromEntries(spreads.map((spread, at) => [ids[at] ?? '', spread]))), pack)?.median;
  expect(median([0, 4], [2, 2], [1, 2])).toBe(1);
  expect(median([0, 4], [2, 2], [1, 2], [1, 2], [1, 3])).toBe(1);
  expect(median([2, 2], [1, 2])).toBe(0.5);
  expect(median()).toBeNull();
});

test('agreementOf(answers) leaves out what only one person answered', () => {
  expect(agreementOf(groupOf({ a: [0, 4] }, {}, 1), pack)).toMatchObject({ median: null, talkFirst: [] });
});

test('agreementOf(answers) counts "does not apply" beside a level as a conflict, and a wider distance as it is', () => {
  const { conflict } = pack.constants.respondents;
  const group = (spread: [number, number], n: number, na?: number) => {
    const answer = { ...answerOf('a', 2), spread: { n, min: spread[0], max: spread[1], ...(na ? { na } : {}) } };
    return { ...answersOf(pack, [answer]), group: { people: 4, version: pack.version, variables: [] } };
  };
  expect(agreementOf(group([2, 2], 1, 1), pack)).toMatchObject({ median: conflict, talkFirst: ['a'] });
  expect(agreementOf(group([0, 4], 2, 1), pack)?.median).toBe(4);
  expect(agreementOf(group([2, 2], 1), pack)).toMatchObject({ median: null, talkFirst: [] });
});

test('answers are little shared only if there are some', () => {
  expect(isLittleShared(new Map(), 3)).toBe(false);
  const shared = (n: number) => new Map([['a', { ...answerOf('a', 2), spread: { n, min: 2, max: 2 } }]]);
  expect([isLittleShared(shared(3), 3), isLittleShared(shared(2), 3)]).toEqual([false, true]);
});

test('where not everybody gave a level on half of the questions, the report does not say that people agree', () => {
  const sentence = (...counts: number[]) => {
    const given = counts.map((n, at) => ({ ...answerOf(ids[at] ?? '', 2), spread: { n, min: 2, max: 2 } }));
    const group = { people: 3, version: pack.version, variables: [] };
    return report({ ...answersOf(pack, given), group }, pack).diagnosis.parts.find(({ role }) => role === 'agreement')
      ?.text;
  };
  const agree = sentence(3, 3, 3, 3);
  expect(agree).toContain('agree');
  expect(sentence(3, 3, 3, 2)).toBe(agree);
  expect(sentence(3, 3, 2, 1)).not.toBe(agree);
  expect(sentence(1, 1, 1, 1)).not.toBe(agree);
});

test('agreementOf(answers) lists ten at most', () => {
  const many = packWith(Array.from({ length: 12 }, (_, at) => practice(`p${at}`)));
  const group = groupOf(Object.fromEntries(many.items.map(({ id }) => [id, [0, 3]])));
  expect(agreementOf(group, many)?.talkFirst).toEqual(many.items.slice(0, 10).map(({ id }) => id));
});

test('personalScores(answers, v) are used only under the version of the pack that they were made with', () => {
  const variables = [{ id: 'velocity' as const, low: 0.2, high: 0.9 }];
  expect(personalScores(groupOf({}, { variables }), 'velocity', pack)).toMatchObject({ low: 0.2, high: 0.9 });
  expect(personalScores(groupOf({}, { variables }), 'validation', pack)).toBeUndefined();
  const old = groupOf({ a: [1, 2] }, { variables, version: '0.9.0' });
  expect(personalScores(old, 'velocity', pack)).toBeUndefined();
  expect(agreementOf(old, pack)?.scoresDropped).toBe(true);
  expect(personalScores(answersOf(pack, []), 'velocity', pack)).toBeUndefined();
});

test('a report on a group has bands as wide as the scores of its people, unless these were dropped', () => {
  const variables = [{ id: 'velocity' as const, low: 0.1, high: 0.55 }];
  const spreads = Object.fromEntries(ids.map((id): [string, [number, number]] => [id, [2, 2]]));
  const velocity = (version: string) => report(groupOf(spreads, { variables, version }), pack).variables[0];
  const wobble = 0.25 / Math.sqrt(5); // .112
  expect(velocity(pack.version)).toMatchObject({ point: 0.5, low: 0.1, leaning: true });
  expect(velocity(pack.version)?.high).toBeCloseTo(0.5 + wobble, 12);
  expect(velocity('0.9.0')?.low).toBeCloseTo(0.5 - wobble, 12);
});
