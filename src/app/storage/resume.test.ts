import { beforeEach, expect, test, vi } from 'vitest';
import { openSession, refuseStorage, storeDraft, stubBrowser } from '../../../tests/support/assess-page.ts';
import { resume } from './resume.ts';

beforeEach(() => stubBrowser());

test('a resumed session has the stored state of its draft, which is the current one of its tab again', async () => {
  const id = await storeDraft({ system: 'Parcels' });
  const session = await openSession();
  const key = `trivium:assessment:${id}`;
  const stored = JSON.parse(localStorage.getItem(key) ?? '');
  localStorage.setItem(key, JSON.stringify({ ...stored, system: 'Ranking' }));
  sessionStorage.setItem('trivium:current', 'another');
  expect(await resume(session)).toBe(true);
  expect(session.draft.answers.system).toBe('Ranking');
  expect(sessionStorage.getItem('trivium:current')).toBe(id);
});

test('a session whose draft has been deleted cannot resume', async () => {
  const id = await storeDraft({ system: 'Parcels' });
  const session = await openSession();
  localStorage.removeItem(`trivium:assessment:${id}`);
  expect(await resume(session)).toBe(false);
  expect(session.draft.id).not.toBe(id);
});

test('a draft whose text was set aside as unreadable stays: this tab may hold the only good copy', async () => {
  const id = await storeDraft({ system: 'Parcels' });
  const session = await openSession();
  localStorage.removeItem(`trivium:assessment:${id}`);
  localStorage.setItem(`trivium:set-aside:1-a-${id}`, '{');
  expect(await resume(session)).toBe(true);
  expect(session.draft.answers.system).toBe('Parcels');
});

test('a draft stays whose text this tab cannot read yet', async () => {
  const id = await storeDraft({ system: 'Parcels' });
  const session = await openSession();
  vi.spyOn(session.store, 'list').mockReturnValue({ drafts: [], quarantined: [], problem: null });
  expect(await resume(session)).toBe(true);
  expect(session.draft.id).toBe(id);
});

test('a session resumes a draft that was never stored: an untouched draft, or one the browser refused', async () => {
  const session = await openSession();
  expect(await resume(session)).toBe(true);
  refuseStorage();
  session.edit((answers) => ({ ...answers, system: 'Parcels' }));
  expect(await resume(session)).toBe(true);
  expect(session.draft.answers.system).toBe('Parcels');
});
