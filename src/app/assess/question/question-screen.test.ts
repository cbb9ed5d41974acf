import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dataOf,
  htmlOf,
  level,
  openPage,
  propsOf,
  refuseStorage,
  storeDraft,
  stubBrowser,
  textOf,
} from '../../../../tests/support/assess-page.ts';
import { site } from '../../../build/site.ts';
import { Notices } from '../Notices.tsx';
import type { QuestionProps } from './QuestionView.tsx';
import { questionScreen, staticQuestion } from './question-screen.ts';
import { shortcutValue } from './shortcuts.ts';

const { t } = site;
const { items } = dataOf.quick;
const [first, second] = items;
const last = items.at(-1);
if (!first || !second || !last) throw new Error('The quick check has at least two questions.');
const base = { item: first.id, rev: first.rev };

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

const checkedValues = (html: string) =>
  [...html.matchAll(/<input(?=[^>]* checked)[^>]*type="radio"[^>]*>/g)].map(
    ([input]) => /value="(\w+)"/.exec(input)?.[1],
  );
const screenOf = async (parts: Parameters<typeof storeDraft>[0], item = first.id) => {
  await storeDraft(parts);
  const { context } = await openPage();
  return questionScreen(context, item, 'quick');
};

test('an unanswered question has nothing chosen and nothing to clear', async () => {
  const { context } = await openPage();
  const screen = questionScreen(context, first.id, 'quick');
  expect(checkedValues(htmlOf(screen))).toEqual([]);
  expect(textOf(screen)).toContain(t('question.progress', { n: 1, total: items.length }));
  expect(textOf(screen)).toContain(first.question);
  expect(textOf(screen)).not.toContain(t('question.clear'));
  expect(textOf(screen)).toContain(t('question.section-not-started'));
  for (const anchor of first.anchors) expect(textOf(screen)).toContain(anchor);
});

test('the header shows where the question is, links back and draws one tick per question', async () => {
  const { context } = await openPage();
  context.session.setAnswer(level(first, 3));
  context.session.setAnswer({ item: second.id, rev: second.rev, state: 'dk' });
  const html = htmlOf(questionScreen(context, second.id, 'quick'));
  expect(html).toMatch(new RegExp(`class="back" href="[^"]*/assess/quick/${first.id}/"`));
  const ticks = (state: string) =>
    (new RegExp(`class="${state}" d="([^"]*)"`).exec(html)?.[1] ?? '').split('m').length - 1;
  expect([ticks('answered'), ticks('unknown'), ticks('open')]).toEqual([1, 1, items.length - 2]);
  expect(html).toMatch(/<svg[^>]* aria-hidden="true"/);
});

test('only the first question of a stage sums up the stage before it', async () => {
  const { context } = await openPage();
  const nextStage = items.find(({ stage }) => stage !== first.stage);
  const before = items.filter(({ stage }) => stage === first.stage);
  if (!nextStage) throw new Error('The quick check has two stages.');
  for (const { id, rev } of before.slice(1)) context.session.setAnswer({ item: id, rev, state: 'dk' });
  const counts = { done: before.length - 1, total: before.length, count: before.length - 1 };
  const summary = t('question.stage-done-unknown', { name: dataOf.quick.stages[0]?.name ?? '', ...counts });
  const shown = items.filter(({ id }) => textOf(questionScreen(context, id, 'quick')).includes(summary));
  expect(shown).toEqual([nextStage]);
});

test('every question but the last names the next one', async () => {
  const { context } = await openPage();
  expect(textOf(questionScreen(context, first.id, 'quick'))).toContain(second.question);
  expect(htmlOf(questionScreen(context, last.id, 'quick'))).not.toContain('class="next');
});

test('the keys 1 to 7 choose the answers in order', async () => {
  const { context } = await openPage();
  const html = htmlOf(questionScreen(context, first.id, 'quick'));
  const values = [...html.matchAll(/<label class="choice"><input[^>]* value="(\w+)"/g)].map(([, value]) => value);
  const press = (key: string) =>
    shortcutValue({ key, target: { matches: () => false }, getModifierState: () => false } as unknown as KeyboardEvent);
  expect(['1', '2', '3', '4', '5', '6', '7'].map(press)).toEqual(values);
});

test('each state of an answer shows its choice, and can be cleared', async () => {
  for (const [answer, value] of [
    [level(first, 3), '3'],
    [{ ...base, state: 'dk' }, 'dk'],
    [{ ...base, state: 'na', reason: 'for a test' }, 'na'],
  ] as const) {
    stubBrowser(); // storage is empty again
    const screen = await screenOf({ answers: [answer] });
    expect(checkedValues(htmlOf(screen))).toEqual([value]);
    expect(textOf(screen)).toContain(t('question.clear'));
    expect(textOf(screen).includes(t('question.na-reason'))).toBe(value === 'na');
    if (value === 'na') expect(htmlOf(screen)).toContain('value="for a test"');
  }
});

test('a note without an answer is shown, with nothing chosen and nothing to clear', async () => {
  const screen = await screenOf({ answers: [{ ...base, state: 'unanswered', note: 'ask Kim' }] });
  expect(htmlOf(screen)).toMatch(/<details class="aside" open><summary>/);
  expect(htmlOf(screen)).toContain('ask Kim</textarea>');
  expect(checkedValues(htmlOf(screen))).toEqual([]);
  expect(textOf(screen)).not.toContain(t('question.clear'));
});

test('evidence and confidence show what was said', async () => {
  const evidence = { kind: 'shown', url: 'https://example.org/', date: '2026-01-02' } as const;
  const html = htmlOf(await screenOf({ answers: [level(first, 2, { evidence, confidence: 'guessing' })] }));
  expect(html).toContain('value="https://example.org/"');
  expect(html).toContain('value="2026-01-02"');
  expect(html).toMatch(/<option[^>]* selected[^>]*value="shown"|<option[^>]*value="shown"[^>]* selected/);
});

test('choosing keeps the note, and is stored at once', async () => {
  const { context } = await openPage();
  context.session.setAnswer({ ...base, state: 'unanswered', note: 'a note' });
  const { actions } = propsOf<QuestionProps>(questionScreen(context, first.id, 'quick'));
  actions?.choose((current) => ({ ...current, ...level(first, 4) }));
  expect(context.session.answerOf(first.id)).toMatchObject({ level: 4, note: 'a note' });
  const screen = questionScreen(context, first.id, 'quick');
  expect(textOf(screen)).toMatch(/Saved in this browser \d/);
  expect(Object.values(localStorage).some((text) => String(text).includes('a note'))).toBe(true);
});

test('where the browser refuses to store, the status line and a notice say so', async () => {
  const { context } = await openPage();
  refuseStorage();
  vi.useFakeTimers();
  context.session.setAnswer(level(first, 1));
  const screen = htmlOf(questionScreen(context, first.id, 'quick'));
  expect(screen).toContain(`<a href="#notices">${t('question.not-saved')}</a>`);
  const { storageProblem } = context.session;
  const notices = Notices({ site, storageProblem, download: () => undefined });
  expect(htmlOf(notices)).toContain('id="notices"');
  expect(textOf(notices)).toContain(t('question.in-memory', { problem: 'QuotaExceededError' }));
  vi.useRealTimers();
});

test('the way on leads to the next question, from the last to the check page, and from a change back to it', async () => {
  const { context, routes } = await openPage();
  const proceed = (item: string) => propsOf<QuestionProps>(questionScreen(context, item, 'quick')).actions?.proceed();
  proceed(first.id);
  proceed(last.id);
  context.state.returnsToCheck = true;
  proceed(first.id);
  proceed(first.id);
  const toSecond = { view: 'question', depth: 'quick', item: second.id };
  const toCheck = { view: 'check', depth: 'quick' };
  expect(routes).toEqual([toSecond, toCheck, toCheck, toSecond]);
  expect(textOf(questionScreen(context, last.id, 'quick'))).toContain(t('question.continue-check'));
});

test('switching the number keys off is remembered', async () => {
  const { context } = await openPage();
  const props = () => propsOf<QuestionProps>(questionScreen(context, first.id, 'quick'));
  expect(props().hasShortcuts).toBe(true);
  props().actions?.toggleShortcuts(false);
  expect(props().hasShortcuts).toBe(false);
});

test('a question that the depth does not ask gives no screen', async () => {
  const { context } = await openPage();
  expect(questionScreen(context, 'no-such-question', 'quick')).toBeUndefined();
});

test('the served page can be read but not answered', () => {
  const screen = staticQuestion(first.id, site, dataOf.quick);
  const radios = [...htmlOf(screen).matchAll(/<input[^>]*type="radio"[^>]*>/g)].map(([input]) => input);
  expect(radios).toHaveLength(7);
  expect(radios.every((input) => / disabled/.test(input))).toBe(true);
  expect(htmlOf(screen)).toContain(`href="${site.link(`/assess/quick/${second.id}/`)}"`);
  expect(textOf(screen)).toContain(t('question.needs-script'));
});
