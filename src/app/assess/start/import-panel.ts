import { type ComponentChild, h } from 'preact';
import { type Answers, answerMap } from '../../../core/answers/answers.ts';
import { compareDrafts } from '../../../core/answers/compare-drafts.ts';
import { mergeDrafts } from '../../../core/answers/merge-drafts.ts';
import { isSameSystem } from '../../../core/answers/same-system.ts';
import { readFile } from '../../../core/link/read-file.ts';
import { firstProblem, type Result } from '../../../core/model/result.ts';
import { openText } from '../../../core/proposals/open-file.ts';
import { nameOf } from '../../../core/text/name-of.ts';
import { formatMoment } from '../../../i18n/dates.ts';
import { doOnce } from '../../platform/browser.ts';
import { downloadLost } from '../../platform/download-lost.ts';
import { lazy } from '../../platform/lazy.ts';
import { inTime } from '../../platform/load-error.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import type { Draft } from '../../storage/draft.ts';
import { addDraft, replaceAnswers } from '../../storage/draft-actions.ts';
import type { Session } from '../../storage/session.ts';
import type { Panel, ScreenContext } from '../screen-context.ts';
import { inDraftRow } from './draft-row.ts';
import { ImportProblem, ImportView, SnapshotsView } from './ImportPanel.tsx';

const proposalsPart = lazy({ module: () => import('./proposals-panel.ts') });

/** Reads a file that contains answers in any form, or proposals. */
async function panelFor(file: File, { session, site, data }: ScreenContext): Promise<Panel> {
  const text = await readFile(file, site.t('drafts.too-large'), site.t('drafts.unreadable'), inTime);
  const result = text.ok ? await inTime(openText(text.value, data.outline)) : text;
  if (!result.ok) return { kind: 'refused', title: site.t('drafts.refused-title'), problem: firstProblem(result) };
  const current = session.drafts.find(({ id }) => id === session.draft.id) ?? session.drafts[0];
  if (result.value.kind === 'proposals') return { ...result.value, targetId: current?.id };
  const { savedAt: _, ...rest } = result.value.answers; // present in text copied from storage
  const answers = rest as Answers;
  const sameSystem = session.drafts.find((draft) => isSameSystem(draft.answers.system, answers.system));
  return { kind: 'import', answers, lost: result.value.lost, targetId: (sameSystem ?? current)?.id };
}

const severalFiles = ({ t }: Site, count: number): Panel => ({
  kind: 'refused',
  title: t('drafts.refused-title'),
  problem: t('drafts.several-files', { count }),
});

/** Opens the panel for a file that the person chose, or for the reason why it, or several at once, cannot be imported. */
export async function openFiles(files: readonly File[], context: ScreenContext): Promise<void> {
  const [file] = files;
  if (!file) return;
  context.state.chosenFile = file;
  const panel = files.length > 1 ? severalFiles(context.site, files.length) : await panelFor(file, context);
  if (context.state.chosenFile === file) context.openPanel(panel, '#import-panel h2');
}

/**
 * The panel below the list of drafts; null while a draft is renamed in the list itself.
 * @param fullData the questionnaire of the full assessment, since a file may answer any question
 */
export async function panelView(
  context: ScreenContext,
  panel: Panel,
  fullData: QuestionnaireData,
): Promise<ComponentChild> {
  const { site } = context;
  if (panel.kind === 'rename') return null;
  if (panel.kind === 'restore') return snapshotsView(context, panel.id);
  if (panel.kind === 'import') return importView(context, panel, fullData);
  if (panel.kind === 'proposals') return (await proposalsPart()).proposalsView(context, panel, fullData);
  const close = () => context.openPanel(undefined, 'input[type=file]');
  return h(ImportProblem, { site, title: panel.title, problem: panel.problem, close });
}

/** Closes the panel after answers were replaced, or says in it why they were not. */
function closeAfter({ site, openPanel }: ScreenContext, result: Result<void>): void {
  if (result.ok) openPanel(undefined, '.undo button');
  else {
    const problem = site.t('drafts.not-replaced', { problem: firstProblem(result) });
    openPanel({ kind: 'refused', title: site.t('drafts.not-replaced-title'), problem }, '#import-panel h2');
  }
}

function snapshotsView(context: ScreenContext, id: string): ComponentChild {
  const { session, site } = context;
  const snapshots = session.store.listSnapshots().filter((snapshot) => snapshot.id === id);
  return h(SnapshotsView, {
    site,
    system: (session.findDraft(id) ?? snapshots[0])?.answers.system ?? '',
    snapshots: snapshots.map(({ key, savedAt, answers }) => ({
      key,
      date: formatMoment(savedAt, site.language),
      count: answerMap(answers).size,
    })),
    actions: {
      restore: (key) => {
        const snapshot = snapshots.find((candidate) => candidate.key === key);
        if (snapshot) closeAfter(context, replaceAnswers(session, id, snapshot.answers));
      },
      close: () => context.openPanel(undefined, inDraftRow(id, '[data-act=restore]')),
    },
  });
}

/** Merges a file into a draft. It completes what describes the system, but does not rename it. */
function mergeImport(session: Session, target: Draft, importedAnswers: Answers): Result<void> {
  const { system, date } = target.answers;
  const completion = {
    ...importedAnswers,
    system: nameOf(system) || importedAnswers.system,
    ...(date === undefined ? {} : { date }),
  };
  return replaceAnswers(session, target.id, mergeDrafts(target.answers, completion));
}

function importView(
  context: ScreenContext,
  { answers, lost, targetId }: Panel & { kind: 'import' },
  fullData: QuestionnaireData,
): ComponentChild {
  const { session, site } = context;
  const target = targetId === undefined ? undefined : session.findDraft(targetId);
  const draftName = (draft: Draft) => ({ id: draft.id, system: draft.answers.system });
  const closePanel = (focus: string) => context.openPanel(undefined, focus);
  return h(ImportView, {
    site,
    data: fullData,
    importedAnswers: answers,
    lost,
    drafts: session.drafts.map(draftName),
    target: target && draftName(target),
    comparison: compareDrafts(target?.answers ?? { answers: [] }, answers),
    actions: {
      chooseTarget: (id) => context.openPanel({ kind: 'import', answers, lost, targetId: id }, '#import-panel select'),
      downloadLost: () => downloadLost(lost),
      add: () => void doOnce('add', () => closePanel(inDraftRow(addDraft(session, answers), 'strong'))),
      merge: () => {
        if (target) closeAfter(context, mergeImport(session, target, answers));
      },
      replace: () => {
        if (target) closeAfter(context, replaceAnswers(session, target.id, answers));
      },
      close: () => closePanel('input[type=file]'),
    },
  });
}
