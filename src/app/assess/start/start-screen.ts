import { type ComponentChild, h } from 'preact';
import { nameOf } from '../../../core/text/name-of.ts';
import { fetchQuestionnaire } from '../../platform/data-files.ts';
import { lazy } from '../../platform/lazy.ts';
import { noteLoss } from '../../platform/load-error.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import type { ScreenContext } from '../screen-context.ts';
import { DraftList } from './DraftList.tsx';
import { draftListActions } from './draft-list-actions.ts';
import { listedDrafts } from './listed-drafts.ts';
import { StartView } from './StartView.tsx';

/** The start page as the server renders it: without drafts or actions. */
export function staticStart(site: Site, data: QuestionnaireData): ComponentChild {
  const answers = { system: '', context: {} };
  return h(StartView, { site, data, draftList: undefined, answers, panel: undefined, actions: undefined });
}

/** The panel below the list of drafts: files and snapshots. */
const panelPart = lazy({ module: () => import('./import-panel.ts'), strings: 'drafts' });

function draftList(context: ScreenContext): ComponentChild {
  const { session, site, data, state } = context;
  const drafts = listedDrafts(session, data.outline, data.language);
  const { undoable, announcement } = session;
  const system = (undoable?.draft?.answers ?? drafts.find(({ id }) => id === undoable?.id))?.system ?? '';
  return h(DraftList, {
    site,
    drafts,
    renamingId: state.panel?.kind === 'rename' ? state.panel.id : undefined,
    undoable: undoable && { ...undoable, system: nameOf(system) },
    announcement,
    actions: draftListActions(context, drafts),
  });
}

/** The open panel, with the texts and questions it needs. If they cannot be loaded, the panel closes. */
async function loadPanel(context: ScreenContext): Promise<ComponentChild> {
  const { panel } = context.state;
  if (!panel || panel.kind === 'rename') return null;
  try {
    const [{ panelView }, fullData] = await Promise.all([panelPart(), fetchQuestionnaire('full')]);
    return await panelView(context, panel, fullData);
  } catch (error) {
    context.state.panel = undefined;
    noteLoss(error);
    return null;
  }
}

/** The start page with the drafts of this browser. */
export async function startScreen(context: ScreenContext): Promise<ComponentChild> {
  const { session, site, data, update } = context;
  const panel = await loadPanel(context);
  return h(StartView, {
    site,
    data,
    draftList: draftList(context),
    answers: session.draft.answers,
    panel,
    actions: {
      edit: (change) => update(() => session.edit(change)),
      start: (depth) => context.startAt(depth),
      importFiles: (files) => void panelPart().then(({ openFiles }) => openFiles(files, context)),
    },
  });
}
