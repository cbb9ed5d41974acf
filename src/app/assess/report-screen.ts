import type { ComponentChild } from 'preact';
import type { Depth } from '../../core/model/ids.ts';
import { fetchReportData } from '../platform/data-files.ts';
import { ReportPage } from '../report/report-page.ts';
import { withDecision, withOverride, withTarget } from '../storage/answer-edits.ts';
import { downloadDraft } from '../storage/draft-files.ts';
import type { Session } from '../storage/session.ts';
import type { PageActions } from './screen-context.ts';

/** Creates the report page of the assessment, which keeps its own state for as long as this page is open. */
export async function openReport({ site, rerender }: Pick<PageActions, 'site' | 'rerender'>): Promise<ReportPage> {
  return new ReportPage(site, await fetchReportData(), rerender);
}

/** The report of the open draft, with everything that a person can do with it. */
export function reportScreen(context: PageActions, page: ReportPage, depth: Depth): Promise<ComponentChild> {
  const { session, update, go, startAt } = context;
  const edit: Session['edit'] = (change) => update(() => session.edit(change));
  return page.view({
    answers: session.draft.answers,
    depth,
    keptAnswers: session.drafts.map(({ answers }) => answers),
    actions: {
      changeAnswers: () => go({ view: 'check', depth }),
      deepen: () => startAt('full'),
      decide: (practice, part) => edit((answers) => withDecision(answers, practice, part)),
      override: (signal, reason) => edit((answers) => withOverride(answers, signal, reason)),
      setTarget: (item, level, reason) => edit((answers) => withTarget(answers, item, level, reason)),
      downloadAnswers: () => downloadDraft(session.draft),
    },
  });
}
