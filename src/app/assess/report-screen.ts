import type { ComponentChild } from 'preact';
import type { Depth } from '../../core/model/ids.ts';
import { fetchData } from '../platform/data-files.ts';
import { ReportPage } from '../report/report-page.ts';
import type { ReportData } from '../shared/view-data.ts';
import type { ScreenContext } from './screen-context.ts';

/** Opens the report of the assessment; the page keeps it for as long as it is open. */
export async function openReport({ site, changed }: Pick<ScreenContext, 'site' | 'changed'>): Promise<ReportPage> {
  return new ReportPage(site, await fetchData<ReportData>('report'), changed);
}

/** The report of the open assessment, with everything that a person can do with it. */
export function reportScreen(
  context: Omit<ScreenContext, 'data' | 'noticesFor'>,
  page: ReportPage,
  depth: Depth,
): Promise<ComponentChild> {
  const { session, act, go, startAt } = context;
  return page.view({
    answers: session.draft.answers,
    depth,
    keptAnswers: session.drafts.map(({ answers }) => answers),
    actions: {
      changeAnswers: () => go({ view: 'check', depth }),
      deepen: () => startAt('full'),
      decide: (practice, part) => act(() => session.decide(practice, part)),
      override: (signal, reason) => act(() => session.override(signal, reason)),
      setTarget: (item, level, reason) => act(() => session.target(item, level, reason)),
      downloadAnswers: () => session.download(),
    },
  });
}
