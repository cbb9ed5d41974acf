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

/** Somewhere that Trivium keeps data. A browser may refuse any of them and allow the others. */
interface Place {
  /** The attribute of the section that holds its name. */
  name: string;
  count(): Promise<Partial<Counts>>;
  clear(): Promise<void>;
}
interface Counts {
  assessments: number;
  others: number;
  files: number;
}

const ownKeys = (store: Storage): string[] => Object.keys(store).filter((key) => key.startsWith(ownPrefix));

/** @param store reaches the store; throws if the browser refuses that */
const storagePlace = (name: string, store: () => Storage): Place => ({
  name,
  async count() {
    const keys = ownKeys(store());
    const assessments = keys.filter((key) => key.startsWith(draftPrefix)).length;
    return { assessments, others: keys.length - assessments };
  },
  async clear() {
    for (const key of ownKeys(store())) store().removeItem(key);
  },
});

/** The caches that hold a copy of the site; none if the browser has no Cache API. */
const siteCopies = async (): Promise<string[]> =>
  'caches' in globalThis ? (await caches.keys()).filter((name) => name.startsWith(siteCopyPrefix)) : [];
const countFiles = async (copy: string): Promise<number> => (await (await caches.open(copy)).keys()).length;

/** Waits until a service worker has installed: it would go on writing its copy after we deleted it. */
const waitUntilInstalled = (worker: ServiceWorker | null): Promise<void> =>
  new Promise((resolve) => {
    if (worker?.state !== 'installing') return resolve();
    worker.addEventListener('statechange', () => resolve(), { once: true });
  });

const copyPlace: Place = {
  name: 'copy',
  async count() {
    const fileCounts = await Promise.all((await siteCopies()).map(countFiles));
    return { files: fileCounts.reduce((sum, count) => sum + count, 0) };
  },
  async clear() {
    const registration = await navigator.serviceWorker?.getRegistration();
    await waitUntilInstalled(registration?.installing ?? null);
    await registration?.unregister();
    await Promise.all((await siteCopies()).map((copy) => caches.delete(copy)));
  },
};

const places = [storagePlace('browser', () => localStorage), storagePlace('tab', () => sessionStorage), copyPlace];

const problemOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));

/** Counts what is kept, and names the places that the browser does not let us reach. */
async function countData(): Promise<{ counts: Counts; unreached: { name: string; problem: string }[] }> {
  const counts = { assessments: 0, others: 0, files: 0 };
  const unreached: { name: string; problem: string }[] = [];
  for (const { name, count } of places)
    try {
      const { assessments = 0, others = 0, files = 0 } = await count();
      counts.assessments += assessments;
      counts.others += others;
      counts.files += files;
    } catch (error) {
      unreached.push({ name, problem: problemOf(error) });
    }
  return { counts, unreached };
}

/** Deletes everything in each place that can be reached. Throws the first refusal once it has tried all of them. */
async function deleteData(): Promise<void> {
  const { unreached } = await countData();
  const reachedPlaces = places.filter((place) => !unreached.some(({ name }) => name === place.name));
  const refusals: unknown[] = [];
  for (const { clear } of reachedPlaces) await clear().catch((error: unknown) => refusals.push(error));
  if (refusals.length > 0) throw refusals[0];
}

function announce(text: string): void {
  if (status) status.textContent = text;
}

/** Opens or closes the confirmation and moves the focus along. */
function toggleConfirmation(isOpen: boolean): void {
  if (confirmation) confirmation.hidden = !isOpen;
  if (askButton) askButton.hidden = isOpen;
  (isOpen ? question : askButton)?.focus();
}

/** A sentence that the section carries, filled in. */
const sentence = (name: string, values: Record<string, string | number> = {}): string =>
  fillTemplate(section?.dataset[name] ?? '', values);

/** The sentence about what the browser does not let us reach; empty if that is nothing. */
function unreachedSentence(unreached: readonly { name: string; problem: string }[]): string {
  if (unreached.length === 0) return '';
  const problem = [...new Set(unreached.map((each) => each.problem))].join(', ');
  return sentence('unreached', { places: unreached.map(({ name }) => sentence(name)).join(', '), problem });
}

/** Runs an action and announces its error, for example when the browser refuses to delete. */
async function attempt(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    announce(sentence('refused', { problem: problemOf(error) }));
  }
}

/** What each button does, by its `data-act`. */
const actions: Record<string, () => Promise<void>> = {
  async ask() {
    const { counts, unreached } = await countData();
    const isEmpty = Object.values(counts).every((count) => count === 0);
    announce(isEmpty ? unreachedSentence(unreached) || sentence('nothing') : '');
    if (isEmpty) return;
    if (summary) summary.textContent = sentence('here', { ...counts });
    toggleConfirmation(true);
  },
  async keep() {
    toggleConfirmation(false);
  },
  async delete() {
    await deleteData();
    const { counts, unreached } = await countData();
    const remaining = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (remaining > 0) throw new Error(String(remaining));
    announce(unreached.length === 0 ? sentence('done') : `${sentence('partly')} ${unreachedSentence(unreached)}`);
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
