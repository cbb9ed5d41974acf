import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { directionOf } from '../../src/core/text/direction.ts';
import { slotsOf } from '../../src/core/text/fill-template.ts';
import { pseudoSentence, pseudoStrings } from '../../src/i18n/pseudo.ts';
import { flatten } from '../../src/i18n/translate.ts';

const strings = flatten(parse(readFileSync('content/ui/en.yaml', 'utf8')));
const made = pseudoStrings(strings);

test('the made-up language keeps every key and every value to fill in', () => {
  expect(Object.keys(made)).toEqual(Object.keys(strings));
  for (const [key, sentence] of Object.entries(strings)) expect(slotsOf(made[key] ?? '')).toEqual(slotsOf(sentence));
});

test('the made-up language is about 40 % longer, and no letter of English stays plain', () => {
  const lengthOf = (sentences: object) => Object.values(sentences).join('').length;
  const growth = lengthOf(made) / lengthOf(strings);
  expect(growth).toBeGreaterThan(1.3);
  expect(growth).toBeLessThan(1.5);
  expect(pseudoSentence('Save {count} answers { now')).toBe('Šååṽéé {count} ååññššŵééŕšš { ññôôŵ');
});

test.each([
  ['en', 'ltr'],
  ['de-CH', 'ltr'],
  ['he', 'rtl'],
  ['ar-EG', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ks-Deva', 'ltr'],
  ['zz', 'ltr'],
])('directionOf("%s") is %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});
