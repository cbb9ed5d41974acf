import { type ComponentChild, h } from 'preact';
import { doOnce } from '../../platform/browser.ts';
import { downloadLost } from '../../platform/download-lost.ts';
import { listPath } from '../../proposals/list-path.ts';
import { ProposalsPreview } from '../../proposals/ProposalsPreview.tsx';
import { fitOf, putProposals } from '../../proposals/put-proposals.ts';
import type { QuestionnaireData } from '../../shared/view-data.ts';
import { emptyDraft } from '../../storage/draft.ts';
import { addDraft } from '../../storage/draft-actions.ts';
import type { Panel, ScreenContext } from '../screen-context.ts';

type ProposalsPanel = Panel & { kind: 'proposals' };

/** Puts the proposals of the panel beside an assessment, opens it, and goes to the list of what was found. */
async function put(context: ScreenContext, panel: ProposalsPanel, id: string, replaces: boolean): Promise<void> {
  const { session, data, goTo, openPanel } = context;
  const { store } = await context.openFindings();
  session.open(id);
  await putProposals(store, id, panel.proposals, replaces);
  openPanel(undefined, 'input[type=file]');
  goTo(listPath(panel.proposals, data.outline));
}

/** The panel that shows a proposals file whole, with the assessments that it can be put beside. */
export async function proposalsView(
  context: ScreenContext,
  panel: ProposalsPanel,
  fullData: QuestionnaireData,
): Promise<ComponentChild> {
  const { session, site, data, openPanel } = context;
  const { store } = await context.openFindings();
  const draft = panel.targetId === undefined ? undefined : session.findDraft(panel.targetId);
  return h(ProposalsPreview, {
    site,
    heading: 'h2',
    data: fullData,
    proposals: panel.proposals,
    lost: panel.lost,
    drafts: session.drafts.map(({ id, answers }) => ({ id, system: answers.system })),
    target: draft && {
      id: draft.id,
      system: draft.answers.system,
      fit: fitOf(store.read(draft.id).kept, panel.proposals),
    },
    problem: undefined,
    actions: {
      chooseTarget: (id) => openPanel({ ...panel, targetId: id }, '#import-panel select'),
      put: (replaces) => void (draft && doOnce('put', () => put(context, panel, draft.id, replaces))),
      putNew: () =>
        void doOnce('put', () => put(context, panel, addDraft(session, emptyDraft(data.outline).answers), true)),
      close: () => openPanel(undefined, 'input[type=file]'),
      downloadLost: () => downloadLost(panel.lost),
    },
  });
}
