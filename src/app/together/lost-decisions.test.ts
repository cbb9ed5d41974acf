import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { fakeStorage } from '../../../tests/support/assess-page.ts';
import { textOf } from '../../../tests/support/markup.ts';
import { site } from '../../build/site.ts';
import { draftPrefix } from '../platform/storage-keys.ts';
import { lostDecisions, lostIn } from './lost-decisions.tsx';

vi.mock('../platform/data-files.ts', () => ({ translatorFor: () => site.t }));
const good = { item: 'a', answer: { state: 'dk' }, note: '', at: '2026-11-28T10:00:00.000Z' };

test('each decision that cannot be read is named with its fields, its question and its text', () => {
  const bad = { ...good, answer: { state: 'level', level: 7 }, note: 5 };
  expect(lostIn(JSON.stringify({ systems: [], decisions: [good, bad, null] }))).toEqual([
    { place: 'decisions[1]', about: 'a', problem: 'This cannot be read: answer, note.', raw: JSON.stringify(bad) },
    { place: 'decisions[2]', problem: 'This cannot be read: item.', raw: 'null' },
  ]);
});

test('of a text without decisions or systems, all is named', () => {
  for (const text of ['', 'null', '{"decisions":[{"note":"x"}],', '{"decisions":{}}'])
    expect(lostIn(text)).toMatchObject([{ place: 'decisions', raw: text }]);
  const nobodys = JSON.stringify({ decisions: [good] });
  expect(lostIn(nobodys)).toMatchObject([{ place: 'systems', raw: nobodys }]);
});

test('the notice shows the text, and offers to delete it only once a copy is set aside', () => {
  const shown = (key: string) => {
    vi.stubGlobal('localStorage', fakeStorage());
    localStorage.setItem(key, '{"decisions":[{"note":"WE AGREED');
    return textOf(
      h(
        'div',
        {},
        lostDecisions(site, [{ system: 'X', answers: [] }], () => undefined),
      ),
    );
  };
  const aside = shown(`trivium:set-aside:1-a-${'trivium:group-decisions:["x"]'.slice(draftPrefix.length)}`);
  for (const part of [site.t('lost.decisions'), 'WE AGREED', site.t('report.set-aside-delete')])
    expect(aside).toContain(part);
  const stored = shown('trivium:group-decisions:["x"]');
  expect(stored).toContain('WE AGREED');
  expect(stored).not.toContain(site.t('report.set-aside-delete'));
  expect(shown('trivium:set-aside:1-a-b')).not.toContain('WE AGREED'); // of an assessment
  vi.unstubAllGlobals();
});
