import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import type { PackOutline } from '../../core/model/pack.ts';
import { DraftStore } from './draft-store.ts';

const text = readFileSync('tests/fixtures/released/draft-1.json', 'utf8');
const draft = JSON.parse(text);
/** The draft as a file: without when it was saved, which only the browser needs. */
const { savedAt: _, ...inFile } = draft;
type Given = { item: string };
const byItem = (answers: Given[]) => answers.toSorted((a, b) => (a.item < b.item ? -1 : 1));
const pack: PackOutline = JSON.parse(readFileSync('tests/fixtures/released/pack-1.0.0.json', 'utf8'));
const key = 'trivium:assessment:5f0c9a1b2d3e';

/** A browser with these texts in storage; `Object.keys` lists them, as it does in a browser. */
function browserWith(texts: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = Object.create({
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, value: string) => {
      kept[name] = value;
    },
    removeItem: (name: string) => delete kept[name],
  });
  vi.stubGlobal('localStorage', Object.assign(kept, texts));
  return kept;
}
afterEach(() => vi.unstubAllGlobals());

test('draft-1.json opens with the values it had', async () => {
  browserWith({ [key]: text });
  const stored = (await DraftStore.open(pack)).list();
  expect(stored).toMatchObject({ quarantined: [], problem: null });
  expect(stored.drafts).toHaveLength(1);
  const [opened] = stored.drafts;
  expect(opened).toEqual({ id: '5f0c9a1b2d3e', savedAt: '2026-11-23T11:30:00.000Z', answers: inFile });
  expect(opened?.answers).toMatchObject({ system: 'Ranking', date: '2026-11-23', context: { serving: 'online' } });
  expect(opened?.answers.answers.map(({ state }) => state)).toEqual(
    Array.from({ length: 15 }, (_, index) => ({ 3: 'dk', 7: 'na', 11: 'unanswered' })[index] ?? 'level'),
  );
});

test('a draft of an older version is carried over; saving it keeps the answers to read again', async () => {
  const items = pack.items.map((item) => (item.id === draft.answers[0].item ? { ...item, rev: 2 } : item));
  const retired = draft.answers[1].item;
  const newer: PackOutline = {
    ...pack,
    version: '2.0.0',
    items: items.filter(({ id }) => id !== retired),
    migrations: [{ from: '1.0.0', to: '2.0.0', items: [{ kind: 'retired', from: [retired], to: [] }] }],
  };
  const kept = browserWith({ [key]: text });
  const store = await DraftStore.open(newer);
  const [opened] = store.list().drafts;
  if (!opened) throw new Error('The draft was not opened.');
  expect(kept[key]).toBe(text); // reading changes nothing
  expect(store.save(opened)).toMatchObject({ ok: true });
  const stored = JSON.parse(kept[key] ?? '');
  expect(stored.pack.version).toBe('2.0.0');
  expect(byItem(stored.answers)).toEqual(byItem(draft.answers.slice(2)));
  expect(stored.reread).toEqual([{ item: draft.answers[0].item, why: 'rev', before: draft.answers[0] }]);
  expect(stored.setAside.answers).toEqual([draft.answers[1]]);
  const { savedAt: _saved, ...storedFile } = stored;
  expect(store.list().drafts[0]?.answers).toEqual(storedFile);
});

test('a draft of a newer version goes into quarantine as it was', async () => {
  const newer = JSON.stringify({ ...draft, pack: { ...draft.pack, version: '1.1.0' } });
  const kept = browserWith({ [key]: newer });
  const { drafts, quarantined } = (await DraftStore.open(pack)).list();
  expect(drafts).toEqual([]);
  expect(quarantined).toMatchObject([{ text: newer, problem: expect.stringContaining('pack.version: Found "1.1.0"') }]);
  expect(Object.values(kept)).toEqual([newer]);
});

test('a tab opens what it had open, whatever others open; what it saves anew is open from then on', async () => {
  const other = 'trivium:assessment:0a0b0c0d0e0f';
  browserWith({ [key]: text, [other]: text, 'trivium:current': '0a0b0c0d0e0f' });
  const tab: Record<string, string> = {};
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => tab[name] ?? null,
    setItem: (name: string, value: string) => {
      tab[name] = value;
    },
  });
  const store = await DraftStore.open(pack);
  expect(store.current(store.list())?.id).toBe('0a0b0c0d0e0f');
  store.pin('5f0c9a1b2d3e');
  expect(store.current(store.list())?.id).toBe('5f0c9a1b2d3e');
  expect(store.saveNew({ ...inFile, system: 'A copy' }).ok).toBe(true);
  expect(store.current(store.list())?.answers.system).toBe('A copy');
});
