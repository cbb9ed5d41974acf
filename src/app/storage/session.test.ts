import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PackOutline } from '../../core/model/pack.ts';
import { emptyDraft } from './draft.ts';
import { DraftStore } from './draft-store.ts';
import { Session } from './session.ts';

const pack: PackOutline = JSON.parse(readFileSync('tests/fixtures/released/pack-1.0.0.json', 'utf8'));
type Item = PackOutline['items'][number];
const prefix = 'trivium:assessment:';
const [first, second] = pack.items as [Item, Item];
const level = (item: { id: string; rev: number }, value: number) =>
  ({ item: item.id, rev: item.rev, state: 'level', level: value }) as const;

/** Storage that counts how often drafts are read and written. */
class CountingStorage {
  [key: string]: unknown;
  static reads = 0;
  static writes = 0;
  constructor() {
    Object.defineProperties(this, {
      getItem: { value: this.read },
      setItem: { value: this.write, configurable: true },
      removeItem: { value: (key: string) => Reflect.deleteProperty(this, key) },
    });
  }
  private read(key: string): string | null {
    if (key.startsWith(prefix)) CountingStorage.reads += 1;
    return (this[key] as string | undefined) ?? null;
  }
  private write(key: string, text: string): void {
    if (key.startsWith(prefix)) CountingStorage.writes += 1;
    this[key] = text;
  }
}

let storage: CountingStorage;
beforeEach(() => {
  storage = new CountingStorage();
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('sessionStorage', new CountingStorage());
  vi.stubGlobal('addEventListener', () => undefined);
  const request = async (_name: string, _options: object, work: () => void) => {
    await Promise.resolve();
    work();
  };
  vi.stubGlobal('navigator', { locks: { request } });
});
afterEach(() => vi.unstubAllGlobals());

const drafts = () => Object.keys(storage).filter((key) => key.startsWith(prefix));
const storedAnswers = () =>
  JSON.parse(String(storage[drafts()[0] ?? ''])).answers as { item: string; level?: number }[];
const openSession = async () =>
  new Session(
    await DraftStore.open(pack),
    (key) => key,
    () => undefined,
  );
/** Resolves once pending changes are in storage. */
const saved = () => new Promise((resolve) => setTimeout(resolve));

test('a change is read once, written once and not parsed', async () => {
  const session = await openSession();
  session.choose(level(first, 1));
  await saved();
  const parse = vi.spyOn(JSON, 'parse');
  Object.assign(CountingStorage, { reads: 0, writes: 0 });
  session.choose({ ...level(first, 1), note: 'a note' });
  expect(session.answerOf(first.id)).toMatchObject({ note: 'a note' }); // in memory at once
  await saved();
  expect([CountingStorage.reads, CountingStorage.writes]).toEqual([1, 1]);
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
  expect(storedAnswers()).toMatchObject([{ item: first.id, level: 1, note: 'a note' }]);
});

test('a change reports its new status once', async () => {
  const onChange = vi.fn();
  const session = new Session(await DraftStore.open(pack), (key) => key, onChange);
  session.choose(level(first, 1));
  expect(onChange).not.toHaveBeenCalled();
  await saved();
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(session.status.kind).toBe('saved');
});

test('changes made while another tab holds the lock are written together, and reported once', async () => {
  const onChange = vi.fn();
  const session = new Session(await DraftStore.open(pack), (key) => key, onChange);
  CountingStorage.writes = 0;
  session.choose(level(first, 1));
  session.choose(level(first, 2));
  session.choose(level(second, 3));
  await saved();
  expect(CountingStorage.writes).toBe(1);
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(storedAnswers().map((answer) => answer.level)).toEqual(expect.arrayContaining([2, 3]));
});

test('what another tab has written is merged in; for each answer the newer one wins', async () => {
  const earlierVisit = await openSession();
  earlierVisit.choose(level(first, 1));
  await saved();
  const ours = await openSession();
  const theirs = await openSession();
  theirs.choose(level(second, 4));
  theirs.choose(level(first, 0));
  await saved();
  const parse = vi.spyOn(JSON, 'parse');
  Object.assign(CountingStorage, { reads: 0, writes: 0 });
  ours.choose(level(first, 3));
  await saved();
  expect([CountingStorage.reads, CountingStorage.writes]).toEqual([1, 1]);
  expect(parse).toHaveBeenCalledTimes(1);
  parse.mockRestore();
  expect(ours.answerOf(second.id)).toMatchObject({ level: 4 });
  expect(ours.answerOf(first.id)).toMatchObject({ level: 3 });
  theirs.refresh();
  expect(theirs.conflict(first.id)).toMatchObject({ ours: { level: 0 }, theirs: { level: 3 } });
});

test('a text of another tab that cannot be read is quarantined under the lock only, and the draft is written again', async () => {
  const session = await openSession();
  session.choose(level(first, 1));
  await saved();
  const key = drafts()[0] ?? '';
  storage[key] = 'broken';
  const lockQueue: (() => void)[] = [];
  const request = (_name: string, _options: object, work: () => void) =>
    new Promise<void>((resolve) => lockQueue.push(() => resolve(work())));
  vi.stubGlobal('navigator', { locks: { request } });
  const reading = session.readOtherTabs();
  await vi.waitFor(() => expect(lockQueue).toHaveLength(1));
  expect(storage[key]).toBe('broken');
  lockQueue.shift()?.();
  await reading;
  expect(session.known.quarantined).toMatchObject([{ text: 'broken' }]);
  lockQueue.shift()?.();
  expect(storedAnswers()).toMatchObject([{ item: first.id, level: 1 }]);
});

/** A tab on its first visit, without the parser, and another that has opened its draft and changed it. */
async function firstVisitAndOtherTab() {
  const store = new DraftStore(pack);
  const session = new Session(
    store,
    (key) => key,
    () => undefined,
  );
  session.choose(level(first, 1));
  await saved();
  expect(store.canRead).toBe(true); // it need not parse what it has written itself
  const otherTab = await openSession();
  otherTab.choose(level(second, 2));
  await saved();
  return { store, session };
}

test('a first visit needs no parser until another tab writes', async () => {
  const { store, session } = await firstVisitAndOtherTab();
  expect(store.canRead).toBe(false);
  session.choose(level(first, 4));
  await saved();
  await vi.waitFor(() => expect(session.answerOf(second.id)).toMatchObject({ level: 2 }));
  expect(storedAnswers().map((answer) => answer.level)).toEqual(expect.arrayContaining([2, 4]));
});

test("a page that is left on a first visit saves its own draft, but not over another tab's text", async () => {
  const { session } = await firstVisitAndOtherTab();
  const text = storage[drafts()[0] ?? ''];
  session.commit({ ...session.draft.answers, system: 'Ranking' });
  session.flush();
  expect(storage[drafts()[0] ?? '']).toBe(text); // unreadable for now: nothing is overwritten or quarantined
  expect(Object.keys(storage).filter((key) => key.startsWith('trivium:set-aside:'))).toEqual([]);
  session.openUnsaved(emptyDraft(pack));
  session.choose(level(second, 1));
  session.flush();
  expect(drafts()).toHaveLength(2);
});

test('where the parser cannot be loaded, the change stays in this tab and is saved on the next attempt', async () => {
  const { store, session } = await firstVisitAndOtherTab();
  const load = vi.spyOn(store, 'loadParser').mockRejectedValueOnce(new TypeError('offline'));
  vi.useFakeTimers();
  session.choose(level(first, 3));
  await vi.advanceTimersByTimeAsync(10);
  expect(session.storageProblem).toBe('TypeError');
  expect(session.status.kind).toBe('memory');
  expect(session.answerOf(first.id)).toMatchObject({ level: 3 });
  await vi.advanceTimersByTimeAsync(3000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(storedAnswers().map((answer) => answer.level)).toEqual(expect.arrayContaining([2, 3])));
  expect(load).toHaveBeenCalledTimes(2);
  expect(session.status.kind).toBe('saved');
});

test('where the browser refuses to save, the change stays in this tab and the session says why', async () => {
  const session = await openSession();
  Object.defineProperty(storage, 'setItem', {
    value: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  vi.useFakeTimers();
  session.choose(level(first, 1));
  await vi.advanceTimersByTimeAsync(10);
  expect(session.storageProblem).toBe('QuotaExceededError');
  expect(session.status.kind).toBe('memory');
  expect(session.answerOf(first.id)).toMatchObject({ level: 1 });
  vi.useRealTimers();
});

test('an answer cleared and given again while another tab writes is not lost', async () => {
  const ours = await openSession();
  ours.choose(level(first, 2));
  await saved();
  const theirs = await openSession();
  const before = storage[drafts()[0] ?? ''];
  ours.clear(first.id);
  await saved();
  theirs.choose(level(second, 1));
  await saved();
  storage[drafts()[0] ?? ''] = before; // what a tab sees before the two changes reach it
  ours.choose(level(first, 2));
  ours.refresh();
  await saved();
  theirs.refresh();
  await saved();
  expect(theirs.answerOf(first.id)).toMatchObject({ level: 2 });
  expect(storedAnswers().map(({ item }) => item)).toEqual(expect.arrayContaining([first.id, second.id]));
});

test('the last save of this tab comes back if a tab that had not seen it overwrites it', async () => {
  const earlier = await openSession();
  earlier.choose(level(first, 1));
  await saved();
  const [key = ''] = drafts();
  const before = storage[key];
  earlier.choose(level(second, 3));
  await saved();
  storage[key] = before; // and the page that saved it is left before it can notice
  const later = await openSession();
  expect(later.answerOf(second.id)).toMatchObject({ level: 3 });
  await saved();
  expect(storedAnswers().map(({ item }) => item)).toEqual(expect.arrayContaining([first.id, second.id]));
  Reflect.deleteProperty(storage, key); // but a deleted draft stays deleted
  expect((await openSession()).answers.size).toBe(0);
});

test('a draft that cannot be stored shows why, and does not keep others from being stored', async () => {
  const session = await openSession();
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  session.openAndSave({ ...emptyDraft(pack), answers: { ...emptyDraft(pack).answers, cyclic } });
  session.openAndSave(emptyDraft(pack));
  await saved();
  expect(session.storageProblem).not.toBeNull();
  expect(session.status.kind).toBe('memory');
  expect(drafts()).toHaveLength(1);
});
