import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, fakeStorage, refuseStorage } from '../../../tests/support/assess-page.ts';
import { longestText } from '../../core/answers/limits.ts';
import { fnv1a } from '../../core/model/hash-numbers.ts';
import { forgetDecisions, type KeptDecision, keepDecisions, keptDecisions, systemsOf } from './kept-decisions.ts';
import { lostTexts } from './lost-decisions.tsx';

vi.mock('../platform/data-files.ts', () => ({}));

const [first, second, third] = dataOf.full.outline.items.map(({ id }) => id) as [string, string, string];
const person = (system: string, level = 1) => ({
  system,
  answers: [{ item: first, rev: 1, state: 'level' as const, level }],
});
const [search, ads] = [[person('Search'), person('Search', 2)], [person('Ads')]];
const at = (minute: number) => `2026-11-28T10:0${minute}:00.000Z`;
const decided = (item: string, level: number, minute: number, note = ''): KeptDecision => ({
  item,
  answer: { state: 'level', level },
  note,
  at: at(minute),
});
const formerKey = 'trivium:group-decisions';

beforeEach(() => vi.stubGlobal('localStorage', fakeStorage()));
afterEach(() => vi.unstubAllGlobals());

test('decisions come back for the same systems, however they are spelled, and those of other systems stay theirs', () => {
  const [ofSearch, ofAds] = [[decided(first, 3, 1, 'Agreed')], [decided(first, 0, 2)]];
  expect(keptDecisions(search)).toEqual([]);
  expect(keepDecisions(search, ofSearch)).toEqual({ ok: true, value: ofSearch });
  expect(keptDecisions(ads)).toEqual([]);
  keepDecisions(ads, ofAds);
  expect(keptDecisions([person(' search '), person('SEARCH', 4)])).toEqual(ofSearch);
  expect(keptDecisions(ads)).toEqual(ofAds);
});

test('keepDecisions() keeps what another tab has decided, and the newer decision on each question', () => {
  keepDecisions(search, [decided(first, 3, 1), decided(second, 1, 4)]);
  const takenBack = { item: first, answer: null, note: '', at: at(3) };
  const kept = keepDecisions(search, [takenBack, decided(second, 2, 2), decided(third, 0, 2)]);
  expect(kept).toEqual({ ok: true, value: [takenBack, decided(second, 1, 4), decided(third, 0, 2)] });
  expect(keptDecisions(search)).toEqual(kept.ok && kept.value);
});

test('forgetDecisions() removes what an assessment holds, and keeps what another tab has changed since', () => {
  keepDecisions(search, [decided(first, 3, 1), decided(second, 1, 1)]);
  keepDecisions(ads, [decided(first, 0, 1)]);
  keepDecisions(search, [decided(second, 4, 2)]);
  forgetDecisions(search, [decided(first, 3, 1), decided(second, 1, 1)]);
  expect(keptDecisions(search)).toEqual([decided(second, 4, 2)]);
  forgetDecisions(search, [decided(second, 4, 2)]);
  expect(keptDecisions(search)).toEqual([]);
  expect(keptDecisions(ads)).toHaveLength(1);
  expect(Object.keys(localStorage)).toHaveLength(1);
});

test('people without a system belong to the group of those who name one; alone, their answers identify them', () => {
  expect(systemsOf([person('Search'), person('', 2), person('\u3164', 3)])).toEqual(['search']);
  expect(systemsOf([person('', 1)])).toEqual(systemsOf([person(' ', 1)]));
  expect(systemsOf([person('', 1)])).not.toEqual(systemsOf([person('', 2)]));
});

test('what an earlier version kept is read, and moves when it changes', () => {
  const unnamed = person('', 3);
  const checksum = fnv1a(JSON.stringify(unnamed.answers)).toString(16);
  const former = [
    { item: first, answer: { state: 'level', level: 3 }, note: 'Agreed' },
    { item: second, answer: { state: 'dk' }, note: '' },
  ];
  for (const [systems, people] of [
    [['Search'], search],
    [['Search', checksum].toSorted(), [...search, unnamed]],
  ] as const) {
    vi.stubGlobal('localStorage', fakeStorage());
    localStorage.setItem(formerKey, JSON.stringify({ systems, decisions: former }));
    expect(keptDecisions(ads)).toEqual([]);
    expect(keptDecisions(people)).toEqual(former.map((decision) => ({ ...decision, at: '' })));
    keepDecisions(ads, [decided(first, 0, 1)]);
    expect(localStorage.getItem(formerKey)).not.toBeNull();
    keepDecisions(people, [decided(first, 0, 1)]);
    expect(localStorage.getItem(formerKey)).toBeNull();
    expect(keptDecisions(people)).toEqual([decided(first, 0, 1), { ...former[1], at: '' }]);
  }
});

test('if some decisions are damaged, the rest come back', () => {
  keepDecisions(search, []);
  const key = Object.keys(localStorage)[0] ?? '';
  const good = decided(first, 3, 1);
  const bad = [null, 'x', { item: third, answer: { state: 'level', level: 9 } }, { item: third }, { answer: null }];
  localStorage.setItem(key, JSON.stringify({ systems: ['search'], decisions: [...bad, good] }));
  expect(keptDecisions(search)).toEqual([good]);
  for (const text of ['', 'null', '[]', '{"systems":["search"],"decisions":7}', '{']) {
    localStorage.setItem(key, text);
    expect(keptDecisions(search)).toEqual([]);
  }
});

test('a damaged decision keeps its note, and what cannot be read is copied before anything overwrites it', () => {
  const noteOnly = { item: third, answer: null, note: 'IMPORTANT', at: at(1) };
  const damaged = [{ ...noteOnly, answer: { state: 'level', level: 7 } }, decided(first, 3, 1)];
  for (const [text, kept] of [
    [JSON.stringify({ systems: ['search'], decisions: damaged }), [noteOnly, decided(first, 3, 1)]],
    ['{"systems":["search"],"decisions":[{"item":"x","note":"WE AGREED"}],', []],
    ['{"systems":["search"],"decisions":{"note":"WE AGREED"}}', []],
    [
      JSON.stringify({ systems: [], decisions: [{ ...decided(first, 3, 1), note: ['WE AGREED'] }] }),
      [decided(first, 3, 1)],
    ],
  ] as const)
    for (const write of [
      () => keepDecisions(search, [decided(second, 1, 2)]),
      () => forgetDecisions(search, [decided(first, 3, 1)]),
    ]) {
      vi.stubGlobal('localStorage', fakeStorage());
      keepDecisions(search, []);
      const key = Object.keys(localStorage)[0] ?? '';
      localStorage.setItem(key, text);
      expect(keptDecisions(search)).toEqual(kept);
      expect(lostTexts(search)).toEqual([{ key, text }]);
      expect(lostTexts(ads)).toEqual([]);
      const allow = refuseStorage();
      write();
      expect(localStorage.getItem(key)).toBe(text);
      allow();
      write();
      write();
      expect(localStorage.getItem(key)).not.toBe(text);
      expect(lostTexts(search)).toEqual([{ key: expect.stringContaining('trivium:set-aside:'), text }]);
      expect(lostTexts(ads)).toEqual([]);
    }
});

test('what an earlier version kept is copied, too, if it is damaged, and named to any group if it says no systems', () => {
  for (const [text, groups] of [
    [`{"systems":["Search"],"decisions":[{"item":"${first}","answer":{"state":"level","level":-1}}]}`, [search]],
    ['{"systems":["Search"],"decisions":[{"item":"x"', [search, ads]],
    ['{"systems":7,"decisions":[]}', [search, ads]],
  ] as const) {
    vi.stubGlobal('localStorage', fakeStorage());
    localStorage.setItem(formerKey, text);
    keepDecisions(ads, [decided(first, 0, 1)]);
    keepDecisions(search, [decided(first, 0, 1)]);
    for (const group of groups) expect(lostTexts(group)).toMatchObject([{ text }]);
    expect(localStorage.getItem(formerKey)).toBeNull();
  }
});

test('a note comes back as long as it was, even if an input method made it longer than its field', () => {
  const note = `${'a'.repeat(longestText)}🙂`;
  keepDecisions(search, [decided(first, 3, 1, note)]);
  expect(keptDecisions(search)[0]?.note).toBe(note);
});

test('keepDecisions() says why if the browser refuses to store them', () => {
  refuseStorage();
  expect(keepDecisions(search, [decided(first, 3, 1)])).toEqual({ ok: false, problems: ['QuotaExceededError'] });
});
