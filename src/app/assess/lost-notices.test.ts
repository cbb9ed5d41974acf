import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dataOf,
  level,
  openPage,
  openSession,
  storeDraft,
  stubBrowser,
  textOf,
} from '../../../tests/support/assess-page.ts';
import { eventually } from '../../../tests/support/eventually.ts';
import { site } from '../../build/site.ts';
import { longestText } from '../../core/answers/limits.ts';
import { groupDecisionsKey } from '../platform/storage-keys.ts';
import { deleteQuarantined } from '../storage/draft-actions.ts';
import { copyEnd } from '../storage/stored-texts.ts';
import { lostNotices } from './lost-notices.ts';

const { t } = site;
const [first] = dataOf.quick.items;
if (!first) throw new Error('The quick check has no questions.');

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

test('a note that an input method made too long keeps its beginning, and a notice shows the rest', async () => {
  const { context } = await openPage();
  const { session } = context;
  session.setAnswer(level(first, 1, { note: `${'字'.repeat(longestText)}終わり` }));
  await eventually(() => expect(session.answerOf(first.id)).toMatchObject({ note: '字'.repeat(longestText) }));
  const reopened = await openSession();
  expect(reopened.knownDrafts.quarantined).toEqual([]);
  expect(reopened.answerOf(first.id)).toEqual(session.answerOf(first.id));
  const notice = () => textOf(lostNotices(context));
  expect(notice()).toContain(`${t('lost.unstored')} answers[0].note (${first.id})`);
  expect(notice()).toContain('終わり');
  session.knownDrafts.dismissUnstored();
  expect(notice().trim()).toBe('');
});

test('an assessment with a bad field opens without it, names it and its value, and can be read again', async () => {
  const id = await storeDraft({ answers: [level(first, 2)], decisions: [{ practice: first.id, owner: 'Kim' }] });
  const key = `trivium:assessment:${id}`;
  const text = (localStorage.getItem(key) ?? '').replace('"owner"', '"due":"20266-11-28","owner"');
  localStorage.setItem(key, text);
  const { context } = await openPage();
  const { session } = context;
  expect(session.draft.answers.decisions).toEqual([{ practice: first.id, owner: 'Kim' }]);
  expect(session.answerOf(first.id)).toMatchObject({ level: 2 });
  expect(session.knownDrafts.quarantined).toMatchObject([{ text, problem: '' }]);
  const notice = textOf(lostNotices(context));
  expect(notice).toContain(`${t('lost.stored')} decisions[0].due (${first.id})`);
  expect(notice).toContain('20266-11-28');
  await eventually(() => expect(localStorage.getItem(key)).not.toContain('20266'));
  const later = await openSession(); // the copy stays until the person deletes it, and still says what was lost
  expect(later.knownDrafts.quarantined).toMatchObject([
    { text, lost: [{ place: 'decisions[0].due', raw: '20266-11-28' }] },
  ]);
  deleteQuarantined(later, later.knownDrafts.quarantined[0]?.key ?? '');
  expect((await openSession()).knownDrafts.quarantined).toEqual([]);
});

test('what a group decided is not called an assessment', async () => {
  localStorage.setItem(
    `trivium:set-aside:1-a${copyEnd(`${groupDecisionsKey}:["fraud"]`)}`,
    '{"decisions":[{"note":"x"',
  );
  const { context } = await openPage();
  const notice = textOf(lostNotices(context));
  expect(notice).toContain(t('report.set-aside-group'));
  expect(notice).toContain(t('report.set-aside-download'));
  expect(notice).not.toContain(t('report.set-aside-unnamed'));
});
