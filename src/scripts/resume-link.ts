import { listKeys, now, onOtherTabs, readItem } from '../app/platform/browser.ts';
import { draftPrefix } from '../app/platform/storage-keys.ts';
import { fillTemplate } from '../core/text/fill-template.ts';
import { isolate } from '../core/text/isolate.ts';
import { nameOf } from '../core/text/name-of.ts';
import { formatAge } from '../i18n/dates.ts';

interface StoredDraft {
  savedAt: string;
  system: string;
  /** Ids of the questions that were answered. */
  answeredItems: string[];
}

/** Reads just enough of a stored assessment to mention it; empty if it cannot be read. The assessment page repairs it. */
function readDraft(key: string): StoredDraft[] {
  const storedItem = readItem(key);
  if (!storedItem.ok || storedItem.value === null) return [];
  try {
    const { savedAt, system, answers } = JSON.parse(storedItem.value);
    const answeredItems = answers
      .filter(({ state }: { state: string }) => state !== 'unanswered')
      .map(({ item }: { item: string }) => item);
    return typeof savedAt === 'string' ? [{ savedAt, system: String(system ?? ''), answeredItems }] : [];
  } catch {
    return [];
  }
}

/** How far a draft is, in the sentence that the page carries. */
function progressOf({ savedAt, system, answeredItems }: StoredDraft, texts: DOMStringMap): string {
  const quickItems = (texts['quick'] ?? '').split(' ');
  const isQuick = answeredItems.every((item) => quickItems.includes(item));
  const progress = fillTemplate(texts['state'] ?? '', {
    done: answeredItems.length,
    total: isQuick ? quickItems.length : Number(texts['full']),
    age: formatAge(savedAt, now(), document.documentElement.lang),
  });
  return [isolate(nameOf(system)), progress].filter(Boolean).join(': ');
}

// Home page: offers to continue the assessment that was saved last.
const notice = document.getElementById('continue');
const startLink = document.getElementById('start');
const startLabel = startLink?.textContent ?? '';

function offerLatest(): void {
  const keys = listKeys(draftPrefix);
  const drafts = (keys.ok ? keys.value : []).flatMap(readDraft);
  const [latest] = drafts.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  const isBegun = latest !== undefined && latest.answeredItems.length > 0;
  if (!notice || !startLink) return;
  notice.textContent = isBegun ? progressOf(latest, notice.dataset) : '';
  notice.hidden = !isBegun;
  startLink.textContent = isBegun ? (notice.dataset['action'] ?? '') : startLabel;
}

offerLatest();
onOtherTabs(offerLatest);
