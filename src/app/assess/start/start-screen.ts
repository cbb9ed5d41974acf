import { type ComponentChild, h } from 'preact';
import type { Depth } from '../../../core/model/ids.ts';
import { askedAt } from '../../../core/model/ids.ts';
import { formatAge, formatDate } from '../../../i18n/dates.ts';
import { now } from '../../platform/browser.ts';
import { fetchData } from '../../platform/data-files.ts';
import { lazy } from '../../platform/lazy.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import { type Draft, emptyDraft } from '../../storage/draft.ts';
import { deleteDraft, duplicateDraft, renameDraft, startNewRound, undoLast } from '../../storage/draft-actions.ts';
import type { ScreenContext } from '../screen-context.ts';
import { DraftList, type DraftListActions, type ListedDraft } from './DraftList.tsx';
import { StartView } from './StartView.tsx';

/** The start page as the server wrote it: without a person's answers, and with nothing to do. */
export function staticStart(site: Site, data: QuestionnaireData): ComponentChild {
  const answers = { system: '', context: {} };
  return h(StartView, { site, data, kept: undefined, answers, panel: undefined, actions: undefined });
}

/** What opens below the list of assessments: files and earlier states. */
const panelPart = lazy({ module: () => import('./import-panel.ts'), strings: 'keep' });

/** The items of a list of answers that say something. */
const answeredItems = (answers: Draft['answers']['answers']): ReadonlySet<string> =>
  new Set(answers.filter(({ state }) => state !== 'unanswered').map(({ item }) => item));

/** The drafts of this browser, and after them assessments of which only earlier states are left. */
function listedDrafts({ session, data }: ScreenContext): ListedDraft[] {
  const { outline, language } = data;
  const snapshots = session.store.listSnapshots();
  const depthOf = (items: ReadonlySet<string>): Depth =>
    outline.items.some(({ id, depth }) => depth === 'full' && items.has(id)) ? 'full' : 'quick';
  const listed = ({ id, answers, savedAt }: Draft, isGone: boolean): ListedDraft => {
    const { system, date, previous } = answers;
    const items = answeredItems(answers.answers);
    const depth = depthOf(items.size > 0 ? items : answeredItems(previous?.answers ?? []));
    return {
      id,
      system,
      date,
      done: outline.items.filter((item) => items.has(item.id)).length,
      total: outline.items.filter(askedAt(depth)).length,
      depth,
      age: formatAge(savedAt, now(), language),
      open: id === session.draft.id,
      hints: previous && { date: previous.date },
      earlier: snapshots.filter((snapshot) => snapshot.id === id).length,
      gone: isGone,
    };
  };
  const ids = new Set(session.drafts.map(({ id }) => id));
  const newest = new Map(snapshots.toReversed().map((snapshot) => [snapshot.id, snapshot]));
  const goneDrafts = [...newest.values()].filter(({ id }) => !ids.has(id));
  return [...session.drafts.map((draft) => listed(draft, false)), ...goneDrafts.map((draft) => listed(draft, true))];
}

/** Selects something in the row of a draft. */
const inRow = (id: string, selector: string): string => `#kept-${CSS.escape(id)} ${selector}`;

/** What a person can do in the list. Each action announces its result and moves the focus to where one goes on. */
function listActions(context: ScreenContext, drafts: readonly ListedDraft[]): DraftListActions {
  const { session, site, data, act, openPanel } = context;
  const { t } = site;
  const find = (id: string) => drafts.find((draft) => draft.id === id);
  const nameOf = (system: string | undefined) => system || t('start.unnamed');
  const announce = (key: string, system: string | undefined) => {
    session.announcement = t(key, { system: nameOf(system) });
  };
  const announceNew = (id: string, newId: string | undefined, key: string) =>
    act(() => announce(key, find(id)?.system), newId && inRow(newId, 'strong'));
  const closeRename = (id: string) => openPanel(undefined, inRow(id, '[data-act=rename]'));
  return {
    resume: (id) => {
      session.open(id);
      context.startAt(find(id)?.depth ?? 'quick');
    },
    report: (id) => {
      session.open(id);
      context.go({ view: 'report', depth: find(id)?.depth ?? 'quick' });
    },
    again: (id) => void startNewRound(session, id).then((newId) => announceNew(id, newId, 'start.said-again')),
    rename: (id) => openPanel({ kind: 'rename', id }, inRow(id, 'input')),
    renamed: (id, system, date) => {
      renameDraft(session, id, system, date);
      announce('start.said-renamed', [system, ...(date ? [formatDate(date, site.language)] : [])].join(', '));
      closeRename(id);
    },
    keepName: closeRename,
    duplicate: (id) => {
      const system = t('start.copy-name', { system: nameOf(find(id)?.system) });
      announceNew(id, duplicateDraft(session, id, system), 'start.said-duplicated');
    },
    download: (id) => session.download(id),
    restore: (id) => openPanel({ kind: 'restore', id }, '#keeping h2'),
    remove: (id) =>
      act(() => {
        deleteDraft(session, id);
        if (session.undoable?.id === id) announce('start.deleted', find(id)?.system);
      }, '.undo button'),
    undo: () => {
      const { id = '', draft } = session.undoable ?? {};
      act(
        () => {
          undoLast(session);
          announce('start.said-undone', (draft?.answers ?? find(id))?.system);
        },
        inRow(id, 'strong'),
      );
    },
    another: () => act(() => session.show(emptyDraft(data.outline)), '.card input'),
  };
}

function draftList(context: ScreenContext): ComponentChild {
  const { session, site, state } = context;
  const drafts = listedDrafts(context);
  const { undoable, announcement } = session;
  const system = (undoable?.draft?.answers ?? drafts.find(({ id }) => id === undoable?.id))?.system ?? '';
  return h(DraftList, {
    site,
    kept: drafts,
    renaming: state.panel?.kind === 'rename' ? state.panel.id : undefined,
    undoable: undoable && { ...undoable, system },
    said: announcement,
    actions: listActions(context, drafts),
  });
}

/** What is open below the list, with the sentences and questions that it needs. */
async function panelView(context: ScreenContext): Promise<ComponentChild> {
  const { panel } = context.state;
  if (!panel || panel.kind === 'rename') return null;
  const [{ openedPanel }, allQuestions] = await Promise.all([panelPart(), fetchData<QuestionnaireData>('full')]);
  return openedPanel(context, panel, allQuestions);
}

/** Where an assessment begins. */
export async function startScreen(context: ScreenContext): Promise<ComponentChild> {
  const { session, site, data, act } = context;
  const panel = await panelView(context);
  return h(StartView, {
    site,
    data,
    kept: draftList(context),
    answers: session.draft.answers,
    panel,
    actions: {
      edit: (change) => act(() => session.edit(change(session.draft.answers))),
      start: (depth) => context.startAt(depth),
      importFile: (file) => void panelPart().then(({ openFile }) => openFile(file, context)),
    },
  });
}
