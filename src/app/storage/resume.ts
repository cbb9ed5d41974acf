import { readItem } from '../platform/browser.ts';
import { draftPrefix } from '../platform/storage-keys.ts';
import type { Session } from './session.ts';
import { wasSetAside } from './stored-texts.ts';

/** Whether storage says that it has no such draft, and no text of it was set aside as unreadable. */
function isGone(id: string): boolean {
  const storedItem = readItem(draftPrefix + id);
  return storedItem.ok && storedItem.value === null && !wasSetAside(id);
}

/**
 * Goes on with the draft of this tab, as storage now holds it. If another tab has deleted it, closes it, because its next
 * change would bring back what the person has deleted, and resolves to false. A draft with unsaved changes stays open.
 */
export async function resume(session: Session): Promise<boolean> {
  const { id } = session.draft;
  const isKept = () => session.drafts.some((draft) => draft.id === id);
  const wasKept = isKept();
  await session.readOtherTabs();
  if (wasKept && !isKept() && isGone(id)) {
    session.close(id);
    return false;
  }
  session.store.rememberInTab(session.draft.id);
  return true;
}
