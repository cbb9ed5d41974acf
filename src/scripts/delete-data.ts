// The page on what happens to answers: counts what Trivium keeps in this browser and, asked twice, deletes it.
// Beside browser.ts and offline.ts the only file that asks the browser for such things, since no other page needs them.

const place = document.querySelector<HTMLElement>('#forget');
const part = (selector: string) => place?.querySelector<HTMLElement>(selector) ?? null;
const [ask, question, sure, here, status] = ['[data-act=ask]', '.notice', '#sure', '.here', '.status'].map(part);

const stores = (): Storage[] => [localStorage, sessionStorage];
const keysOf = (store: Storage): string[] => Object.keys(store).filter((key) => key.startsWith('trivium:'));
/** The copies of the site; none where the browser has no such store. */
const copies = async (): Promise<string[]> =>
  'caches' in globalThis ? (await caches.keys()).filter((name) => name.startsWith('trivium-copy-')) : [];
const filesIn = async (copy: string): Promise<number> => (await (await caches.open(copy)).keys()).length;

/** How much is kept, in numbers. */
async function count(): Promise<{ assessments: number; others: number; files: number }> {
  const keys = stores().flatMap(keysOf);
  const assessments = keys.filter((key) => key.startsWith('trivium:assessment:')).length;
  const files = await Promise.all((await copies()).map(filesIn));
  return { assessments, others: keys.length - assessments, files: files.reduce((sum, each) => sum + each, 0) };
}

/** Waits until a copy that is being made is complete, as it would be written on after it was deleted. */
const settled = (worker: ServiceWorker | null): Promise<void> =>
  new Promise((resolve) => {
    if (worker?.state !== 'installing') return resolve();
    worker.addEventListener('statechange', () => resolve(), { once: true });
  });

async function forget(): Promise<void> {
  for (const store of stores()) for (const key of keysOf(store)) store.removeItem(key);
  const registration = await navigator.serviceWorker?.getRegistration();
  await settled(registration?.installing ?? null);
  await registration?.unregister();
  await Promise.all((await copies()).map((copy) => caches.delete(copy)));
}

const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

function tell(sentence: string | undefined): void {
  if (status) status.textContent = sentence ?? '';
}

/** Shows or hides the question; the focus follows it. */
function show(asking: boolean): void {
  if (question) question.hidden = !asking;
  if (ask) ask.hidden = asking;
  (asking ? sure : ask)?.focus();
}

/** Does something with storage; a browser that forbids it is told of. */
async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const problem = error instanceof Error ? error.name : String(error);
    tell(fill(place?.dataset['refused'] ?? '', { problem }));
  }
}

const acts: Record<string, () => Promise<void>> = {
  async ask() {
    const kept = await count();
    const nothing = Object.values(kept).every((each) => each === 0);
    tell(nothing ? place?.dataset['nothing'] : '');
    if (nothing) return;
    if (here) here.textContent = fill(place?.dataset['here'] ?? '', kept);
    show(true);
  },
  async keep() {
    show(false);
  },
  async delete() {
    await forget();
    const left = Object.values(await count()).reduce((sum, each) => sum + each, 0);
    if (left > 0) throw new Error(String(left));
    tell(place?.dataset['done']);
    show(false);
  },
};

if (place) place.hidden = false;
for (const button of place?.querySelectorAll<HTMLElement>('[data-act]') ?? []) {
  const act = acts[button.dataset['act'] ?? ''];
  if (act) button.addEventListener('click', () => void attempt(act));
}

export {}; // a module: its names are its own
