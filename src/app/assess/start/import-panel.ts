import { type ComponentChild, h } from 'preact';
import { type Answers, answerMap } from '../../../core/answers/answers.ts';
import { compareDrafts } from '../../../core/answers/compare-drafts.ts';
import { jsonLimits } from '../../../core/answers/json.ts';
import { mergeDrafts } from '../../../core/answers/merge-drafts.ts';
import { isSameSystem } from '../../../core/answers/same-system.ts';
import { readAnswers } from '../../../core/link/read-answers.ts';
import { firstProblem } from '../../../core/model/result.ts';
import { formatDate, formatTime } from '../../../i18n/dates.ts';
import type { QuestionnaireData } from '../../shared/view-data.ts';
import { addDraft, replaceAnswers } from '../../storage/draft-actions.ts';
import type { Panel, ScreenContext } from '../screen-context.ts';
import { ImportProblem, ImportView, SnapshotsView } from './ImportPanel.tsx';

/** The row of an assessment in the list of what is kept, as a selector. */
const rowOf = (id: string): string => `#kept-${CSS.escape(id)}`;

/** Reads a file that holds answers in any form. One that is too large is refused before it is read. */
async function readFile(file: File, { session, site, data }: ScreenContext): Promise<Panel> {
  if (file.size > jsonLimits.bytes) return { kind: 'refused', problem: site.t('keep.too-large') };
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return { kind: 'refused', problem: site.t('keep.unreadable') };
  const read = await readAnswers(text, data.outline);
  if (!read.ok) return { kind: 'refused', problem: firstProblem(read) };
  const { savedAt: _, ...rest } = read.value; // a stored text that was handed over carries it
  const answers = rest as Answers;
  const sameSystem = session.drafts.find((draft) => isSameSystem(draft.answers.system, answers.system));
  const current = session.drafts.find(({ id }) => id === session.draft.id) ?? session.drafts[0];
  return { kind: 'import', file: answers, into: (sameSystem ?? current)?.id };
}

/** Reads a file that the person chose, and shows what it holds. */
export async function openFile(file: File, context: ScreenContext): Promise<void> {
  context.openPanel(await readFile(file, context), '#keeping h2');
}

/** What is open below the list of assessments. */
export function openedPanel(context: ScreenContext, panel: Panel, all: QuestionnaireData): ComponentChild {
  const { site } = context;
  if (panel.kind === 'rename') return null;
  const close = () => context.openPanel(undefined, 'input[type=file]');
  if (panel.kind === 'refused') return h(ImportProblem, { site, problem: panel.problem, close });
  return panel.kind === 'restore' ? snapshotsPanel(context, panel.id) : importView(context, panel, all);
}

function snapshotsPanel(context: ScreenContext, id: string): ComponentChild {
  const { session, site } = context;
  const snapshots = session.store.listSnapshots().filter((snapshot) => snapshot.id === id);
  const dateOf = (savedAt: string) => {
    const time = new Date(savedAt);
    return `${formatDate(savedAt, site.language)}${Number.isNaN(time.getTime()) ? '' : `, ${formatTime(time)}`}`;
  };
  return h(SnapshotsView, {
    site,
    system: (session.find(id) ?? snapshots[0])?.answers.system ?? '',
    states: snapshots.map(({ key, savedAt, answers }) => ({
      key,
      date: dateOf(savedAt),
      count: answerMap(answers).size,
    })),
    actions: {
      restore: (key) => {
        const snapshot = snapshots.find((candidate) => candidate.key === key);
        if (snapshot) replaceAnswers(session, id, snapshot.answers);
        context.openPanel(undefined, '.undo button');
      },
      close: () => context.openPanel(undefined, `${rowOf(id)} [data-act=restore]`),
    },
  });
}

function importView(
  context: ScreenContext,
  { file, into }: Panel & { kind: 'import' },
  all: QuestionnaireData,
): ComponentChild {
  const { session, site } = context;
  const target = into === undefined ? undefined : session.find(into);
  const named = ({ id, answers }: { id: string; answers: Answers }) => ({ id, system: answers.system });
  const done = (change: () => void, focus: string) => () => {
    change();
    context.openPanel(undefined, focus);
  };
  const added = () => {
    const id = addDraft(session, file);
    context.openPanel(undefined, `${rowOf(id)} strong`);
  };
  return h(ImportView, {
    site,
    data: all,
    file,
    kept: session.drafts.map(named),
    into: target && named(target),
    comparison: compareDrafts(target?.answers ?? { answers: [] }, file),
    actions: {
      choose: (id) => context.openPanel({ kind: 'import', file, into: id }, '#keeping select'),
      add: added,
      merge: done(() => {
        if (!target) return;
        // The file completes what describes the system; it does not rename it.
        const { system, date } = target.answers;
        const fitting = { ...file, system: system || file.system, ...(date === undefined ? {} : { date }) };
        replaceAnswers(session, target.id, mergeDrafts(target.answers, fitting));
      }, '.undo button'),
      replace: done(() => {
        if (target) replaceAnswers(session, target.id, file);
      }, '.undo button'),
      close: done(() => undefined, 'input[type=file]'),
    },
  });
}
