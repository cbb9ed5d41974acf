import { expect, test, vi } from 'vitest';
import {
  CountingStorage,
  drafts,
  first,
  level,
  openSession,
  saved,
  second,
  storage,
  storedAnswers,
  stubBrowser,
} from '../../../tests/support/counted-sessions.ts';
import { eventually } from '../../../tests/support/eventually.ts';

stubBrowser();

test('what another tab has written is merged in; for each answer the newer one wins', async () => {
  const earlierVisit = await openSession();
  earlierVisit.setAnswer(level(first, 1));
  await saved();
  const ours = await openSession();
  const theirs = await openSession();
  theirs.setAnswer(level(second, 4));
  theirs.setAnswer(level(first, 0));
  await saved();
  const parse = vi.spyOn(JSON, 'parse');
  Object.assign(CountingStorage, { reads: 0, writes: 0 });
  ours.setAnswer(level(first, 3));
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
  session.setAnswer(level(first, 1));
  await saved();
  const key = drafts()[0] ?? '';
  storage[key] = 'broken';
  const lockQueue: (() => void)[] = [];
  const request = (_name: string, _options: object, work: () => void) =>
    new Promise<void>((resolve) => lockQueue.push(() => resolve(work())));
  vi.stubGlobal('navigator', { locks: { request } });
  const reading = session.readOtherTabs();
  await eventually(() => expect(lockQueue).toHaveLength(1));
  expect(storage[key]).toBe('broken');
  lockQueue.shift()?.();
  await reading;
  expect(session.knownDrafts.quarantined).toMatchObject([{ text: 'broken' }]);
  lockQueue.shift()?.();
  expect(storedAnswers()).toMatchObject([{ item: first.id, level: 1 }]);
});

test('an answer cleared and given again while another tab writes is not lost', async () => {
  const ours = await openSession();
  ours.setAnswer(level(first, 2));
  await saved();
  const theirs = await openSession();
  const before = storage[drafts()[0] ?? ''];
  ours.clear(first.id);
  await saved();
  theirs.setAnswer(level(second, 1));
  await saved();
  storage[drafts()[0] ?? ''] = before; // what a tab sees before the two changes reach it
  ours.setAnswer(level(first, 2));
  ours.refresh();
  await saved();
  theirs.refresh();
  await saved();
  expect(theirs.answerOf(first.id)).toMatchObject({ level: 2 });
  expect(storedAnswers().map(({ item }) => item)).toEqual(expect.arrayContaining([first.id, second.id]));
});

test('the last save of this tab comes back if a tab that had not seen it overwrites it', async () => {
  const earlier = await openSession();
  earlier.setAnswer(level(first, 1));
  await saved();
  const [key = ''] = drafts();
  const before = storage[key];
  earlier.setAnswer(level(second, 3));
  await saved();
  storage[key] = before; // and the page that saved it is left before it can notice
  const later = await openSession();
  expect(later.answerOf(second.id)).toMatchObject({ level: 3 });
  await saved();
  expect(storedAnswers().map(({ item }) => item)).toEqual(expect.arrayContaining([first.id, second.id]));
  Reflect.deleteProperty(storage, key); // but a deleted draft stays deleted
  expect((await openSession()).answers.size).toBe(0);
});
