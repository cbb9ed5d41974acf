import { afterEach, expect, test, vi } from 'vitest';
import { fragment } from './browser.ts';

afterEach(() => vi.unstubAllGlobals());

test('fragment() decodes what follows the "#", and never throws on what cannot be decoded', () => {
  const hashes = ['', '#', '#plan', '#caf%C3%A9', '#%', '#50%', '#%E0%A4%A', '#a%ZZ', '##', '#%25'];
  const fragments = hashes.map((hash) => {
    vi.stubGlobal('location', { hash });
    return fragment();
  });
  expect(fragments).toEqual(['', '', 'plan', 'café', '%', '50%', '%E0%A4%A', 'a%ZZ', '#', '%']);
});
