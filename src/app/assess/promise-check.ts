import { type Depth, depthAsking } from '../../core/model/ids.ts';
import { doOnce, today } from '../platform/browser.ts';
import { fetchReportData } from '../platform/data-files.ts';
import { inTime, noteLoss } from '../platform/load-error.ts';
import { addDraft } from '../storage/draft-actions.ts';
import type { Session } from '../storage/session.ts';
import type { PageActions } from './screen-context.ts';

/** Creates a follow-up, dated today, and opens it. Returns the questions that it asks; undefined if there are none. */
async function createFollowUp(session: Session, id: string): Promise<string[] | undefined> {
  const [{ questionsToAskAgain, startFollowUp }, { pack }] = await Promise.all([
    inTime(import('../../core/assessment/start-follow-up.ts')), // rarely needed on the start page
    fetchReportData(),
  ]);
  const draft = session.findDraft(id);
  const askedItems = draft ? questionsToAskAgain(draft.answers, pack) : [];
  if (!draft || askedItems.length === 0) return undefined;
  addDraft(session, startFollowUp(draft.answers, today(), pack));
  return askedItems;
}

/**
 * Starts a follow-up on what a draft promised, and goes to its first question.
 * @param depth the depth of the draft; the follow-up is full if it asks a question that the quick check leaves out
 * @param nothing called if there is nothing to ask
 */
export async function startPromiseCheck(
  { session, startAt }: Pick<PageActions, 'session' | 'startAt'>,
  id: string,
  depth: Depth,
  nothing: () => void,
): Promise<void> {
  const start = async () => {
    const askedItems = await createFollowUp(session, id);
    if (!askedItems) return nothing();
    const depthToAsk = depthAsking(new Set(askedItems), session.store.outline.items);
    startAt(depthToAsk === 'full' ? 'full' : depth);
  };
  await doOnce(`check ${id}`, start).catch(noteLoss);
}
