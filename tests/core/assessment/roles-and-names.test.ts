import { expect, test } from 'vitest';
import { jointAnswer, mergeRespondents } from '../../../src/core/assessment/respondents.ts';
import type { Brief } from '../../support/compact.ts';
import { onePractice, only, peopleOf } from '../../support/small-group.ts';

const three = (role: string, ...levels: number[]) =>
  peopleOf(...levels.map((level) => [level, role] as [number, string]));

test('spellings of one role count as the same, and the first one is shown in lower case', () => {
  const chefs = peopleOf([0, 'Chef d’équipe'], [1, "chef d'équipe"], [1, "CHEF\u00a0D'E\u0301QUIPE"]);
  const merged = mergeRespondents([...chefs, ...three('engineer', 3, 4, 4)], onePractice);
  expect(only(merged).roles.map(({ role, n }) => [role, n])).toEqual([
    ['chef d’équipe', 3],
    ['engineer', 3],
  ]);
});

test('roles ignore case and spaces, are sorted by name, and never appear alone', () => {
  const both = mergeRespondents(
    [...three(' Manager', 0, 1, 1), ...three('engineer ', 3, 4, 4), ...three('', 2, 2, 2)],
    onePractice,
  );
  expect(only(both).roles.map(({ role, value }) => [role, value])).toEqual([
    ['engineer', 4],
    ['manager', 1],
  ]);
  expect(only(mergeRespondents(three('engineer', 1, 2, 3), onePractice)).roles).toEqual([]);
  const unknowing = peopleOf(['dk', 'manager'], [1, 'manager'], [1, 'manager']);
  expect(only(mergeRespondents([...unknowing, ...three('engineer', 3, 4, 4)], onePractice)).roles).toEqual([]);
});

test('names of people and systems are trimmed; a missing name is null', () => {
  const merged = mergeRespondents(
    peopleOf([1, ' lead ', ' Ada ', ' Parcels '], [2, ' ', '', 'Parcels'], [null, undefined, undefined, 'Alerts']),
    onePractice,
  );
  expect(merged.respondents).toMatchObject([
    { name: 'Ada', role: 'lead', answered: 1 },
    { name: null, role: null, answered: 1 },
    { name: null, role: null, answered: 0 },
  ]);
  expect([merged.system, merged.systems]).toEqual(['Alerts', ['Alerts', 'Parcels']]);
  expect(mergeRespondents(peopleOf([1, undefined, undefined, '']), onePractice).system).toBe('');
});

test('the joint answer is the median, else "don\'t know", else "does not apply"', () => {
  const joint = (...briefs: (Brief[string] | null)[]) =>
    jointAnswer(
      only(mergeRespondents(peopleOf(...briefs.map((brief) => [brief] as [Brief[string] | null])), onePractice)),
      2,
    );
  expect(joint(1, 3, 4, 'dk')).toEqual({ item: 'a', rev: 2, state: 'level', level: 3 });
  expect(joint('na', 'dk', null)).toEqual({ item: 'a', rev: 2, state: 'dk' });
  expect(joint('na', null)).toEqual({ item: 'a', rev: 2, state: 'na' });
  expect(joint(null, null)).toEqual({ item: 'a', rev: 2, state: 'unanswered' });
  const { variables } = mergeRespondents(peopleOf([1], [3], [4]), onePractice);
  expect(variables.find(({ id }) => id === 'velocity')?.point).toBe(3 / 4);
});
