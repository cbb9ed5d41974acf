import type { Session } from './session.ts';

/**
 * Resumes after "back" or "forward": reopens this draft in the tab, as storage now holds it. Resolves to false if the
 * draft has been deleted; the page must then start afresh.
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
