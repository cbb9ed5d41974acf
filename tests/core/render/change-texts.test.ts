import { expect, test } from 'vitest';
import { t } from '../../../src/build/strings.ts';
import type { ItemChange } from '../../../src/core/assessment/compare.ts';
import { changeText, levelsText, symptomsSentence, tallyText } from '../../../src/core/render/change-texts.ts';

const practice = (before: number, now: number): ItemChange => ({ item: 'p', variable: 'velocity', before, now });
const symptom = (before: number, now: number): ItemChange => ({ item: 's', variable: null, before, now });

test('changeText(change) says better and worse: a higher answer is better for a practice and worse for a symptom', () => {
  expect([practice(1, 3), practice(4, 0), symptom(1, 2), symptom(3, 0)].map((change) => changeText(change, t))).toEqual(
    ['better by 2', 'worse by 4', 'worse by 1', 'better by 3'],
  );
});

test('levelsText(sum) says gained or lost, without a sign', () => {
  expect([7, 1, 0, -1, -12].map((sum) => levelsText(sum, t))).toEqual([
    '7 levels gained',
    '1 level gained',
    '0 levels gained',
    '1 level lost',
    '12 levels lost',
  ]);
});

test('tallyText(changes) counts better and worse, and leaves out a count of zero', () => {
  expect(tallyText([symptom(1, 2), symptom(2, 1), practice(1, 2)], t)).toBe('2 better and 1 worse');
  expect(tallyText([symptom(1, 2)], t)).toBe('1 worse');
  expect(tallyText([], t)).toBe('');
});

test('symptomsSentence(symptoms) says that nothing changed only if something was compared', () => {
  expect(symptomsSentence([symptom(3, 1), symptom(0, 1)], 5, t)).toBe('Symptoms: 1 better and 1 worse.');
  expect(symptomsSentence([], 5, t)).toBe('No symptom known in both has changed.');
  expect(symptomsSentence([], 0, t)).toBe('');
});
