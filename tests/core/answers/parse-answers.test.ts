import { expect, test } from 'vitest';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { emptyFile, pack, problemsOf } from '../../support/answers-file.ts';

test('parseAnswers(data) fills in defaults for missing fields', () => {
  const parsed = parseAnswers(emptyFile, pack);
  expect(parsed).toMatchObject({
    ok: true,
    value: { system: '', context: {}, targets: [], decisions: [], overrides: [] },
  });
});

test('parseAnswers(data) keeps all four states and all other fields', () => {
  const fullFile = {
    ...emptyFile,
    system: 'Ranking',
    date: '2026-11-23',
    respondent: { role: 'ML engineer' },
    scope: { boundary: 'model and features', lastChange: '3 November' },
    context: {
      serving: 'online',
      userLabels: 'yes',
      highStakes: 'no',
      models: 'few',
      teamSize: 'alone',
      model: 'hosted',
    },
    stakes: 'Refunds',
    answers: [
      {
        item: 'a',
        rev: 1,
        state: 'level',
        level: 3,
        note: 'n',
        confidence: 'guessing',
        evidence: { kind: 'shown', url: 'https://x.example', date: '2026-11-01' },
        at: '2026-11-23T10:42:00Z',
        spread: { n: 3, min: 1, max: 4 },
      },
      { item: 'b', rev: 2, state: 'na', reason: 'no-such-part' },
      { item: 's', rev: 1, state: 'dk' },
    ],
    targets: [{ item: 'a', level: 4, reason: 'r' }],
    decisions: [{ practice: 'a', decision: 'do', owner: 'o', next: 'n', due: '2027-01-01', reason: 'r' }],
    overrides: [{ signal: 'pain', reason: 'r' }],
    group: { people: 3, version: '1.0.0', variables: [{ id: 'velocity', low: 0.25, high: 1 }] },
    review: '2027-02-01',
  };
  expect(parseAnswers(fullFile, pack)).toEqual({ ok: true, value: fullFile });
});

test('parseAnswers(data) keeps unknown fields', () => {
  const parsed = parseAnswers(
    { ...emptyFile, mood: 'good', answers: [{ item: 'a', rev: 1, state: 'dk', colour: 'red' }] },
    pack,
  );
  expect(parsed).toMatchObject({ ok: true, value: { mood: 'good', answers: [{ colour: 'red' }] } });
});

test.each([
  '1',
  '1.0',
  ' 1 ',
])('parseAnswers(data) takes the text %j for version 1, as programs write it', (version) => {
  expect(parseAnswers({ ...emptyFile, version }, pack)).toEqual(parseAnswers(emptyFile, pack));
});

test.each([
  {},
  { url: 'https://trivium.example/open/#AbCd' },
  { name: 'a-package', version: '1.0.0', dependencies: {} },
])('of JSON of another program, parseAnswers(%j) says just that', (data) => {
  expect(problemsOf(data)).toEqual([
    'This JSON holds no answers of Trivium ("trivium-answers"). Use a file that Trivium wrote.',
  ]);
});

test.each([
  '2024-02-29',
  '2000-02-29',
  '2026-12-31',
  '0001-01-01',
  '9999-12-31',
])('parseAnswers(data) reads the day %s', (day) => {
  expect(problemsOf({ ...emptyFile, date: day, review: day })).toEqual([]);
});
