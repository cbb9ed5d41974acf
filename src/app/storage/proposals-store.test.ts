import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, openSession, refuseStorage, storeDraft, stubBrowser } from '../../../tests/support/assess-page.ts';
import { FakeBrowser } from '../../../tests/support/fake-tabs.ts';
import {
  type FindingDecision,
  filesOf,
  type KeptProposals,
  withFile,
  withFindingDecision,
} from '../../core/proposals/kept-proposals.ts';
import type { Proposals } from '../../core/proposals/proposals.ts';
import { randomFrom } from '../../core/reliability/bootstrap.ts';
import { onOtherTabs } from '../platform/browser.ts';
import { deleteDraft, duplicateDraft, startNewRound, undoLast } from './draft-actions.ts';
import { ProposalsStore } from './proposals-store.ts';

const { outline } = dataOf.quick;
const [{ id: item, rev }] = outline.items as [(typeof outline.items)[number]];
const proposals: Proposals = {
  format: 'trivium-proposals',
  version: 1,
  pack: { id: outline.id, version: outline.version },
  source: { kind: 'tool', name: 'trivium look' },
  items: [{ item, rev, reasons: [{ says: 'A pipeline is under version control.', file: 'dvc.yaml', line: 3 }] }],
};
const addLook = (kept: KeptProposals, at: string) => withFile(kept, 'tool trivium look', proposals, at);
const marking = (key: string, state: FindingDecision['state']) => (kept: KeptProposals, at: string) =>
  withFindingDecision(kept, key, { state, at });
const openStore = (onChange: () => void = () => undefined) => new ProposalsStore(outline, onChange);
const key = (id: string) => `trivium:proposals:${id}`;

beforeEach(() => stubBrowser());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('proposals are kept under a key beside the assessment, and survive a reload', async () => {
  const id = await storeDraft({ system: 'Parcels' });
  const before = localStorage.getItem(`trivium:assessment:${id}`);
  openStore().change(id, addLook);
  expect(filesOf(openStore().read(id).kept).map((file) => file.proposals)).toEqual([proposals]);
  expect(localStorage.getItem(`trivium:assessment:${id}`)).toBe(before);
});

test('a copy of an assessment has its proposals, a new round has none, and deletion can be undone', async () => {
  const id = await storeDraft({ system: 'Parcels' });
  openStore().change(id, addLook);
  const text = localStorage.getItem(key(id));
  const session = await openSession();
  const copy = duplicateDraft(session, id, 'Copy') ?? '';
  expect(localStorage.getItem(key(copy))).toBe(text);
  const round = (await startNewRound(session, id)) ?? '';
  expect(localStorage.getItem(key(round))).toBeNull();
  deleteDraft(session, id);
  expect(localStorage.getItem(key(id))).toBeNull();
  expect(localStorage.getItem(key(copy))).toBe(text);
  undoLast(session);
  expect(localStorage.getItem(key(id))).toBe(text);
});

test('a tab with proposals open does not bring them back once they are deleted', async () => {
  const id = await storeDraft({ system: 'Parcels' });
  const store = openStore();
  store.change(id, addLook);
  deleteDraft(await openSession(), id);
  expect(filesOf(store.read(id).kept)).toEqual([]);
  expect(localStorage.getItem(key(id))).toBeNull();
});

test('decisions that wait to be saved do not bring deleted proposals back either', async () => {
  const id = await storeDraft({ system: 'Parcels' });
  const store = openStore();
  await store.change(id, addLook);
  const allow = refuseStorage();
  await store.change(id, marking('k', 'aside'));
  deleteDraft(await openSession(), id);
  allow();
  await store.change('another', addLook); // saves everything that waits
  expect(localStorage.getItem(key(id))).toBeNull();
  expect(filesOf(store.read(id).kept)).toEqual([]);
});

test('while the browser refuses to save, changes stay in this tab, and are saved once it no longer does', async () => {
  vi.useFakeTimers();
  const onChange = vi.fn();
  const store = openStore(onChange);
  const prototype = Object.getPrototypeOf(localStorage);
  const { setItem } = prototype;
  refuseStorage();
  store.change('a', addLook);
  await vi.advanceTimersByTimeAsync(100);
  expect(store.problem).toBe('QuotaExceededError');
  expect(filesOf(store.read('a').kept)).toHaveLength(1);
  expect(onChange).toHaveBeenCalled();
  Object.defineProperty(prototype, 'setItem', { value: setItem });
  await vi.advanceTimersByTimeAsync(3000);
  expect(store.problem).toBeNull();
  expect(filesOf(openStore().read('a').kept)).toHaveLength(1);
});

test('damaged proposals cost what is damaged; it is named, and a copy is set aside before anything is written over it', async () => {
  const torn = { ...proposals, items: [...proposals.items, { item: 'no-such', rev: 1 }] };
  const text = JSON.stringify({
    format: 'trivium-kept-proposals',
    version: 1,
    files: { x: { at: '2026', proposals: torn } },
    marks: {},
  });
  localStorage.setItem(key('a'), text);
  const store = openStore();
  expect(store.read('a').lost).toMatchObject([{ about: 'no-such' }]);
  expect(filesOf(store.read('a').kept)).toHaveLength(1);
  store.change('a', marking('k', 'aside'));
  expect(store.read('a').lost).toEqual([]);
  const aside = () => Object.keys(localStorage).filter((each) => each.startsWith('trivium:set-aside:'));
  expect(aside().map((each) => localStorage.getItem(each))).toEqual([text]);
  localStorage.setItem(key('b'), '{');
  expect(store.read('b')).toMatchObject({ lost: [{ problem: 'It is not valid JSON.', raw: '{' }] });
  expect(localStorage.getItem(key('b'))).toBe('{');
  store.change('b', addLook);
  expect(aside()).toHaveLength(2);
});

/**
 * Two tabs mark reasons in a fake browser whose writes arrive late; returns the marks that each tab and the disk end
 * with.
 */
async function marksAfter(seed: number) {
  const browser = new FakeBrowser();
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  browser.install();
  try {
    const tabs = [browser.open(), browser.open()];
    const stores: ProposalsStore[] = [];
    for (const tab of tabs)
      stores.push(
        await browser.run(tab, () => {
          const store = openStore();
          onOtherTabs(() => void store.read('a'));
          return store;
        }),
      );
    const right: Record<string, string> = {};
    const step = async () => {
      const { possibleSteps } = browser;
      if (possibleSteps.length === 0) return false;
      const { tab, step: take } = pick(possibleSteps);
      await browser.run(tab, take);
      return true;
    };
    for (let act = 0; act < 20; act += 1) {
      const place = pick([0, 1]);
      const tab = tabs[place] as (typeof tabs)[number];
      if (random() < 0.2) tab.clockSkew = pick([-3_600_000, 0, 3_600_000]);
      const [name, state] = [`${place} ${pick(['x', 'y'])}`, pick(['taken', 'aside', 'open'] as const)];
      right[name] = state;
      await browser.run(tab, () => {
        void stores[place]?.change('a', marking(name, state)); // it waits for the lock, which is a step of its own
      });
      for (let steps = Math.floor(random() * 6); steps > 0; steps -= 1) await step();
    }
    while (await step());
    const states = (kept: KeptProposals) =>
      Object.fromEntries(Object.entries(kept.marks).map(([name, { state }]) => [name, state]));
    const seen = [];
    for (const [place, tab] of tabs.entries())
      seen.push(await browser.run(tab, () => states((stores[place] as ProposalsStore).read('a').kept)));
    return { seen: [...seen, states(JSON.parse(browser.disk.get(key('a')) ?? ''))], right };
  } finally {
    browser.restore();
  }
}

test('two tabs lose no decision in any order of steps', async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { seen, right } = await marksAfter(seed);
    expect({ seed, seen }).toEqual({ seed, seen: [right, right, right] });
  }
});
