import { expect, test } from 'vitest';
import { searchLanguage, searchLanguages } from '../../src/search/languages.ts';

test('the search knows the stems and stop words of English, whichever country it is from', () => {
  for (const tag of ['en', 'en-GB']) {
    const { stemOf, stopWords } = searchLanguage(tag);
    expect(stemOf('deployments')).toBe(stemOf('deploying'));
    expect(stemOf('labelling')).toBe(stemOf('labeling'));
    expect(stopWords.has('the')).toBe(true);
  }
});

test('in a language that it does not know, words stay as they are and all count', () => {
  const { stemOf, stopWords } = searchLanguage('pl');
  expect(searchLanguages).not.toContain('pl');
  expect(stemOf('tygodnie')).toBe('tygodnie');
  expect(stopWords.size).toBe(0);
});
