import { nameOf } from '../../../core/text/name-of.ts';
import { doOnce } from '../../platform/browser.ts';
import { emptyDraft } from '../../storage/draft.ts';
import { deleteDraft, duplicateDraft, renameDraft, startNewRound, undoLast } from '../../storage/draft-actions.ts';
import { downloadDraft } from '../../storage/draft-files.ts';
import { startPromiseCheck } from '../promise-check.ts';
import type { ScreenContext } from '../screen-context.ts';
import { type DraftListActions, draftTitle, type ListedDraft } from './DraftList.tsx';
import { inDraftRow } from './draft-row.ts';

/** Announces an outcome that is about a system. `key` names a sentence with `{system}` in it. */
function announce({ session, site }: ScreenContext, key: string, system: string | undefined): void {
  const text = site.t(key, { system: nameOf(system) || site.t('start.unnamed') });
  session.announcement = text === session.announcement ? `${text}\u00a0` : text; // the same text would not be announced
}

type RenameActions = Pick<DraftListActions, 'rename' | 'saveName' | 'cancelRename'>;

function renameActions(context: ScreenContext): RenameActions {
  const { session, site, openPanel } = context;
  const close = (id: string) => openPanel(undefined, inDraftRow(id, '[data-act=rename]'));
  return {
    rename: (id) => openPanel({ kind: 'rename', id }, inDraftRow(id, 'input')),
    saveName: (id, system, date) => {
      renameDraft(session, id, system, date);
      announce(context, 'start.said-renamed', draftTitle({ system: nameOf(system), date }, site));
      close(id);
    },
    cancelRename: close,
  };
}

type RemovalActions = Pick<DraftListActions, 'remove' | 'undo'>;

function removalActions(context: ScreenContext, systemOf: (id: string) => string | undefined): RemovalActions {
  const { session, update } = context;
  return {
    remove: (id) =>
      update(() => {
        deleteDraft(session, id);
        if (session.undoable?.id === id) announce(context, 'start.deleted', systemOf(id));
      }, '.undo button'),
    undo: () => {
      const { id = '', draft } = session.undoable ?? {};
      const change = () => {
        undoLast(session);
        announce(context, 'start.said-undone', draft ? draft.answers.system : systemOf(id));
      };
      update(change, inDraftRow(id, 'strong'));
    },
  };
}

/** What a person can do in the list. Each action announces its outcome and moves the focus to where the person goes on. */
export function draftListActions(context: ScreenContext, drafts: readonly ListedDraft[]): DraftListActions {
  const { session, site, data, update, openPanel } = context;
  const { t } = site;
  const find = (id: string) => drafts.find((draft) => draft.id === id);
  const announceNew = (id: string, newId: string | undefined, key: string) =>
    update(() => announce(context, key, find(id)?.system), newId && inDraftRow(newId, 'strong'));
  return {
    resume: (id) => {
      session.open(id);
      context.startAt(find(id)?.depth ?? 'quick');
    },
    report: (id) => {
      session.open(id);
      context.go({ view: 'report', depth: find(id)?.depth ?? 'quick' });
    },
    again: (id) =>
      void doOnce(`again ${id}`, async () => announceNew(id, await startNewRound(session, id), 'start.said-again')),
    checkPromises: (id) =>
      void startPromiseCheck(context, id, find(id)?.depth ?? 'quick', () =>
        update(() => announce(context, 'start.nothing-promised', find(id)?.system)),
      ),
    ...renameActions(context),
    duplicate: (id) =>
      void doOnce(`duplicate ${id}`, () => {
        const system = t('start.copy-name', { system: find(id)?.system || t('start.unnamed') });
        announceNew(id, duplicateDraft(session, id, system), 'start.said-duplicated');
      }),
    download: (id) => {
      const draft = session.findDraft(id);
      if (draft) downloadDraft(draft);
    },
    restore: (id) => openPanel({ kind: 'restore', id }, '#import-panel h2'),
    ...removalActions(context, (id) => find(id)?.system),
    startNew: () => update(() => session.openUnsaved(emptyDraft(data.outline)), '.name-field input'),
  };
}
