import type { Session } from './session.ts';

/**
 * Takes over again after "back" or "forward": the tab has this draft open, as it is stored by now. Resolves to false if the
 * draft was deleted meanwhile; the page then has to start afresh.
 */
export async function resume(session: Session): Promise<boolean> {
  const { id } = session.draft;
  const isKept = () => session.drafts.some((draft) => draft.id === id);
  const wasKept = isKept();
  await session.readOtherTabs();
  if (wasKept && !isKept()) return false;
  session.store.pin(session.draft.id);
  return true;
}
