import type { ComponentChild } from 'preact';
import type { Depth } from '../../core/model/ids.ts';
import { fetchData } from '../platform/data-files.ts';
import { ReportPage } from '../report/report-page.ts';
import type { ReportData } from '../shared/view-data.ts';
import type { PageActions } from './screen-context.ts';

/** Creates the report page of the assessment, which keeps its own state for as long as this page is open. */
export async function openReport({ site, rerender }: Pick<PageActions, 'site' | 'rerender'>): Promise<ReportPage> {
  return new ReportPage(site, await fetchData<ReportData>('report'), rerender);
}

/** The report of the open draft, with everything that a person can do with it. */
export function reportScreen(context: PageActions, page: ReportPage, depth: Depth): Promise<ComponentChild> {
  const { session, update, go, startAt } = context;
  return page.view({
    answers: session.draft.answers,
    depth,
    keptAnswers: session.drafts.map(({ answers }) => answers),
    actions: {
      changeAnswers: () => go({ view: 'check', depth }),
      deepen: () => startAt('full'),
      decide: (practice, part) => update(() => session.decide(practice, part)),
      override: (signal, reason) => update(() => session.override(signal, reason)),
      setTarget: (item, level, reason) => update(() => session.setTarget(item, level, reason)),
      downloadAnswers: () => session.download(),
    },
  });
}
