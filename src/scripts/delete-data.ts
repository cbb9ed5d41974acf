import { onRestore } from '../app/platform/browser.ts';
import { draftPrefix, ownPrefix, siteCopyPrefix } from '../app/platform/storage-keys.ts';
import { fillTemplate } from '../core/text/fill-template.ts';

// The privacy page: counts what Trivium keeps in this browser and deletes it after a confirmation.
// No other page needs these browser APIs, so they are used here and not through browser.ts.

const section = document.querySelector<HTMLElement>('#forget');
const partOf = (selector: string) => section?.querySelector<HTMLElement>(selector) ?? null;
const [askButton, confirmation, question, summary, status] = [
  '[data-act=ask]',
  '.notice',
  '#sure',
  '.here',
  '.status',
].map(partOf);

const stores = (): Storage[] => [localStorage, sessionStorage];
const ownKeys = (store: Storage): string[] => Object.keys(store).filter((key) => key.startsWith(ownPrefix));
/** The caches that hold a copy of the site; none if the browser has no Cache API. */
const siteCopies = async (): Promise<string[]> =>
  'caches' in globalThis ? (await caches.keys()).filter((name) => name.startsWith(siteCopyPrefix)) : [];
const countFiles = async (copy: string): Promise<number> => (await (await caches.open(copy)).keys()).length;

async function countData(): Promise<{ assessments: number; others: number; files: number }> {
  const keys = stores().flatMap(ownKeys);
  const assessments = keys.filter((key) => key.startsWith(draftPrefix)).length;
  const fileCounts = await Promise.all((await siteCopies()).map(countFiles));
  return { assessments, others: keys.length - assessments, files: fileCounts.reduce((sum, count) => sum + count, 0) };
}

/** Waits until a service worker has installed: it would go on writing its copy after we deleted it. */
const waitUntilInstalled = (worker: ServiceWorker | null): Promise<void> =>
  new Promise((resolve) => {
    if (worker?.state !== 'installing') return resolve();
    worker.addEventListener('statechange', () => resolve(), { once: true });
  });

async function deleteData(): Promise<void> {
  for (const store of stores()) for (const key of ownKeys(store)) store.removeItem(key);
  const registration = await navigator.serviceWorker?.getRegistration();
  await waitUntilInstalled(registration?.installing ?? null);
  await registration?.unregister();
  await Promise.all((await siteCopies()).map((copy) => caches.delete(copy)));
}

function announce(sentence: string | undefined): void {
  if (status) status.textContent = sentence ?? '';
}

/** Opens or closes the confirmation and moves the focus along. */
function toggleConfirmation(isOpen: boolean): void {
  if (confirmation) confirmation.hidden = !isOpen;
  if (askButton) askButton.hidden = isOpen;
  (isOpen ? question : askButton)?.focus();
}

/** Runs an action and announces its error, for example when the browser forbids storage. */
async function attempt(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const problem = error instanceof Error ? error.name : String(error);
    announce(fillTemplate(section?.dataset['refused'] ?? '', { problem }));
  }
}

/** What each button does, by its `data-act`. */
const actions: Record<string, () => Promise<void>> = {
  async ask() {
    const counts = await countData();
    const isEmpty = Object.values(counts).every((count) => count === 0);
    announce(isEmpty ? section?.dataset['nothing'] : '');
    if (isEmpty) return;
    if (summary) summary.textContent = fillTemplate(section?.dataset['here'] ?? '', counts);
    toggleConfirmation(true);
  },
  async keep() {
    toggleConfirmation(false);
  },
  async delete() {
    await deleteData();
    const remaining = Object.values(await countData()).reduce((sum, count) => sum + count, 0);
    if (remaining > 0) throw new Error(String(remaining));
    announce(section?.dataset['done']);
    toggleConfirmation(false);
  },
};

/** Resets the page: what it reported before the person left may no longer be true. */
function startAgain(): void {
  announce('');
  if (confirmation) confirmation.hidden = true;
  if (askButton) askButton.hidden = false;
}

if (section) section.hidden = false;
onRestore(startAgain);
for (const button of section?.querySelectorAll<HTMLElement>('[data-act]') ?? []) {
  const action = actions[button.dataset['act'] ?? ''];
  if (action) button.addEventListener('click', () => void attempt(action));
}
