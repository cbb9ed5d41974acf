import type { ScreenContext } from '../../src/app/assess/screen-context.ts';
import type { FoundListProps } from '../../src/app/proposals/FoundList.tsx';
import type { FoundPanelProps } from '../../src/app/proposals/FoundPanel.tsx';
import { Found } from '../../src/app/proposals/found.ts';
import { putProposals } from '../../src/app/proposals/put-proposals.ts';
import type { Proposals } from '../../src/core/proposals/proposals.ts';
import { dataOf, openPage, storeDraft } from './assess-page.ts';
import { agent, agentProposal, notebook, pipeline, proposalsOf } from './proposals.ts';

const { outline, items } = dataOf.full;
const [first, second] = items;
if (!first || !second) throw new Error('The full assessment has two questions.');
/** The question that something was found about. */
export const question = first;
export const { id: item, rev } = question;
/** What a look found: a place that points to high answers, and trouble. */
export const byTool = proposalsOf(outline, [{ item, rev, reasons: [pipeline, notebook] }]);
/** An answer that an agent proposes. */
export const byAgent = proposalsOf(outline, [agentProposal(item, rev, 3)], agent);

/** The page with these files beside its assessment. */
export async function openWith(...files: Proposals[]): Promise<{ context: ScreenContext; found: Found }> {
  await storeDraft({ system: 'Parcels' });
  const { context } = await openPage('full');
  const found = new Found(outline, () => undefined);
  for (const file of files) await putProposals(found.store, context.session.draft.id, file);
  context.foundOf = (...parts) => found.beside(context, ...parts);
  return { context, found };
}
/** What the panel beside the question shows. */
export const panelOf = (context: ScreenContext): FoundPanelProps => {
  const panel = context.foundOf(question)?.panel as { props: FoundPanelProps } | undefined;
  if (!panel) throw new Error('Nothing was found about the question.');
  return panel.props;
};
/** A reason in the panel; throws if there is none. */
export const reasonAt = (context: ScreenContext, index: number) => {
  const found = panelOf(context).findings.reasons[index];
  if (!found) throw new Error(`There is no reason ${index}.`);
  return found;
};
/** The first proposed answer in the panel; throws if there is none. */
export const proposed = (context: ScreenContext) => {
  const [found] = panelOf(context).findings.answers;
  if (!found) throw new Error('No answer is proposed.');
  return found;
};
/** Takes a reason over as evidence. */
export const take = (context: ScreenContext, index: number) =>
  panelOf(context).actions.takeOver(reasonAt(context, index));
/** Takes that back. */
export const undo = (context: ScreenContext, index: number) =>
  panelOf(context).actions.reopenReason(reasonAt(context, index));
/** What became of each reason in the panel. */
export const states = (context: ScreenContext) => panelOf(context).findings.reasons.map(({ state }) => state);
/** The evidence of the answer. */
export const evidence = ({ session }: ScreenContext) => session.answerOf(item)?.evidence;
/** The list of findings on the check page. */
export const listOf = (context: ScreenContext, found: Found): FoundListProps => {
  const list = found.checkNotices(context)?.top({} as never) as { props: FoundListProps };
  return list.props;
};
