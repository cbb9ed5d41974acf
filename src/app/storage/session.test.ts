import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PackOutline } from '../../core/model/pack.ts';
import { DraftStore } from './draft-store.ts';
import { Session } from './session.ts';

const pack: PackOutline = JSON.parse(readFileSync('tests/fixtures/released/pack-1.0.0.json', 'utf8'));
const prefix = 'trivium:assessment:';
const [first, second] = pack.items;
if (!first || !second) throw new Error('The released pack has two questions at least.');
const level = (item: { id: string; rev: number }, value: number) =>
  ({ item: item.id, rev: item.rev, state: 'level', level: value }) as const;

/** Storage that counts how often an assessment is read and written. */
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
  const request = async (_name: string, work: () => void) => {
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
/** Everything that waits to be saved is in storage. */
const saved = () => new Promise((resolve) => setTimeout(resolve));

test('a change reads storage once, parses nothing that this tab has written, and writes once', async () => {
  const session = await openSession();
  session.choose(level(first, 1));
  await saved();
  const parse = vi.spyOn(JSON, 'parse');
  Object.assign(CountingStorage, { reads: 0, writes: 0 });
  session.choose({ ...level(first, 1), note: 'a note' });
  expect(session.answerOf(first.id)).toMatchObject({ note: 'a note' }); // at once, before it is saved
  await saved();
  expect(CountingStorage.writes).toBe(1);
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
  expect(storedAnswers()).toMatchObject([{ item: first.id, level: 1, note: 'a note' }]);
});

test('several changes in one go are written together', async () => {
  const session = await openSession();
  CountingStorage.writes = 0;
  session.choose(level(first, 1));
  session.choose(level(first, 2));
  session.choose(level(second, 3));
  await saved();
  expect(CountingStorage.writes).toBe(1);
  expect(storedAnswers().map((answer) => answer.level)).toEqual(expect.arrayContaining([2, 3]));
});

test('what another tab has written is merged in, and what was changed here last stays', async () => {
  const ours = await openSession();
  ours.choose(level(first, 1));
  await saved();
  const theirs = await openSession();
  theirs.choose(level(second, 4));
  theirs.choose(level(first, 0));
  await saved();
  ours.choose(level(first, 3));
  await saved();
  expect(ours.answerOf(second.id)).toMatchObject({ level: 4 });
  expect(ours.answerOf(first.id)).toMatchObject({ level: 3 });
  theirs.refresh();
  expect(theirs.conflict(first.id)).toMatchObject({ ours: { level: 0 }, theirs: { level: 3 } });
});

test('a first visit needs no schemas until another tab writes', async () => {
  const store = new DraftStore(pack);
  expect(store.canRead).toBe(true);
  const session = new Session(
    store,
    (key) => key,
    () => undefined,
  );
  session.choose(level(first, 1));
  await saved();
  expect(store.canRead).toBe(true); // its own text needs no reading
  const other = await openSession();
  other.choose(level(second, 2));
  await saved();
  expect(store.canRead).toBe(false);
  session.choose(level(first, 4));
  await saved();
  await vi.waitFor(() => expect(session.answerOf(second.id)).toMatchObject({ level: 2 }));
  expect(storedAnswers().map((answer) => answer.level)).toEqual(expect.arrayContaining([2, 4]));
});

test('where the browser refuses to save, the change stays in this tab and is told', async () => {
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
