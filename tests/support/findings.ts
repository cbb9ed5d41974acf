import type { ScreenContext } from '../../src/app/assess/screen-context.ts';
import type { FindingsListProps } from '../../src/app/proposals/FindingsList.tsx';
import type { FindingsPanelProps } from '../../src/app/proposals/FindingsPanel.tsx';
import { FindingsController } from '../../src/app/proposals/findings-controller.ts';
import { putProposals } from '../../src/app/proposals/put-proposals.ts';
import type { Proposals } from '../../src/core/proposals/proposals.ts';
import { dataOf, openPage, storeDraft } from './assess-page.ts';
import { agent, agentProposal, notebook, pipeline, proposalsOf } from './proposals.ts';

const { outline, items } = dataOf.full;
const [first, second] = items;
if (!first || !second) throw new Error('The full assessment has two questions.');
/** The question that the findings are about. */
export const question = first;
export const { id: item, rev } = question;
/** What a look found: a place that points to high answers, and trouble. */
export const byTool = proposalsOf(outline, [{ item, rev, reasons: [pipeline, notebook] }]);
/** An answer that an agent proposes. */
export const byAgent = proposalsOf(outline, [agentProposal(item, rev, 3)], agent);

/** The page with these files beside its assessment. */
export async function openWith(
  ...files: Proposals[]
): Promise<{ context: ScreenContext; controller: FindingsController }> {
  await storeDraft({ system: 'Parcels' });
  const { context } = await openPage('full');
  const controller = new FindingsController(outline, () => undefined);
  for (const file of files) await putProposals(controller.store, context.session.draft.id, file);
  context.findingsOf = (...parts) => controller.partsFor(context, ...parts);
  return { context, controller };
}
/** What the panel beside the question shows. */
export const panelOf = (context: ScreenContext): FindingsPanelProps => {
  const panel = context.findingsOf(question)?.panel as { props: FindingsPanelProps } | undefined;
  if (!panel) throw new Error('Nothing was found about the question.');
  return panel.props;
};
/** A reason in the panel; throws if there is none. */
export const reasonAt = (context: ScreenContext, index: number) => {
  const finding = panelOf(context).findings.reasons[index];
  if (!finding) throw new Error(`There is no reason ${index}.`);
  return finding;
};
/** The first proposed answer in the panel; throws if there is none. */
export const proposed = (context: ScreenContext) => {
  const [finding] = panelOf(context).findings.answers;
  if (!finding) throw new Error('No answer is proposed.');
  return finding;
};
/** Takes a reason over as evidence. */
export const take = (context: ScreenContext, index: number) =>
  panelOf(context).actions.acceptReason(reasonAt(context, index));
/** Takes that back. */
export const undo = (context: ScreenContext, index: number) =>
  panelOf(context).actions.reopenReason(reasonAt(context, index));
/** What became of each reason in the panel. */
export const states = (context: ScreenContext) => panelOf(context).findings.reasons.map(({ state }) => state);
/** The evidence of the answer. */
export const evidence = ({ session }: ScreenContext) => session.answerOf(item)?.evidence;
/** The list of findings on the check page. */
export const listOf = (context: ScreenContext, controller: FindingsController): FindingsListProps => {
  const list = controller.checkNotices(context)?.top({} as never) as { props: FindingsListProps };
  return list.props;
};
