import fc from 'fast-check';
import { expect, test } from 'vitest';
import { t } from '../../../src/build/strings.ts';
import { renderHtmlFile } from '../../../src/core/render/html-file.ts';
import { renderMarkdown } from '../../../src/core/render/markdown.ts';
import { renderSummary } from '../../../src/core/render/summary.ts';
import { report } from '../../../src/core/report/report.ts';
import { risksOf } from '../../../src/core/report/summary-lists.ts';
import { decided, pack, shown, words } from '../../support/decided-team.ts';
import { answersBy, generateTeam } from '../../support/teams.ts';

test('the summary is short and has the verdict, scores, risks, and first moves with owner and due date', () => {
  for (const seed of [3, 8, 21, 40]) {
    const teamReport = report(decided(seed), pack);
    const summary = renderSummary(teamReport, pack, words);
    expect(summary.split('\n').length).toBeLessThan(36);
    expect(summary).toContain(teamReport.verdict);
    for (const { point } of teamReport.variables)
      if (point !== null) expect(summary).toContain(` ${shown(point)} (band `);
    for (const { id } of risksOf(teamReport, 3))
      expect(summary).toContain(`- ${pack.signals.find((signal) => signal.id === id)?.title}`);
    expect(summary).toContain('owner: =Ada; due: 15 Jan 2027');
    expect(summary).not.toContain('Next year');
  }
});

test('the long text has owners, due dates and what a move eases', () => {
  const teamReport = report(decided(8), pack);
  const text = renderMarkdown(teamReport, pack, t);
  expect(text).toContain('owner: =Ada; due: 2027-01-15; decision: Do');
  const troubled = report(
    answersBy(pack, ({ kind }) => (kind === 'practice' ? 0 : 4)),
    pack,
  );
  const eased = troubled.moves.flatMap(({ eases }) => eases);
  expect(eased.length).toBeGreaterThan(0);
  const troubledText = renderMarkdown(troubled, pack, t);
  for (const id of eased) expect(troubledText).toContain(pack.signals.find((signal) => signal.id === id)?.title);
});

test('the HTML file holds the answers unchanged, and nothing in them ends an element', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const answers = { ...generateTeam(pack, 3), system: `${text}</script><script>boo()</script><!--` };
      const html = renderHtmlFile({
        title: answers.system,
        language: 'en',
        css: 'a{}</style><b>',
        body: '<p></p>',
        answers,
      });
      const data = /<script type="application\/json" id="trivium-answers">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
      expect(JSON.parse(data)).toEqual(answers);
      expect(html.match(/<script/g)).toHaveLength(1);
      expect(html.match(/<\/style/g)).toHaveLength(1);
    }),
  );
});
