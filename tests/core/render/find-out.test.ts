import { expect, test } from 'vitest';
import { type MoveText, type MoveTexts, moveTextOf, placeToLook } from '../../../src/core/render/move-texts.ts';

const how: MoveText = { steps: ['Begin.'], doneWhen: 'It is done.', leads: 'ML lead', measure: 'Days', risk: 'None.' };
const texts: MoveTexts = {
  start: how,
  deepen: how,
  look: 'The log of runs.',
  readings: [{ when: { model: 'hosted' }, look: 'The log of prompts.' }],
};

test('finding out has no steps, only a place to look, in the words of the context', () => {
  expect(moveTextOf({ kind: 'start', steps: 'start' }, texts, {})).toEqual(how);
  expect(moveTextOf({ kind: 'find-out', steps: 'start' }, texts, {})).toBeUndefined();
  expect(placeToLook(texts, {})).toBe('The log of runs.');
  expect(placeToLook(texts, { model: 'hosted' })).toBe('The log of prompts.');
});
