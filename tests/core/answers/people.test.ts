import { expect, test } from 'vitest';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { packWith, practice } from '../../support/small-pack.ts';

// What an answers file can say about several people and about the model, and what is refused.
const pack = packWith([practice('a')]);
const group = { people: 3, version: '1.0.0', variables: [] as object[] };
const velocity = (low: unknown, high: unknown) => ({ group: { ...group, variables: [{ id: 'velocity', low, high }] } });
const spread = (value: unknown) => ({ answers: [{ item: 'a', rev: 1, state: 'level', level: 2, spread: value }] });
const open = (part: object) =>
  parseAnswers(
    { format: 'trivium-answers', version: 1, pack: { id: 'small', version: '1.0.0' }, answers: [], ...part },
    pack,
  );

test.each([
  ['a spread of nobody', spread({ n: 0, min: 1, max: 2 }), 'answers[0].spread.n: Found 0; expected at least 1.'],
  ['a spread above the top', spread({ n: 2, min: 1, max: 5 }), 'answers[0].spread.max: Found 5; expected at most 4.'],
  [
    'a spread below the bottom',
    spread({ n: 2, min: -1, max: 2 }),
    'answers[0].spread.min: Found -1; expected at least 0',
  ],
  ['a spread with half a level', spread({ n: 2, min: 1.5, max: 2 }), 'answers[0].spread.min: Found 1.5'],
  ['a spread without a number of people', spread({ min: 1, max: 2 }), 'answers[0].spread.n: It is missing'],
  ['a group of nobody', { group: { ...group, people: 0 } }, 'group.people: Found 0; expected at least 1.'],
  ['a group without a version of the pack', { group: { people: 3, variables: [] } }, 'group.version: It is missing'],
  ['a score above 1', velocity(0.5, 1.2), 'group.variables[0].high: Found 1.2; expected at most 1.'],
  ['a score below 0', velocity(-0.1, 1), 'group.variables[0].low: Found -0.1; expected at least 0.'],
  [
    'a lowest level above the highest',
    spread({ n: 2, min: 4, max: 0 }),
    'answers[0].spread: The lowest level, "min", is above the highest, "max".',
  ],
  [
    'a lowest score above the highest',
    { group: { ...group, variables: [{ id: 'velocity', low: 0.9, high: 0.1 }] } },
    'group.variables[0]: The lowest score, "low", is above the highest, "high".',
  ],
  [
    'a score in no V',
    { group: { ...group, variables: [{ id: 'visibility', low: 0, high: 1 }] } },
    'group.variables[0].id: Found "visibility"; possible: velocity, validation or versioning.',
  ],
  [
    'a kind of model that does not exist',
    { context: { model: 'bought' } },
    'context.model: Found "bought"; possible: train, adapt or hosted.',
  ],
  [
    'a size of team that does not exist',
    { context: { teamSize: 'huge' } },
    'context.teamSize: Found "huge"; possible: ',
  ],
  ['what is at stake as a number', { stakes: 7 }, 'stakes: Found 7; expected a text.'],
  ['what is at stake at length', { stakes: 'x'.repeat(2001) }, 'stakes: '],
])('parseAnswers(data) refuses %s with a sentence', (_, part, sentence) => {
  const parsed = open(part);
  expect(parsed.ok ? 'accepted' : parsed.problems.join('\n')).toContain(sentence);
});

test('parseAnswers(data) takes each kind of model, a team of one, and a group in which nobody has a score', () => {
  for (const model of ['train', 'adapt', 'hosted']) expect(open({ context: { model } }).ok, model).toBe(true);
  expect(open({ context: { teamSize: 'alone' } }).ok).toBe(true);
  expect(open({ group: { ...group, people: 1 } }).ok).toBe(true);
  expect(open(spread({ n: 1, min: 2, max: 2 })).ok).toBe(true);
});
