import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { fullReports } from '../../../tests/support/full-reports.ts';
import { hostileTexts } from '../../../tests/support/hostile.ts';
import { pack } from '../../build/pack.ts';
import { fullReportData } from '../../build/page-data/report.ts';
import { samples as allSamples } from '../../build/samples.ts';
import { site } from '../../build/site.ts';
import { stringsFor } from '../../build/strings.ts';
import type { Answers } from '../../core/answers/answers.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { renderMarkdown } from '../../core/render/markdown.ts';
import { report } from '../../core/report/report.ts';
import { translator } from '../../i18n/translate.ts';
import type { Site } from '../shared/view-data.ts';
import * as folded from './folded-views.ts';
import { Ownership } from './moves/Ownership.tsx';
import { printCopyOf } from './print/PrintCopy.tsx';
import { type ReportActions, ReportView } from './ReportView.tsx';
import { WhereToLook } from './signals/WhereToLook.tsx';

/** The samples with everything that unfolds. */
const samples = () => allSamples().map((sample) => ({ ...sample, props: { ...sample.props, folded } }));

/** Seeds of generated teams of every kind. */
const seeds = Array.from({ length: 32 }, (_, seed) => seed);

/** The text of markup, with single spaces. */
const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

for (const { id, answers, props } of samples()) {
  test(`${id}: the page and its printed page name the same answers worth knowing`, () => {
    const titles = props.report.worthKnowing.map(({ item }) => packIndex(props.data.pack).title(item));
    const page = textOf(renderToString(<ReportView {...props} />));
    const printed = textOf(renderToString(h(Fragment, null, printCopyOf({ ...props, answers }).page)));
    for (const title of titles) {
      expect(page).toContain(`${title}: `);
      expect(printed).toContain(title);
    }
    expect(page.includes(props.site.t('report.worth'))).toBe(titles.length > 0);
  });
}

test('where to look for the causes of unexplained trouble comes with the folded parts', () => {
  const data = fullReportData();
  const answers = fullReports(data.pack, seeds).map(({ now }) => now as Answers);
  const unexplained = answers.flatMap((team) => {
    const props = {
      site,
      data,
      report: report(team, data.pack, 'full'),
      actions: undefined,
      explain: undefined,
      answers: team,
    };
    const shown = renderToString(<WhereToLook {...props} />);
    const { unexplained: inFull } = report(team, pack, 'full');
    return inFull.map(({ symptom, look }) => [symptom, look.every((place) => shown.includes(place))]);
  });
  expect(unexplained.length).toBeGreaterThan(0);
  expect(unexplained).toEqual(unexplained.map(([symptom]) => [symptom, true]));
});

test('page and working copy say how likely what a move eases is', () => {
  const eased = samples().flatMap(({ answers, props }) => {
    const { site, data, report } = props;
    const page = textOf(renderToString(<ReportView {...props} />));
    const { copy } = printCopyOf({ ...props, answers });
    const printed = textOf(renderToString(h(Fragment, null, copy)));
    const ids = report.moves.flatMap(({ eases }) => eases);
    return report.signals
      .filter(({ id }) => ids.includes(id))
      .map(({ id, status }) => {
        const named = `${packIndex(data.pack).signalTitle(id)} (${site.t(`report.status-${status}`)})`;
        return [named, page.includes(named), printed.includes(named)];
      });
  });
  expect(eased.length).toBeGreaterThan(0);
  expect(eased).toEqual(eased.map(([named]) => [named, true, true]));
});

test('at least one sample has an answer worth knowing', () => {
  expect(samples().flatMap(({ props }) => props.report.worthKnowing).length).toBeGreaterThan(0);
});

test("no sentence ends with two full stops, also where the team's own texts have one", () => {
  const [sample] = samples();
  if (!sample) throw new Error('there is no sample');
  const { site, data, report: made } = sample.props;
  const [first, second] = made.moves;
  if (!first || !second) throw new Error('the sample has no moves');
  const answers: Answers = {
    ...sample.answers,
    stakes: 'Refunds.',
    targets: [{ item: first.practice, level: 4, reason: 'Agreed.' }],
    decisions: [{ practice: second.practice, decision: 'no', owner: 'Ada L.', next: 'Wait.', reason: 'Too early.' }],
    overrides: made.risks.map((signal) => ({ signal, reason: 'Not here.' })),
  };
  const props = { site, data, report: report(answers, data.pack) };
  const { page, copy } = printCopyOf({ ...props, answers });
  const text = [<ReportView {...sample.props} {...props} />, h(Fragment, null, page), h(Fragment, null, copy)]
    .map((view) => textOf(renderToString(view)))
    .join(' ');
  for (const own of ['Refunds.', 'Agreed', 'Too early', 'Not here.']) expect(text).toContain(own);
  expect(text.match(/[^.]{0,40}\.\s?\.(?!\.)/g)).toBeNull();
});

test('only "later" and "no" ask until when they hold, and the line of the decision says it', () => {
  const [sample] = samples();
  const [move] = sample?.props.report.moves ?? [];
  if (!sample || !move) throw new Error('there is no sample with a move');
  const props = { ...sample.props, decide: () => undefined };
  const shown = (decision: 'do' | 'later' | 'no', until?: string) => {
    const decided = { practice: move.practice, decision, ...(until && { until }) };
    return textOf(renderToString(<Ownership props={props} move={{ ...move, decision: decided }} />));
  };
  const field = props.site.t('report.until');
  expect(shown('do')).not.toContain(field);
  for (const decision of ['later', 'no'] as const) expect(shown(decision)).toContain(field);
  expect(shown('later', '2099-03-31')).toContain('until 31 Mar 2099');
});

test('each file of sentences has all that its part of the report says', () => {
  const data = fullReportData();
  const siteWith = (...files: Parameters<typeof stringsFor>[0][]): Site => ({
    ...site,
    t: translator(Object.assign({}, ...files.map(stringsFor)), site.language),
  });
  const actions = new Proxy({} as ReportActions, { get: () => () => undefined });
  for (const [seed, kept] of fullReports(data.pack, seeds).entries()) {
    const answers = kept['now'] as Answers;
    const depth = seed % 5 === 0 ? 'quick' : 'full';
    const props = { data, report: report(answers, data.pack, depth), actions, explain: () => undefined, answers };
    renderToString(<ReportView {...props} site={siteWith('assess/report')} />);
    renderToString(<ReportView {...props} site={siteWith('assess/report', 'assess/folded')} folded={folded} />);
    const { page, copy } = printCopyOf({ ...props, site: siteWith('assess/report', 'assess/print') });
    renderToString(
      <ReportView {...props} site={siteWith('assess/report', 'assess/print')} printCopy={{ page, copy }} />,
    );
  }
});

test('no hostile name of a system becomes an element', () => {
  const [sample] = samples();
  if (!sample) throw new Error('there is no sample');
  const { props } = sample;
  const tagsWith = (system: string): string[] | null =>
    renderToString(<ReportView {...props} report={{ ...props.report, system }} />).match(/<[^>]+>/g);
  const usual = tagsWith('plain');
  for (const text of hostileTexts()) expect(tagsWith(text), text).toEqual(usual);
});

test('page, page for leaders, Markdown and sheet say what the known answers rest on', () => {
  const [sample] = samples();
  if (!sample) throw new Error('there is no sample');
  const { site, data } = sample.props;
  const known = sample.answers.answers.filter(({ state }) => state === 'level').length;
  const kinds = [
    { kind: 'measured', date: '2020-01-01' } as const,
    { kind: 'shown' } as const,
    { kind: 'shown' } as const,
  ];
  let place = 0;
  const answers: Answers = {
    ...sample.answers,
    answers: sample.answers.answers.map(({ evidence, ...answer }) =>
      answer.state === 'level' ? { ...answer, evidence: kinds[place++] } : answer,
    ),
  };
  const props = { ...sample.props, site, data, report: report(answers, data.pack) };
  const expected = `${known} answers are known: 1 is measured, 2 shown, ${known - 3} claimed. 1 piece of evidence is more than a year old.`;
  const page = renderToString(<ReportView {...props} />);
  expect(textOf(page)).toContain(expected);
  expect(textOf(renderToString(h(Fragment, null, printCopyOf({ ...props, answers }).page)))).toContain(expected);
  expect(renderMarkdown(props.report, data.pack, site.t)).toContain(expected);
  expect(page.match(/<(circle|rect) class="proof"[^>]*>/g)).toHaveLength(2 * 3); // on the wide sheet and on the phone's
  expect(page).toContain('Measured more than a year ago.');
  const none = renderToString(
    <ReportView
      {...props}
      report={report({ ...answers, answers: answers.answers.map(({ evidence, ...answer }) => answer) }, data.pack)}
    />,
  );
  expect(textOf(none)).toContain(`No evidence is recorded for the ${known} known answers.`);
  expect(none).not.toContain('class="proof"');
});

test('where too little is known, the button that leads to the answers comes before all others', () => {
  const data = fullReportData();
  const [sample] = allSamples();
  const actions = {} as ReportActions;
  const shown = (answers: Answers) =>
    renderToString(
      <ReportView
        site={site}
        data={data}
        report={report(answers, data.pack, 'full')}
        explain={undefined}
        actions={actions}
      />,
    );
  const known = sample?.answers as Answers;
  expect(shown(known)).not.toContain('class="primary"');
  expect(shown({ ...known, answers: [] })).toMatch(/class="primary"[^>]*>Check your answers/);
});
