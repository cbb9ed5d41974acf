import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import type { PackOutline } from '../../core/model/pack.ts';
import { DraftStore } from './draft-store.ts';

const text = readFileSync('tests/fixtures/released/draft-1.json', 'utf8');
const draft = JSON.parse(text);
/** The draft as a file: without the time when it was saved, which only the browser needs. */
const { savedAt: _, ...answersFile } = draft;
const byItem = (answers: { item: string }[]) => answers.toSorted((a, b) => (a.item < b.item ? -1 : 1));
const pack: PackOutline = JSON.parse(readFileSync('tests/fixtures/released/pack-1.0.0.json', 'utf8'));
const key = 'trivium:assessment:5f0c9a1b2d3e';

/** A browser with these texts in storage, whose keys `Object.keys` lists as in a browser. */
function browserWith(texts: Record<string, string>): Record<string, string> {
  const storage: Record<string, string> = Object.create({
    getItem: (name: string) => storage[name] ?? null,
    setItem: (name: string, value: string) => {
      storage[name] = value;
    },
    removeItem: (name: string) => delete storage[name],
  });
  vi.stubGlobal('localStorage', Object.assign(storage, texts));
  return storage;
}
afterEach(() => vi.unstubAllGlobals());

test('a draft stored by version 1 opens unchanged', async () => {
  browserWith({ [key]: text });
  const stored = (await DraftStore.open(pack)).list();
  expect(stored).toMatchObject({ quarantined: [], problem: null });
  expect(stored.drafts).toHaveLength(1);
  const [opened] = stored.drafts;
  expect(opened).toEqual({ id: '5f0c9a1b2d3e', savedAt: '2026-11-23T11:30:00.000Z', answers: answersFile });
  expect(opened?.answers).toMatchObject({ system: 'Ranking', date: '2026-11-23', context: { serving: 'online' } });
  expect(opened?.answers.answers.map(({ state }) => state)).toEqual(
    Array.from({ length: 15 }, (_, index) => ({ 3: 'dk', 7: 'na', 11: 'unanswered' })[index] ?? 'level'),
  );
});

test('a draft of an older pack is migrated; saving it keeps the answers that have to be read again', async () => {
  const items = pack.items.map((item) => (item.id === draft.answers[0].item ? { ...item, rev: 2 } : item));
  const retired = draft.answers[1].item;
  const newer: PackOutline = {
    ...pack,
    version: '2.0.0',
    items: items.filter(({ id }) => id !== retired),
    migrations: [{ from: '1.0.0', to: '2.0.0', items: [{ kind: 'retired', from: [retired], to: [] }] }],
  };
  const storage = browserWith({ [key]: text });
  const store = await DraftStore.open(newer);
  const [opened] = store.list().drafts;
  if (!opened) throw new Error('The draft was not opened.');
  expect(storage[key]).toBe(text); // reading changes nothing
  expect(store.save(opened)).toMatchObject({ ok: true });
  const stored = JSON.parse(storage[key] ?? '');
  expect(stored.pack.version).toBe('2.0.0');
  expect(byItem(stored.answers)).toEqual(byItem(draft.answers.slice(2)));
  expect(stored.reread).toEqual([{ item: draft.answers[0].item, why: 'rev', before: draft.answers[0] }]);
  expect(stored.setAside.answers).toEqual([draft.answers[1]]);
  const { savedAt: _saved, ...storedFile } = stored;
  expect(store.list().drafts[0]?.answers).toEqual(storedFile);
});

test('a draft of a newer pack goes into quarantine unchanged', async () => {
  const newer = JSON.stringify({ ...draft, pack: { ...draft.pack, version: '1.1.0' } });
  const storage = browserWith({ [key]: newer });
  const { drafts, quarantined } = (await DraftStore.open(pack)).list();
  expect(drafts).toEqual([]);
  expect(quarantined).toMatchObject([{ text: newer, problem: expect.stringContaining('pack.version: Found "1.1.0"') }]);
  expect(Object.values(storage)).toEqual([newer]);
});

test('a tab reopens its own draft, whatever other tabs open, or the draft that it saved last', async () => {
  const other = 'trivium:assessment:0a0b0c0d0e0f';
  browserWith({ [key]: text, [other]: text, 'trivium:current': '0a0b0c0d0e0f' });
  const tabStorage: Record<string, string> = {};
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => tabStorage[name] ?? null,
    setItem: (name: string, value: string) => {
      tabStorage[name] = value;
    },
  });
  const store = await DraftStore.open(pack);
  expect(store.current(store.list())?.id).toBe('0a0b0c0d0e0f');
  store.rememberInTab('5f0c9a1b2d3e');
  expect(store.current(store.list())?.id).toBe('5f0c9a1b2d3e');
  expect(store.saveNew({ ...answersFile, system: 'A copy' }).ok).toBe(true);
  expect(store.current(store.list())?.answers.system).toBe('A copy');
});
