import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import type { PackOutline } from '../../core/model/pack.ts';
import { currentDraft, openDraftStore, pinDraft, saveDraft, saveNewDraft } from './drafts.ts';
import { loadMigrations } from './parse-draft.ts';

const text = readFileSync('tests/fixtures/released/draft-1.json', 'utf8');
const draft = JSON.parse(text);
/** The draft as a file: without when it was saved, which only the browser needs. */
const { savedAt: _, ...inFile } = draft;
type Given = { item: string };
const byItem = (answers: Given[]) => answers.toSorted((a, b) => (a.item < b.item ? -1 : 1));
const pack: PackOutline = JSON.parse(readFileSync('tests/fixtures/released/pack-1.0.0.json', 'utf8'));
const key = 'trivium:assessment:5f0c9a1b2d3e';

/** A browser that keeps these texts; `Object.keys` lists what it keeps, as it does in a browser. */
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

test('draft-1.json opens with the values it had', () => {
  browserWith({ [key]: text });
  const shelf = openDraftStore(pack);
  expect(shelf).toMatchObject({ setAside: [], problem: null });
  expect(shelf.drafts).toHaveLength(1);
  const [opened] = shelf.drafts;
  expect(opened).toEqual({ id: '5f0c9a1b2d3e', savedAt: '2026-11-23T11:30:00.000Z', answers: inFile });
  expect(opened?.answers).toMatchObject({ system: 'Ranking', date: '2026-11-23', context: { serving: 'online' } });
  expect(opened?.answers.answers.map(({ state }) => state)).toEqual(
    Array.from({ length: 15 }, (_, index) => ({ 3: 'dk', 7: 'na', 11: 'unanswered' })[index] ?? 'level'),
  );
});

test('a draft of an older version is carried over; saving it keeps what has to be read again', async () => {
  const items = pack.items.map((item) => (item.id === draft.answers[0].item ? { ...item, rev: 2 } : item));
  const retired = draft.answers[1].item;
  const newer: PackOutline = {
    ...pack,
    version: '2.0.0',
    items: items.filter(({ id }) => id !== retired),
    migrations: [{ from: '1.0.0', to: '2.0.0', items: [{ kind: 'retired', from: [retired], to: [] }] }],
  };
  const kept = browserWith({ [key]: text });
  await loadMigrations(newer);
  const [opened] = openDraftStore(newer).drafts;
  if (!opened) throw new Error('The draft was not opened.');
  expect(kept[key]).toBe(text); // reading changes nothing
  expect(saveDraft(opened, newer)).toMatchObject({ ok: true });
  const stored = JSON.parse(kept[key] ?? '');
  expect(stored.pack.version).toBe('2.0.0');
  expect(byItem(stored.answers)).toEqual(byItem(draft.answers.slice(2)));
  expect(stored.reread).toEqual([{ item: draft.answers[0].item, why: 'rev', before: draft.answers[0] }]);
  expect(stored.setAside.answers).toEqual([draft.answers[1]]);
  const { savedAt: _saved, ...storedFile } = stored;
  expect(openDraftStore(newer).drafts[0]?.answers).toEqual(storedFile);
});

test('a draft of a newer version is set aside as it was', async () => {
  const newer = JSON.stringify({ ...draft, pack: { ...draft.pack, version: '1.1.0' } });
  const kept = browserWith({ [key]: newer });
  await loadMigrations(pack);
  const { drafts, setAside } = openDraftStore(pack);
  expect(drafts).toEqual([]);
  expect(setAside).toMatchObject([{ text: newer, problem: expect.stringContaining('pack.version: Found "1.1.0"') }]);
  expect(Object.values(kept)).toEqual([newer]);
});

test('a tab opens what it had open, whatever others open; what it saves anew is open from then on', () => {
  const other = 'trivium:assessment:0a0b0c0d0e0f';
  browserWith({ [key]: text, [other]: text, 'trivium:current': '0a0b0c0d0e0f' });
  const tab: Record<string, string> = {};
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => tab[name] ?? null,
    setItem: (name: string, value: string) => {
      tab[name] = value;
    },
  });
  expect(currentDraft(openDraftStore(pack))?.id).toBe('0a0b0c0d0e0f');
  pinDraft('5f0c9a1b2d3e');
  expect(currentDraft(openDraftStore(pack))?.id).toBe('5f0c9a1b2d3e');
  const saved = saveNewDraft({ ...inFile, system: 'A copy' }, pack);
  expect(saved.ok).toBe(true);
  expect(currentDraft(openDraftStore(pack))?.answers.system).toBe('A copy');
});
