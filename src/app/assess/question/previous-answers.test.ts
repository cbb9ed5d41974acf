import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dataOf,
  htmlOf,
  level,
  openPage,
  openSession,
  propsOf,
  storeDraft,
  stubBrowser,
  textOf,
} from '../../../../tests/support/assess-page.ts';
import { site } from '../../../build/site.ts';
import type { Answer } from '../../../core/answers/answers.ts';
import type { CheckProps } from '../check/CheckView.tsx';
import { checkScreen } from '../check/check-screen.ts';
import type { ScreenContext } from '../screen-context.ts';
import type { ConflictProps } from './Conflict.tsx';
import type { PreviousAnswerProps } from './PreviousAnswer.tsx';
import { checkNotices, questionNotices } from './previous-answers.ts';

const { t } = site;
const [first, second, third] = dataOf.quick.items;
if (!first || !second || !third) throw new Error('The quick check has at least three questions.');

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

/** A page on which this tab chose "don't know" and another tab a level of the first question, with a note. */
async function pageWithConflict(): Promise<ScreenContext> {
  await storeDraft({});
  const ours = await openSession();
  const theirs = await openSession();
  ours.setAnswer({ item: first?.id ?? '', rev: first?.rev ?? 0, state: 'dk' });
  theirs.refresh();
  theirs.setAnswer(level(first ?? { id: '', rev: 0 }, 2, { note: 'from there' }));
  ours.refresh();
  return (await openPage('quick', ours)).context;
}
const conflictProps = (context: ScreenContext) =>
  propsOf<ConflictProps>((questionNotices(context, first) as never[])[1]);

test('a conflict shows both answers, and keeping ours settles it', async () => {
  const context = await pageWithConflict();
  const notice = textOf(questionNotices(context, first));
  expect(notice).toContain(t('drafts.this-tab', { ours: t('check.dk') }));
  expect(notice).toContain(first.anchors[2]);
  expect(notice).toContain(t('drafts.note', { note: 'from there' }));
  conflictProps(context).actions.keepOurs();
  expect(textOf(questionNotices(context, first))).toBe('');
  expect(context.session.answerOf(first.id)).toMatchObject({ state: 'dk' });
});

test("accepting the other tab's answer settles it too", async () => {
  const context = await pageWithConflict();
  conflictProps(context).actions.acceptTheirs();
  expect(textOf(questionNotices(context, first))).toBe('');
  expect(context.session.answerOf(first.id)).toMatchObject({ level: 2 });
});

test('the check page counts conflicts and shows each in its row', async () => {
  const context = await pageWithConflict();
  const text = textOf(checkScreen(context, 'quick', [checkNotices(context)]));
  expect(text).toContain(t('drafts.conflicts', { count: 1 }));
  expect(text).toContain(t('drafts.this-tab', { ours: t('check.dk') }));
});

const withPrevious = async (answers: Answer[], current: Answer[] = []) => {
  await storeDraft({ answers: current, previous: { date: '2026-01-02', answers } });
  return (await openPage()).context;
};

test('the previous answer is a hint that can be hidden for good', async () => {
  const context = await withPrevious([level(first, 1)]);
  const html = htmlOf(questionNotices(context, first));
  expect(html).toContain('<details class="aside last-time" open>');
  expect(html).toContain(first.anchors[1]);
  expect(textOf(questionNotices(context, second))).toBe('');
  propsOf<PreviousAnswerProps>((questionNotices(context, first) as never[])[2]).toggle(false);
  expect(htmlOf(questionNotices(context, first))).toContain('<details class="aside last-time">');
  const { context: nextPage } = await openPage();
  expect(htmlOf(questionNotices(nextPage, first))).toContain('<details class="aside last-time">');
});

test('where the question has changed, the previous level is given as a number', async () => {
  const context = await withPrevious([{ ...level(first, 1), rev: first.rev - 1 }]);
  const former = t('check.former-level', { n: 2, total: first.anchors.length });
  expect(textOf(questionNotices(context, first))).toContain(t('last-time.changed-question', { answer: former }));
});

test('the check page counts what has changed since the previous assessment', async () => {
  const context = await withPrevious(
    [level(first, 1), level(second, 3), level(third, 4)],
    [level(first, 2), level(second, 3)],
  );
  const notices = checkNotices(context);
  const props = propsOf<CheckProps>(checkScreen(context, 'quick', [notices]));
  const top = textOf(notices.top(props) as never);
  for (const change of ['different', 'same', 'open']) expect(top).toContain(t(`last-time.${change}`, { count: 1 }));
  expect(textOf(notices.row(first) as never)).toContain(t('last-time.was', { answer: first.anchors[1] ?? '' }));
  expect(textOf(notices.row(second) as never)).toBe('');
});

test('answers to changed questions are listed to be read again', async () => {
  const before = level(first, 0, { note: 'old note' });
  await storeDraft({ reread: [{ item: first.id, why: 'rev', before }] });
  const { context } = await openPage();
  const text = () => textOf(checkScreen(context, 'quick', [checkNotices(context)]));
  expect(text()).toContain(t('check.again'));
  expect(text()).toContain('old note');
  context.session.setAnswer(level(first, 3));
  expect(text()).not.toContain(t('check.again'));
});

/** A page of a follow-up which asks about `second`, that was promised, and about this symptom. */
async function followUp(symptom: Answer): Promise<ScreenContext> {
  const carried = { date: '2026-01-02' };
  const decisions = [{ practice: second?.id ?? '', decision: 'do', owner: 'Ann', due: '2026-03-01' }] as const;
  await storeDraft({
    date: '2026-04-01',
    answers: [
      level(first ?? { id: '', rev: 0 }, 1, { carried }),
      { item: second?.id ?? '', rev: second?.rev ?? 0, state: 'unanswered' },
      symptom,
    ],
    previous: { ...carried, answers: [], decisions: [...decisions] },
  });
  return (await openPage()).context;
}
const trouble = dataOf.quick.items.find(({ kind }) => kind === 'symptom') ?? first;

test('a follow-up says who promised a move and until when, and whether that day has passed', async () => {
  const context = await followUp(level(trouble, 1));
  const facts = t('promises.was-due', { due: '1 Mar 2026' });
  expect(textOf(questionNotices(context, second))).toMatch(new RegExp(`Ann.?, ${facts}`));
  context.session.edit(() => ({ date: '2026-03-01' }));
  expect(textOf(questionNotices(context, second))).toContain(t('promises.due', { due: '1 Mar 2026' }));
  expect(textOf(questionNotices(context, second))).not.toContain(facts);
});

test('only an open symptom is said to be asked because a promise was to ease it', async () => {
  const sentence = t('promises.asked-symptom');
  const { id, rev } = trouble;
  const asked = await followUp({ item: id, rev, state: 'unanswered' });
  expect(textOf(questionNotices(asked, trouble))).toContain(sentence);
  stubBrowser();
  const carried = await followUp(level(trouble, 1, { carried: { date: '2026-01-02' } }));
  expect(textOf(questionNotices(carried, trouble))).not.toContain(sentence);
  carried.session.setAnswer(level(trouble, 3));
  expect(textOf(questionNotices(carried, trouble))).not.toContain(sentence);
});
