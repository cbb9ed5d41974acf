import type { Session } from './session.ts';

/**
 * Goes on with the draft of this tab, as storage now holds it. Resolves to false if another tab has deleted it; the page
 * must then leave it, because its next change would bring back what the person has deleted.
 */
export async function resume(session: Session): Promise<boolean> {
  const { id } = session.draft;
  const isKept = () => session.drafts.some((draft) => draft.id === id);
  const wasKept = isKept();
  await session.readOtherTabs();
  if (wasKept && !isKept()) return false;
  session.store.rememberInTab(session.draft.id);
  return true;
}
