import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dataOf,
  level,
  openSession,
  refuseStorage,
  storeDraft,
  stubBrowser,
} from '../../../tests/support/assess-page.ts';
import { deleteDraft, duplicateDraft, replaceAnswers, undoLast } from './draft-actions.ts';

const [first] = dataOf.quick.items;
if (!first) throw new Error('The quick check has no questions.');
const later = () => vi.advanceTimersByTimeAsync(5000);

/** A stored draft with proposals and two earlier states, and what storage holds of it. */
async function storeWithTexts() {
  const id = await storeDraft({ system: 'Search', answers: [level(first as never, 2)] });
  localStorage.setItem(`trivium:proposals:${id}`, '{"found":1}');
  for (const number of [1, 2]) localStorage.setItem(`trivium:snapshot:${id}:${number}`, `{"state":${number}}`);
  const session = await openSession();
  await later();
  return { id, session, held: textsOf(id) };
}
const textsOf = (id: string) =>
  Object.fromEntries(
    Object.keys(localStorage)
      .filter((key) => key.includes(id) && !key.includes(':assessment:'))
      .map((key) => [key, localStorage.getItem(key)]),
  );

beforeEach(() => {
  stubBrowser();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what "Undo" could not write is kept, named as not saved, and written once there is room', async () => {
  const { id, session, held } = await storeWithTexts();
  expect(Object.keys(held).length).toBeGreaterThanOrEqual(3);
  deleteDraft(session, id);
  expect(textsOf(id)).toEqual({});
  const allow = refuseStorage();
  undoLast(session);
  await later();
  expect(session.storageProblem).toBe('QuotaExceededError');
  allow();
  await later();
  expect(textsOf(id)).toEqual(held);
  expect(session.findDraft(id)).toBeDefined();
  expect(session.storageProblem).toBeNull();
  expect(session.status.kind).toBe('saved');
});

test('a tab with such texts asks before it is left, and no longer once they are written', async () => {
  const asking: string[] = [];
  vi.stubGlobal('addEventListener', (type: string, _: unknown, options?: { signal?: AbortSignal }) => {
    if (type !== 'beforeunload') return;
    asking.push('asks');
    options?.signal?.addEventListener('abort', () => asking.push('stops'));
  });
  const { id, session } = await storeWithTexts();
  const copies = { refuse: true };
  const setItem = localStorage.setItem.bind(localStorage);
  Object.defineProperty(Object.getPrototypeOf(localStorage), 'setItem', {
    value: (key: string, text: string) => {
      if (copies.refuse && /proposals|snapshot/.test(key)) throw new DOMException('full', 'QuotaExceededError');
      setItem(key, text);
    },
    configurable: true,
  });
  deleteDraft(session, id);
  asking.length = 0;
  undoLast(session);
  await later();
  expect(asking.at(-1)).toBe('asks');
  copies.refuse = false;
  await later();
  expect(asking.at(-1)).toBe('stops');
  expect(session.storageProblem).toBeNull();
});

test('a draft that is deleted again takes such texts along, and "Undo" brings them back', async () => {
  const { id, session, held } = await storeWithTexts();
  deleteDraft(session, id);
  const allow = refuseStorage();
  undoLast(session);
  deleteDraft(session, id);
  allow();
  await later();
  expect(textsOf(id)).toEqual({});
  undoLast(session);
  await later();
  expect(textsOf(id)).toEqual(held);
});

test('such a text does not overwrite what was stored since: it is set aside', async () => {
  const { id, session } = await storeWithTexts();
  deleteDraft(session, id);
  const allow = refuseStorage();
  undoLast(session);
  allow();
  localStorage.setItem(`trivium:proposals:${id}`, '{"found":2}');
  await later();
  expect(localStorage.getItem(`trivium:proposals:${id}`)).toBe('{"found":2}');
  expect(Object.keys(localStorage).filter((key) => key.startsWith('trivium:set-aside:'))).toHaveLength(1);
});

test('a copy of a draft gets what was found about its system as soon as there is room', async () => {
  const { id, session } = await storeWithTexts();
  const allow = refuseStorage();
  const copyId = duplicateDraft(session, id, 'Copy') ?? '';
  await later();
  expect(session.storageProblem).toBe('QuotaExceededError');
  allow();
  await later();
  expect(localStorage.getItem(`trivium:proposals:${copyId}`)).toBe('{"found":1}');
});

test('where the earlier state cannot be kept, nothing is replaced, and the reason is given', async () => {
  const { id, session } = await storeWithTexts();
  session.edit(() => ({ system: 'Ranking' }));
  const before = localStorage.getItem(`trivium:assessment:${id}`);
  const allow = refuseStorage();
  const replacement = { ...session.draft.answers, system: 'Ads', answers: [] };
  expect(replaceAnswers(session, id, replacement)).toEqual({ ok: false, problems: ['QuotaExceededError'] });
  expect(session.draft.answers).toMatchObject({ system: 'Ranking', answers: [{ level: 2 }] });
  expect(session.undoable).toBeUndefined();
  expect(localStorage.getItem(`trivium:assessment:${id}`)).toBe(before);
  allow();
  expect(replaceAnswers(session, id, replacement).ok).toBe(true);
});

test('with full storage, "Undo" of a replacement loses no change since: it can be undone itself', async () => {
  const { id, session } = await storeWithTexts();
  replaceAnswers(session, id, { ...session.draft.answers, system: 'Ads', answers: [] });
  session.edit(() => ({ system: 'Ads in mail' }));
  const allow = refuseStorage();
  undoLast(session);
  expect(session.draft.answers).toMatchObject({ system: 'Search', answers: [{ level: 2 }] });
  undoLast(session);
  expect(session.draft.answers).toMatchObject({ system: 'Ads in mail', answers: [{ state: 'unanswered' }] });
  allow();
  undoLast(session);
  await later();
  expect(session.draft.answers).toMatchObject({ system: 'Search', answers: [{ level: 2 }] });
  expect(session.undoable).toBeUndefined();
  expect(Object.values(textsOf(id)).some((text) => text?.includes('Ads in mail'))).toBe(true);
});

test('an earlier state that is due to go makes room for the present one', async () => {
  const { id, session } = await storeWithTexts();
  for (const number of [3, 4, 5]) localStorage.setItem(`trivium:snapshot:${id}:${number}`, `{"state":${number}}`);
  const setItem = localStorage.setItem.bind(localStorage);
  Object.defineProperty(Object.getPrototypeOf(localStorage), 'setItem', {
    value: (key: string, text: string) => {
      const snapshots = Object.keys(localStorage).filter((name) => name.includes('snapshot'));
      if (key.includes('snapshot') && snapshots.length >= 5) throw new DOMException('full', 'QuotaExceededError');
      setItem(key, text);
    },
    configurable: true,
  });
  expect(replaceAnswers(session, id, { ...session.draft.answers, system: 'Ads' }).ok).toBe(true);
  const numbers = Object.keys(localStorage).flatMap((key) => /snapshot:.*:(\d+)$/.exec(key)?.[1] ?? []);
  expect(numbers.toSorted()).toEqual(['2', '3', '4', '5', '6']);
});
