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
  ours.choose({ item: first?.id ?? '', rev: first?.rev ?? 0, state: 'dk' });
  theirs.refresh();
  theirs.choose(level(first ?? { id: '', rev: 0 }, 2, { note: 'from there' }));
  ours.refresh();
  return (await openPage('quick', ours)).context;
}
const conflictProps = (context: ScreenContext) =>
  propsOf<ConflictProps>((questionNotices(context, first) as never[])[1]);

test('a conflict shows both answers, and keeping ours settles it', async () => {
  const context = await pageWithConflict();
  const notice = textOf(questionNotices(context, first));
  expect(notice).toContain(t('keep.this-tab', { ours: t('check.dk') }));
  expect(notice).toContain(first.anchors[2]);
  expect(notice).toContain(t('keep.note', { note: 'from there' }));
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
  expect(text).toContain(t('keep.conflicts', { count: 1 }));
  expect(text).toContain(t('keep.this-tab', { ours: t('check.dk') }));
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
  context.session.choose(level(first, 3));
  expect(text()).not.toContain(t('check.again'));
});
