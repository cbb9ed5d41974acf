import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { fullReports, type KeptReport } from '../../../tests/support/full-reports.ts';
import { withoutStability } from '../../../tests/support/teams.ts';
import { fullReportData } from '../../build/page-data/report.ts';
import { site } from '../../build/site.ts';
import { renderMarkdown } from '../../core/render/markdown.ts';
import { renderSummary } from '../../core/render/summary.ts';
import { troubleTexts } from '../../core/render/wording.ts';
import { type Report, report } from '../../core/report/report.ts';
import * as folded from './folded-views.ts';
import { printCopyOf } from './print/PrintCopy.tsx';
import { ReportView } from './ReportView.tsx';

// Reports are put together from parts. Whatever the answers, what people read has to be whole sentences.

const data = fullReportData();
const pack = withoutStability(data.pack);

/** Elements within a line of text; all others begin a new one. */
const inline = /<\/?(?:a|abbr|b|bdi|cite|em|i|q|span|strong)\b[^>]*>/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const linesOf = (markup: string): string[] =>
  markup
    .replaceAll(/<svg[\s\S]*?<\/svg>|<select[\s\S]*?<\/select>/g, '\n')
    .replaceAll(inline, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean);

/** Everything that people read of a report: page, page for leaders, working copy, Markdown, summary. */
function linesOfReport(answers: NonNullable<KeptReport['now']>, made: Report): string[] {
  const props = { site, data, report: made, folded, actions: undefined };
  const { page, copy } = printCopyOf({ ...props, answers });
  return [
    ...[h(ReportView, props), page, copy].flatMap((part) => linesOf(renderToString(h(Fragment, null, part)))),
    ...renderMarkdown(made, pack, site.t).split('\n'),
    ...renderSummary(made, pack, { t: site.t, day: (date) => date }).split('\n'),
  ];
}

/** What no line of a report may have. */
const faults: Record<string, RegExp> = {
  'a word twice': /(?<![\p{L}’'-])(\p{L}+) \1(?![\p{L}’'-])/iu,
  'a space before a mark': / [.,;:!?](?=\s|$)/,
  'two marks in a row': /[,;:.!?] ?[,;:]|(?<!\.)\.\.(?!\.)|[?!]\./,
  'an empty place': /\{\w+\}|\bundefined\b|\bNaN\b|\[object|“”|\(\)/,
  'a sentence that begins small': /(?<!\b(?:vs|e\.g|i\.e))[.!?] \p{Ll}/u,
};

const reports = fullReports(pack, [...Array(48).keys()]).flatMap(({ now }) =>
  now ? (['full', 'quick'] as const).map((depth) => ({ answers: now, made: report(now, pack, depth) })) : [],
);

test('every line of a report is made of whole sentences', () => {
  const found = new Set<string>();
  for (const { answers, made } of reports)
    for (const line of linesOfReport(answers, made))
      for (const [fault, pattern] of Object.entries(faults)) if (pattern.test(line)) found.add(`${fault}: ${line}`);
  expect([...found]).toEqual([]);
});

test('a report says nothing twice: neither its diagnosis, nor what stands out beside it', () => {
  for (const { made } of reports) {
    const texts = made.diagnosis.parts.map(({ text }) => text);
    expect(new Set(texts).size, texts.join(' ')).toBe(texts.length);
    const said = new Set(made.diagnosis.parts.flatMap(({ role, from }) => (role === 'hurts' ? from : [])));
    const trouble = troubleTexts(made);
    for (const { item, text } of made.findings) expect(trouble.includes(text)).toBe(!said.has(item));
  }
});

test('each line about what holds, hurts or comes first has its label once', () => {
  for (const { made } of reports) {
    const labels = renderMarkdown(made, pack, site.t).match(/^What (holds|hurts|comes first):/gm) ?? [];
    expect(new Set(labels).size).toBe(labels.length);
  }
});
