import { type ComponentChild, h } from 'preact';
import { canCheckPromises } from '../../core/answers/asked-again.ts';
import type { Depth } from '../../core/model/ids.ts';
import { nameOf } from '../../core/text/name-of.ts';
import { fetchReportData } from '../platform/data-files.ts';
import { lazy } from '../platform/lazy.ts';
import { noteLoss } from '../platform/load-error.ts';
import { ReportPage } from '../report/report-page.ts';
import { withDecision, withOverride, withTarget } from '../storage/answer-edits.ts';
import { downloadDraft } from '../storage/draft-files.ts';
import type { Session } from '../storage/session.ts';
import type { PageActions } from './screen-context.ts';

/** Creates the report page of the assessment, which keeps its own state for as long as this page is open. */
export async function openReport({ site, rerender }: Pick<PageActions, 'site' | 'rerender'>): Promise<ReportPage> {
  return new ReportPage(site, await fetchReportData(), rerender);
}

const promisesPart = lazy({ module: () => import('./promise-check.ts') });
const namePart = lazy({ module: () => import('./NamePrompt.tsx'), strings: 'drafts' });

/** Whether the report asks for the name of its system: true if it had none when the report was opened. */
export function asksForName({ session: { draft }, state }: Pick<PageActions, 'session' | 'state'>): boolean {
  if (nameOf(draft.answers.system) === '') state.unnamedDraft = draft.id;
  return state.unnamedDraft === draft.id;
}

/** The field for a missing name; empty if there is a name, or if the field cannot be loaded. */
async function namePrompt(context: PageActions, edit: Session['edit']): Promise<ComponentChild> {
  if (!asksForName(context)) return null;
  const part = await namePart().catch(() => undefined);
  const name = context.session.draft.answers.system;
  return part && h(part.NamePrompt, { site: context.site, name, save: (system) => edit(() => ({ system })) });
}

/** The report of the open draft, with everything that a person can do with it. */
export async function reportScreen(context: PageActions, page: ReportPage, depth: Depth): Promise<ComponentChild> {
  const { session, update } = context;
  const edit: Session['edit'] = (change) => update(() => session.edit(change));
  return reportOf(context, page, depth, edit, await namePrompt(context, edit));
}

function reportOf(
  { session, go, startAt }: PageActions,
  page: ReportPage,
  depth: Depth,
  edit: Session['edit'],
  naming: ComponentChild,
): Promise<ComponentChild> {
  return page.view({
    naming,
    answers: session.draft.answers,
    depth,
    keptAnswers: session.drafts.map(({ answers }) => answers),
    actions: {
      changeAnswers: () => go({ view: 'check', depth }),
      deepen: () => startAt('full', true),
      checkPromises: canCheckPromises(session.draft.answers)
        ? () =>
            void promisesPart().then(
              ({ startPromiseCheck }) =>
                startPromiseCheck({ session, startAt }, session.draft.id, depth, () => undefined),
              noteLoss,
            )
        : undefined,
      decide: (practice, part) => edit((answers) => withDecision(answers, practice, part)),
      override: (signal, reason) => edit((answers) => withOverride(answers, signal, reason)),
      setTarget: (item, level, reason) => edit((answers) => withTarget(answers, item, level, reason)),
      downloadAnswers: () => downloadDraft(session.draft),
    },
  });
}
