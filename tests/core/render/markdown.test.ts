import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { samples } from '../../../src/build/samples.ts';
import { pack } from '../../../src/build/site-data.ts';
import { t } from '../../../src/build/strings.ts';
import { compare } from '../../../src/core/assessment/compare.ts';
import { mergeRespondents } from '../../../src/core/assessment/respondents.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { renderComparison, renderMerge } from '../../../src/core/render/side-by-side.ts';
import { report } from '../../../src/core/report/report.ts';

// Texts to read: after a change that is meant, write them anew and read the difference.
const fixture = (name: string): string => readFileSync(`tests/fixtures/markdown/${name}.md`, 'utf8');
const teams = samples();
const [first, second] = teams;
if (!first || !second) throw new Error('There are two samples at least.');

for (const { id, answers } of teams) {
  test(`the report of ${id} reads as in its fixture, with every answer`, () => {
    expect(renderMarkdown(report(answers, pack), pack, t, answers)).toBe(fixture(id));
  });
}

test('a quick check without answers reads as in its fixture', () => {
  expect(renderMarkdown(report(first.answers, pack, 'quick'), pack, t)).toBe(fixture('quick'));
});

test('a comparison reads as in its fixture', () => {
  const comparison = compare({ answers: first.answers }, { answers: second.answers }, pack);
  expect(renderComparison(comparison, pack, t)).toBe(fixture('comparison'));
});

test('merged answers read as in their fixture', () => {
  const merge = mergeRespondents(
    teams.map(({ answers }) => answers),
    pack,
  );
  expect(renderMerge(merge, pack, t)).toBe(fixture('merge'));
});
