import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { translationParts } from '../../tools/tasks/translation-parts.ts';

const doc = readFileSync('docs/translating.md', 'utf8');
const parts = translationParts();

test('docs/translating.md lists every part to translate; "npm run words -- --write" renews its table', () => {
  const rows = [...doc.matchAll(/^\| `([^`]+)` \| ([^|]+) \| \d+ \| \d+ \|$/gm)];
  expect(
    rows.map(([, place, holds]) => [place, holds]),
    'Run: npm run words -- --write',
  ).toEqual(parts.map(({ place, holds }) => [place, holds]));
});

test('every part has files and words, so that none is out of date', () => {
  expect(parts.filter(({ files, words }) => files === 0 || words === 0)).toEqual([]);
});
