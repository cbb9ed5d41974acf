import { expect, test } from 'vitest';
import { emptyFile, problemsOf } from '../../support/answers-file.ts';

test('parseAnswers(data) names an unknown confidence and those that exist', () => {
  const answer = { item: 'a', rev: 1, state: 'dk', confidence: 'very' };
  expect(problemsOf({ ...emptyFile, answers: [answer] }).join()).toMatch(
    /^answers\[0\]\.confidence: .*very.*sure.*fairly.*guessing/,
  );
});

test.each([
  ['nothing', undefined, 'Found nothing; expected an object with'],
  ['null', null, 'Found null; expected an object with'],
  ['a list', [], 'Found []; expected an object with'],
  ['a text', 'x', 'Found "x"; expected an object with'],
  ['another format', { ...emptyFile, format: 'csv' }, 'format: Found "csv"; possible: trivium-answers.'],
  [
    'a later version',
    { ...emptyFile, version: 2 },
    'version: Found 2; this Trivium reads version 1. Use a newer Trivium.',
  ],
  ['a later version as a text', { ...emptyFile, version: '2' }, 'version: Found 2; this Trivium reads version 1.'],
  ['no version', { ...emptyFile, version: 'one' }, 'version: Found "one"; possible: 1.'],
  [
    'another pack',
    { ...emptyFile, pack: { id: 'big', version: '1.0.0' } },
    'pack.id: Found "big"; this file belongs to another pack, and this Trivium has "small". Open the file with the Trivium that wrote it.',
  ],
  [
    'a later pack',
    { ...emptyFile, pack: { id: 'small', version: '2.1.0' } },
    'pack.version: Found "2.1.0"; this Trivium knows version 1.0.0.',
  ],
  ['a missing list', { ...emptyFile, answers: undefined }, 'answers: It is missing. Add a list.'],
  [
    'a level above the top',
    { ...emptyFile, answers: [{ item: 'a', rev: 1, state: 'level', level: 5 }] },
    'answers[0].level: Found 5; expected at most 4.',
  ],
  [
    'a level below the bottom',
    { ...emptyFile, answers: [{ item: 'a', rev: 1, state: 'level', level: -1 }] },
    'answers[0].level: Found -1; expected at least 0.',
  ],
  [
    'half a level',
    { ...emptyFile, answers: [{ item: 'a', rev: 1, state: 'level', level: 1.5 }] },
    'answers[0].level: Found 1.5; expected a whole number.',
  ],
  [
    'a level without a number',
    { ...emptyFile, answers: [{ item: 'a', rev: 1, state: 'level' }] },
    'answers[0].level: It is missing. Add a number.',
  ],
  ['an unknown state', { ...emptyFile, answers: [{ item: 'a', rev: 1, state: 'maybe' }] }, 'answers[0]'],
  [
    'an unknown item',
    { ...emptyFile, answers: [{ item: 'z', rev: 1, state: 'dk' }] },
    'answers[0].item: There is no question "z".',
  ],
  [
    'an item twice',
    { ...emptyFile, answers: [1, 1].map(() => ({ item: 'a', rev: 1, state: 'dk' })) },
    'answers[1].item: "a" is listed twice. Keep one.',
  ],
  [
    'another revision',
    { ...emptyFile, answers: [{ item: 'b', rev: 1, state: 'dk' }] },
    'answers[0].rev: Found 1; "b" has revision 2 in this pack.',
  ],
  [
    'a target of a symptom',
    { ...emptyFile, targets: [{ item: 's', level: 1 }] },
    'targets[0].item: There is no practice "s".',
  ],
  [
    'a decision about nothing',
    { ...emptyFile, decisions: [{ practice: 'z' }] },
    'decisions[0].practice: There is no practice "z".',
  ],
  [
    'an override of nothing',
    { ...emptyFile, overrides: [{ signal: 'z', reason: 'r' }] },
    'overrides[0].signal: There is no signal "z".',
  ],
  [
    'an override without a reason',
    { ...emptyFile, overrides: [{ signal: 'pain' }] },
    'overrides[0].reason: It is missing',
  ],
  [
    'a day in words',
    { ...emptyFile, date: 'yesterday' },
    'date: Expected a day as year-month-day, for example 2026-11-20. Found "yesterday".',
  ],
  ['a day in a national format', { ...emptyFile, review: '20.11.2026' }, 'review: Expected a day as year-month-day'],
  ['a day with too long a year', { ...emptyFile, date: '20266-11-28' }, 'Found "20266-11-28".'],
  ['a moment, not a day', { ...emptyFile, date: '2026-11-28T10:00:00Z' }, 'date: Expected a day as year-month-day'],
  [
    'an unknown context',
    { ...emptyFile, context: { serving: 'never' } },
    'context.serving: Found "never"; possible: online, batch or both.',
  ],
])('parseAnswers(data) refuses %s with a sentence', (_, data, sentence) => {
  expect(problemsOf(data).join('\n')).toContain(sentence);
});

test.each([
  '2026-02-29',
  '1900-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-01-32',
])('parseAnswers(data) refuses %s, which does not exist, and says which format is right', (due) => {
  expect(problemsOf({ ...emptyFile, decisions: [{ practice: 'a', due }] })).toEqual([
    `decisions[0].due: Expected a day that exists, as year-month-day, for example 2026-11-20. Found "${due}".`,
  ]);
});

test('parseAnswers(data) says what is wrong with any value, not only that it is invalid, and names no command', () => {
  const full = {
    ...emptyFile,
    system: 'x',
    date: '2026-11-28',
    respondent: { role: 'r', name: 'n' },
    scope: { boundary: 'b', lastChange: 'c' },
    context: { serving: 'online', model: 'hosted' },
    stakes: 's',
    answers: [
      {
        item: 'a',
        rev: 1,
        state: 'level',
        level: 1,
        note: 'n',
        confidence: 'sure',
        evidence: { kind: 'shown', url: 'u', date: '2026-11-01' },
        at: 't',
        spread: { n: 1, min: 0, max: 1 },
      },
    ],
    targets: [{ item: 'a', level: 1, reason: 'r' }],
    decisions: [{ practice: 'a', decision: 'do', owner: 'o', next: 'n', due: '2026-11-01', reason: 'r' }],
    overrides: [{ signal: 'pain', reason: 'r' }],
    reread: [{ item: 'a', why: 'rev', before: { item: 'a', rev: 1, state: 'dk' } }],
    previous: { date: '2026-01-01', answers: [] },
    setAside: { answers: [], targets: [], decisions: [], overrides: [] },
    sources: [{ name: 'n', role: 'r', date: '2026-01-01' }],
    group: { people: 2, version: '1.0.0', variables: [{ id: 'velocity', low: 0, high: 1 }] },
    review: '2026-11-28',
  };
  const text = JSON.stringify(full);
  expect(problemsOf(full)).toEqual([]);
  const wrong = ['null', '"odd"', '-7', '[3]', '{}', 'true', '1.5', `"${'x'.repeat(3000)}"`, '"2026-02-30"'];
  const values = [...text.matchAll(/(?<=:)("[^"]*"|\d+)/g)];
  expect(values.length).toBeGreaterThan(50);
  for (const { index, 0: value } of values) {
    for (const other of wrong) {
      const changed = JSON.parse(text.slice(0, index) + other + text.slice(index + value.length));
      for (const problem of problemsOf(changed)) {
        expect(problem).not.toMatch(/Invalid|Too (big|small)|trivium questions/);
        expect(problem).toMatch(/Found|It is missing|There is no|listed twice|above the highest/);
      }
    }
  }
});

test('parseAnswers(data) lists every problem', () => {
  const answers = [
    { item: 'x', rev: 1, state: 'dk' },
    { item: 'y', rev: 1, state: 'dk' },
  ];
  expect(problemsOf({ ...emptyFile, answers })).toHaveLength(2);
});
