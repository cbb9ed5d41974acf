import { expect, test } from 'vitest';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { longestText } from '../../../src/core/answers/limits.ts';
import { groupAnswers } from '../../../src/core/assessment/group-answers.ts';
import { mergeRespondents } from '../../../src/core/assessment/respondents.ts';
import { report } from '../../../src/core/report/report.ts';
import { answerOf, type Brief } from '../../support/compact.ts';
import { packWith, practice, symptom } from '../../support/small-pack.ts';
import { answersOf } from '../../support/teams.ts';

// Two practices of Velocity, of weights 1 and 3, and one of Validation.
const pack = packWith([
  practice('a'),
  practice('b', { weight: 3 }),
  practice('c', { variable: 'validation' }),
  symptom('s'),
]);
const person = (brief: Brief, part: Partial<Answers> = {}): Answers => ({
  ...answersOf(
    pack,
    Object.entries(brief).map(([item, value]) => answerOf(item, value)),
  ),
  ...part,
});
const together = (...people: Answers[]) => groupAnswers(people, [], '2026-11-28', pack);
const spreadsOf = ({ answers }: Answers) => Object.fromEntries(answers.map(({ item, spread }) => [item, spread]));

test('groupAnswers(list) keeps of each question how many gave a level, and the lowest and highest of them', () => {
  const joint = together(
    person({ a: 1, b: 4, s: 3 }),
    person({ a: 3, b: 'dk', s: 0 }),
    person({ a: 2, b: 4, c: 'na' }),
  );
  expect(spreadsOf(joint)).toEqual({
    a: { n: 3, min: 1, max: 3 },
    b: { n: 2, min: 4, max: 4 },
    c: undefined,
    s: { n: 2, min: 0, max: 3 },
  });
});

test('a question that applies to some only is a disagreement in the report, as it is when people compare answers', () => {
  const joint = together(
    person({ a: 3, b: 3, c: 3 }),
    person({ a: 'na', b: 3, c: 'na' }),
    person({ a: 3, b: 3, c: 'dk' }),
  );
  expect(spreadsOf(joint)).toEqual({
    a: { n: 2, min: 3, max: 3, na: 1 },
    b: { n: 3, min: 3, max: 3 },
    c: { n: 1, min: 3, max: 3, na: 1 },
  });
  expect(report(joint, pack).agreement?.talkFirst).toEqual(['a', 'c']);
});

test('groupAnswers(list, decisions) keeps how far people were apart, whatever the group then decided', () => {
  const people = [person({ a: 0, b: 1, c: 'dk' }), person({ a: 4, b: 1, c: 'dk' })];
  const decisions = [
    { item: 'a', answer: { state: 'na' as const }, note: '' },
    { item: 'b', answer: { state: 'level' as const, level: 3 }, note: 'We looked.' },
    { item: 'c', answer: { state: 'level' as const, level: 2 }, note: '' },
  ];
  expect(groupAnswers(people, decisions, '2026-11-28', pack).answers).toEqual([
    { item: 'a', rev: 1, state: 'na', spread: { n: 2, min: 0, max: 4 } },
    { item: 'b', rev: 1, state: 'level', level: 3, spread: { n: 2, min: 1, max: 1 }, note: 'We looked.' },
    { item: 'c', rev: 1, state: 'level', level: 2 },
  ]);
});

test('groupAnswers(list, decisions) keeps a note up to the length that a file can hold, and never half a character', () => {
  const noteOf = (note: string) =>
    groupAnswers([person({ a: 1 })], [{ item: 'a', answer: { state: 'dk' }, note }], '2026-11-28', pack).answers[0]
      ?.note;
  expect(noteOf('🙂'.repeat(longestText))).toBe('🙂'.repeat(longestText));
  expect(noteOf(`${'🙂'.repeat(longestText)}tail`)).toBe('🙂'.repeat(longestText));
  expect(noteOf(' ')).toBeUndefined();
});

test('groupAnswers(list) keeps the lowest and the highest score of one person in each V', () => {
  const joint = together(
    person({ a: 0, b: 2, c: 3 }), // (0 + 3 x .5) / 4 = .375; .75
    person({ a: 4, b: 0 }), // (1 + 3 x 0) / 4 = .25; nothing
    person({ a: 2, b: 3 }), // (.5 + 3 x .75) / 4 = .6875
    person({ a: 4, b: 'dk' }), // a quarter is known: no score
    person({ a: 1, b: 2 }), // (.25 + 3 x .5) / 4 = .4375
  );
  expect(joint.group).toEqual({
    people: 5,
    version: '1.0.0',
    variables: [
      { id: 'velocity', low: 0.25, high: 0.6875 },
      { id: 'validation', low: 0.75, high: 0.75 },
    ],
  });
});

test('groupAnswers(list) takes what is at stake from the first who said it', () => {
  expect(together(person({}), person({}, { stakes: 'Refunds' }), person({}, { stakes: 'Nothing' })).stakes).toBe(
    'Refunds',
  );
  expect(together(person({ a: 1 }))).not.toHaveProperty('stakes');
});

test('a report on the answers of a group says how far its people are apart', () => {
  const joint = together(
    person({ a: 0, b: 3, c: 1, s: 2 }),
    person({ a: 4, b: 3, c: 3, s: 2 }),
    person({ a: 2, b: 2, c: 1, s: 1 }),
  );
  // Distances: 4, 1, 2 and 1; of the four, 1 and 2 lie in the middle.
  expect(report(joint, pack).agreement).toEqual({
    people: 3,
    median: 1.5,
    talkFirst: ['a', 'c'],
    scoresDropped: false,
  });
  expect(report(person({ a: 1 }), pack).agreement).toBeNull();
});

test('the band of a V reaches at least from the lowest to the highest score of one person', () => {
  // Velocity: the first has 0, the second 1, the median of all is 2 of 4.
  const joint = together(person({ a: 0, b: 0 }), person({ a: 4, b: 4 }), person({ a: 2, b: 2 }));
  expect(report(joint, pack).variables[0]).toMatchObject({ id: 'velocity', point: 0.5, low: 0, high: 1 });
});

test('people who answer the quick check have the scores of a quick check, in the group as in its report', () => {
  // Four of five practices are asked only in the full assessment, so that a fifth is known of it.
  const names = ['q', 'v', 'w', 'x', 'y'];
  const deep = packWith(names.map((id) => practice(id, { depth: id === 'q' ? 'quick' : 'full' })));
  const answered = [0, 4, 4].map((level) => answersOf(deep, [answerOf('q', level)]));
  const joint = groupAnswers(answered, [], '2026-11-28', deep);
  expect(joint.group?.variables).toEqual([{ id: 'velocity', low: 0, high: 1 }]);
  const { variables } = mergeRespondents(answered, deep);
  expect(variables).toEqual(report(joint, deep, 'quick').variables);
  expect(variables[0]).toMatchObject({ point: 1, low: 0, high: 1 });
  const [, ...others] = names.map((id) => answerOf(id, 2));
  const mixed = groupAnswers([...answered, answersOf(deep, [answerOf('q', 2), ...others])], [], '2026-11-28', deep);
  expect(mixed.group?.variables).toEqual([{ id: 'velocity', low: 0, high: 1 }]); // a quick check stays one
});
