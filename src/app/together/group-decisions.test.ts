import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, refuseStorage, stubBrowser } from '../../../tests/support/assess-page.ts';
import { eventually } from '../../../tests/support/eventually.ts';
import { GroupDecisions } from './group-decisions.ts';
import { lostTexts } from './lost-decisions.tsx';

vi.mock('../platform/data-files.ts', () => ({}));

const pack = dataOf.full.outline;
const [first, second, third] = pack.items.map(({ id }) => id) as [string, string, string];
const person = (system: string, level: number) => ({
  system,
  answers: [{ item: first, rev: 1, state: 'level' as const, level }],
});
const [ann, bob, yes, you] = [person('X', 1), person('X', 2), person('Y', 3), person('Y', 4)];
const decision = (item: string, level: number, note = '') => ({
  item,
  answer: { state: 'level' as const, level },
  note,
});
let tabs: GroupDecisions[];
/** What each tab does when another one writes. */
const tellTabs = () => {
  for (const tab of tabs) tab.readAgain();
};
const openTab = (...people: ReturnType<typeof person>[]) => {
  const tab = new GroupDecisions(pack, () => undefined);
  tab.setPeople(people);
  tabs.push(tab);
  return tab;
};

beforeEach(() => {
  stubBrowser();
  tabs = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('decisions about one system are not carried into another, and come back with it', () => {
  const tab = openTab(ann, bob);
  tab.decide(decision(first, 2));
  for (const people of [[bob], [], [yes], [yes, you]]) tab.setPeople(people);
  expect(tab.list).toEqual([]);
  tab.decide(decision(second, 0));
  expect(tab.list).toEqual([decision(second, 0)]);
  tab.setPeople([ann, bob]);
  expect(tab.list).toEqual([decision(first, 2)]);
  expect(openTab(yes, you).list).toEqual([decision(second, 0)]);
});

test('the other team may also come first, before the first one is taken away', () => {
  const tab = openTab(ann, bob);
  tab.decide(decision(first, 2));
  tab.setPeople([ann, bob, yes, you]);
  tab.setPeople([yes, you]);
  expect(tab.list).toEqual([]);
});

test('a person who is added keeps what was decided, also with another or no name of the system', () => {
  const tab = openTab(ann, bob);
  tab.decide(decision(first, 2));
  for (const late of [person('x ', 0), person('', 0), person('Parcels', 0)]) {
    tab.setPeople([ann, bob, late]);
    expect(tab.list).toEqual([decision(first, 2)]);
    expect(openTab(ann, bob, late).list).toEqual([decision(first, 2)]);
    tab.setPeople([ann, bob]);
  }
});

test('two tabs keep what either has decided; the newer wins, also when one was taken back', () => {
  const [one, other] = [openTab(ann, bob), openTab(ann, bob)];
  one.decide(decision(first, 1));
  one.decide(decision(second, 1));
  other.decide(decision(third, 3));
  other.decide(decision(second, 4, 'We looked'));
  tellTabs();
  const all = [decision(first, 1), decision(second, 4, 'We looked'), decision(third, 3)];
  for (const tab of [one, other, openTab(ann, bob)]) expect(tab.list).toEqual(expect.arrayContaining(all));
  one.undecide(second);
  tellTabs();
  for (const tab of [one, other, openTab(ann, bob)]) expect(tab.list).toHaveLength(2);
});

test('a decision wins over the one it replaces even if the clock was set back', () => {
  const tab = openTab(ann, bob);
  vi.useFakeTimers({ now: new Date('2027-01-01'), toFake: ['Date'] });
  tab.decide(decision(first, 1));
  vi.setSystemTime(new Date('2026-01-01'));
  tab.decide(decision(first, 4));
  vi.useRealTimers();
  expect(openTab(ann, bob).list).toEqual([decision(first, 4)]);
});

test('saving forgets what was saved, and nothing that was decided since', async () => {
  const tab = openTab(ann, bob);
  tab.decide(decision(first, 1));
  const forget = tab.forgetter();
  tab.decide(decision(second, 2));
  forget();
  expect(openTab(ann, bob).list).toEqual([decision(second, 2)]);
  expect(tab.list).toHaveLength(2);
  tab.forgetter()();
  expect(Object.keys(localStorage)).toEqual([]);
});

test('what one tab has saved is gone from another, which stores only what it decides itself', () => {
  const [one, other] = [openTab(ann, bob), openTab(ann, bob)];
  one.decide(decision(first, 1));
  tellTabs();
  expect(other.list).toEqual([decision(first, 1)]);
  const allow = refuseStorage();
  other.decide(decision(third, 3)); // waits while the first tab saves
  allow();
  one.forgetter()();
  other.decide(decision(second, 2));
  tellTabs();
  expect(other.list).toEqual(expect.arrayContaining([decision(second, 2), decision(third, 3)]));
  expect(other.list).toHaveLength(2);
  expect(openTab(ann, bob).list).toHaveLength(2);
  expect(one.list).toHaveLength(3);
  other.forgetter()();
  tellTabs();
  expect([one.list, other.list.length]).toEqual([[decision(first, 1)], 2]);
  expect(one.areForgotten).toBe(true);
});

test('a browser that refuses to be read for a while takes no decision from a tab', () => {
  const tab = openTab(ann, bob);
  tab.decide(decision(first, 1));
  const { localStorage } = globalThis;
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  tab.readAgain();
  expect(tab.list).toEqual([decision(first, 1)]);
  vi.stubGlobal('localStorage', localStorage);
  tab.readAgain();
  expect(tab.list).toEqual([decision(first, 1)]);
});

test('decisions about questions of another pack are not listed, and stay stored', () => {
  const tab = openTab(ann, bob);
  tab.decide(decision('no-such-question', 1));
  tab.decide(decision(first, 2));
  expect(openTab(ann, bob).list).toEqual([decision(first, 2)]);
  expect(JSON.stringify(localStorage)).toContain('no-such-question');
});

test('if the browser refuses to store decisions, they stay in the tab, and it says why', () => {
  const tab = openTab(ann, bob);
  refuseStorage();
  tab.decide(decision(first, 1));
  expect(tab.problem).toBe('QuotaExceededError');
  tab.setPeople([yes, you]);
  tab.setPeople([ann, bob]);
  expect(tab.list).toEqual([decision(first, 1)]);
});

test('decisions that the browser refused are stored once it no longer does', async () => {
  vi.useFakeTimers();
  const tab = openTab(ann, bob);
  const allow = refuseStorage();
  tab.decide(decision(first, 1));
  await vi.advanceTimersByTimeAsync(5000);
  expect(tab.problem).toBe('QuotaExceededError');
  expect(openTab(ann, bob).list).toEqual([]);
  allow();
  await vi.advanceTimersByTimeAsync(5000);
  expect(tab.problem).toBeNull();
  expect(openTab(ann, bob).list).toEqual([decision(first, 1)]);
});

test('what cannot be read is set aside as soon as a group opens; a note comes back with the next decision', async () => {
  const tab = openTab(ann, bob);
  tab.decide(decision(first, 2, 'We agreed'));
  await eventually(() => expect(Object.keys(localStorage)).toHaveLength(1));
  const key = Object.keys(localStorage)[0] ?? '';
  const text = localStorage.getItem(key)?.replace('"level":2', '"level":"two"') ?? '';
  localStorage.setItem(key, text);
  const later = openTab(ann, bob);
  await eventually(() => expect(localStorage.getItem(key)).not.toBe(text));
  expect(lostTexts([ann, bob])).toMatchObject([{ key: expect.stringContaining('set-aside'), text }]);
  expect(later.list).toEqual([]);
  later.decide(decision(first, 1));
  expect(later.list).toEqual([decision(first, 1, 'We agreed')]);
});
