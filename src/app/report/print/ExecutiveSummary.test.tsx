import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { answersBy, answersOf, generateTeam } from '../../../../tests/support/teams.ts';
import { fullReportData } from '../../../build/page-data/report.ts';
import { site } from '../../../build/site.ts';
import type { Answers } from '../../../core/answers/answers.ts';
import { report } from '../../../core/report/report.ts';
import * as folded from '../folded-views.ts';
import { ReportView } from '../ReportView.tsx';
import { printCopyOf } from './PrintCopy.tsx';

const data = fullReportData();
const { pack } = data;

/** What the page, the page for leaders and the working copy say, as text. */
function textsOf(answers: Answers) {
  const props = { site, data, report: report(answers, pack), folded, actions: undefined };
  const { page, copy } = printCopyOf({ ...props, answers });
  const [screen, leaders, working] = [h(ReportView, props), page, copy].map((part) =>
    renderToString(h(Fragment, null, part))
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' '),
  );
  return { made: props.report, screen: screen ?? '', leaders: leaders ?? '', working: working ?? '' };
}

test('the page for leaders gives each move the number that it has on the practice sheet', () => {
  let withGaps = 0;
  for (let seed = 0; seed < 40; seed += 1) {
    const team = generateTeam(pack, seed);
    const [first] = report(team, pack).moves;
    const declined = { ...team, decisions: [{ practice: first?.practice ?? '', decision: 'no' as const }] };
    const { made, leaders } = textsOf(declined);
    const numbers = made.firstMoves.map((practice) => made.sheet.find(({ item }) => item === practice)?.move?.place);
    expect(numbers).not.toContain(undefined);
    for (const number of numbers) expect(leaders).toContain(` ${number}. `);
    if (numbers.some((number, index) => number !== index + 1)) withGaps += 1;
  }
  expect(withGaps).toBeGreaterThan(0);
});

test('where nothing is known, no page says that nothing is wrong', () => {
  const { screen, leaders, working } = textsOf(answersOf(pack, []));
  for (const text of [screen, leaders, working]) {
    expect(text).not.toContain(site.t('report.moves-none'));
    expect(text).not.toContain(site.t('report.signals-none'));
  }
  expect(screen).toContain(site.t('report.moves-unknown'));
  expect(leaders).toContain(site.t('report.signals-unknown'));
});

test('without a move to fund, a check is named as one; that nothing needs funding stands alone', () => {
  const check = `${site.t('report.check')}: `;
  const troubled = textsOf(answersBy(pack, () => 4));
  expect(troubled.made.firstMoves).toEqual([]);
  expect(troubled.leaders).toContain(
    `${check}${troubled.made.diagnosis.parts.find(({ role }) => role === 'first')?.text}`,
  );
  const calm = textsOf(answersBy(pack, ({ kind }) => (kind === 'practice' ? 4 : 0)));
  expect(calm.leaders).toContain('Nothing needs funding now.');
  expect(calm.leaders).not.toContain(check);
});

test('the page for leaders speaks of one word, or of several', () => {
  const leaning = (level: number) => textsOf(answersBy(pack, ({ variable }) => (variable === 'velocity' ? level : 4)));
  expect(leaning(2).leaders).toContain('could change the word for Velocity.');
  expect(textsOf(answersBy(pack, () => 2)).leaders).toMatch(/could change the words for Velocity, .+ and Versioning\./);
});

test('trouble that the practices do not explain is on every page', () => {
  const { made, screen, leaders, working } = textsOf(answersBy(pack, () => 4));
  const texts = made.unexplained.map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(3);
  for (const page of [screen, leaders, working]) expect(page).toContain(texts[0]);
  for (const text of texts) expect(working).toContain(text);
  expect(screen).toContain(`And ${texts.length - 3} more`);
  expect(leaders).toContain(`And ${texts.length - 1} more`);
});
