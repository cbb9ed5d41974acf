import { expect, test } from 'vitest';
import { t } from '../../../src/build/strings.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { compare } from '../../../src/core/assessment/compare.ts';
import { mergeRespondents } from '../../../src/core/assessment/respondents.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { renderComparison, renderMerge } from '../../../src/core/render/side-by-side.ts';
import { renderSummary } from '../../../src/core/render/summary.ts';
import { report } from '../../../src/core/report/report.ts';
import { formulaNames } from '../../support/csv.ts';
import { decided, pack, words } from '../../support/decided-team.ts';
import { hostileTexts } from '../../support/hostile.ts';

test('names of people and systems cannot add markup to a summary or a text', () => {
  const team = { ...decided(3), system: '# <img src=x> **boo**\n- item' };
  const teamReport = report(team, pack);
  for (const text of [renderSummary(teamReport, pack, words), renderMarkdown(teamReport, pack, t)]) {
    expect(text).not.toMatch(/(?<!\\)</);
    expect(text).not.toContain('**boo**');
    expect(text).not.toMatch(/^- item/m);
  }
});

/** Texts that would be markup in Markdown or HTML, at the start of a line or inside it. */
const markupTexts = [
  ...formulaNames,
  ...hostileTexts().filter((_, at) => at % 8 === 0), // one of each kind
  '# x',
  '## x',
  '- x',
  '+ x',
  '* x',
  '1. x',
  '2) x',
  '> x',
  '---',
  '===',
  '***',
  '```\nx',
  '    x',
  '| x |',
  '[a](javascript:x)',
  '![a](//evil.example)',
  '<b>x</b>',
  '_x_',
  '~~x~~',
  '`x`',
  '\\[x](y)',
  'a\n\n# x',
  'a\n- x',
  'A &#8238; gpj.exe',
  '&copy; &lt;b&gt; &#x202e;',
  'https://evil.example',
  'WWW.evil.example',
  'a@b.example',
  '[x](http://evil.example)',
];

/** The block marker at the start of a line with a name, and the inline markup that Markdown would interpret. */
function markupIn(line: string): string[] {
  const inline = line.replaceAll(/\\[!-/:-@[-`{-~]/g, '·'); // escaped characters are text
  const block = /^ {0,3}(#{1,6}\s|[-+*]\s|\d+[.)]\s|>|=+\s*$|-+\s*$|```)/.exec(inline);
  return [...(block ? [block[0]] : []), ...(inline.match(/[`*_[\]<>|~]|&#?\w+;|\w:\/\/|www\.|@/gi) ?? [])];
}

test('any name of a system or a person stays text in every Markdown file', () => {
  const person = (system: string): Answers => ({ ...decided(3), system, respondent: { name: system, role: system } });
  for (const name of markupTexts) {
    const team = person(name);
    const teamReport = report(team, pack);
    const plain = name.replace(/\s+/g, ' ').trim();
    const lines = [renderSummary(teamReport, pack, words), renderMarkdown(teamReport, pack, t)].map(
      (text) => text.split('\n')[2] ?? '',
    );
    for (const line of lines) {
      expect(markupIn(line), name).toEqual([]);
      expect(line.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'), name).toContain(plain);
    }
    const merged = renderMerge(mergeRespondents([team, person('Other')], pack), pack, t).split('\n');
    const compared = renderComparison(compare({ answers: team }, { answers: team }, pack), pack, t).split('\n');
    for (const line of [merged[0], compared[0]]) expect(markupIn((line ?? '').replace(/^# /, 'x ')), name).toEqual([]);
    for (const line of merged.filter((each) => /^- 1\b/.test(each))) expect(markupIn(line.slice(2)), name).toEqual([]);
  }
});
