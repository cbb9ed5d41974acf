import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dataOf,
  htmlOf,
  level,
  openPage,
  propsOf,
  stubBrowser,
  textOf,
} from '../../../../tests/support/assess-page.ts';
import { eventually } from '../../../../tests/support/eventually.ts';
import { site } from '../../../build/site.ts';
import { createTimer } from './create-timer.ts';
import type { MeetingProps } from './MeetingView.tsx';
import { meetingScreen, staticMeeting } from './meeting-screen.ts';

const { t } = site;
const { items, stages } = dataOf.full;
const [first, second] = items;
const last = items.at(-1);
const practice = items.find(({ kind }) => kind === 'practice');
const symptom = items.find(({ kind }) => kind === 'symptom');
if (!first || !second || !last || !practice || !symptom)
  throw new Error('The full assessment has both kinds of questions.');

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

test('the agenda counts what is answered and begins with the first open question', async () => {
  const { context } = await openPage('full');
  context.session.setAnswer(level(first, 1));
  const agenda = await meetingScreen(context, undefined);
  for (const { name } of stages) expect(textOf(agenda)).toContain(name);
  for (const { gist } of items) expect(textOf(agenda)).toContain(gist);
  const count = items.filter(({ stage }) => stage === first.stage).length;
  expect(textOf(agenda)).toContain(t('meeting.stage-state', { done: 1, count }));
  expect(textOf(agenda)).toContain(t('meeting.state-level'));
  expect(htmlOf(agenda)).toContain(`class="primary" href="/assess/full/meeting/${second.id}/"`);
});

test('a question leads on within the meeting, and from the last one to the check page', async () => {
  const { context } = await openPage('full');
  const htmlAt = async (id: string) => htmlOf(await meetingScreen(context, id));
  expect(await htmlAt(first.id)).toContain(`class="primary" href="/assess/full/meeting/${second.id}/"`);
  expect(await htmlAt(first.id)).toContain('class="back" href="/assess/full/meeting/"');
  expect(await htmlAt(second.id)).toContain(`class="back" href="/assess/full/meeting/${first.id}/"`);
  expect(await htmlAt(last.id)).toContain('class="primary" href="/assess/full/check/"');
});

test('the next step and its owner are asked of practices only, and kept with the decision', async () => {
  const { context } = await openPage('full');
  const screen = await meetingScreen(context, practice.id);
  propsOf<MeetingProps>(screen).actions?.decide({ next: 'write it down', owner: 'Kim' });
  const html = htmlOf(await meetingScreen(context, practice.id));
  expect(html).toContain('value="write it down"');
  expect(html).toContain('value="Kim"');
  const text = textOf(await meetingScreen(context, symptom.id));
  expect(text).toContain(t('meeting.symptom'));
  expect(text).not.toContain(t('meeting.owner'));
});

test('the timer is offered, and replaces its button once opened', async () => {
  const { context } = await openPage('full');
  expect(textOf(await meetingScreen(context, first.id))).toContain(t('meeting.show-timer'));
  propsOf<MeetingProps>(await meetingScreen(context, first.id)).actions?.openTimer();
  await eventually(() => expect(context.state.timerOf).toBeDefined());
  const text = textOf(await meetingScreen(context, first.id));
  expect(text).not.toContain(t('meeting.show-timer'));
  expect(text).toContain(t('meeting.start-timer'));
});

test('a running timer shows minutes and seconds; its end is announced', () => {
  vi.useFakeTimers();
  const timerOf = createTimer(site);
  propsOf<{ timer: { start(minutes: number): void } }>(timerOf('a')).timer.start(2);
  vi.advanceTimersByTime(55_000);
  expect(textOf(timerOf('a'))).toContain('1:05');
  vi.advanceTimersByTime(66_000);
  expect(textOf(timerOf('a'))).toContain(t('meeting.up', { count: 2 }));
  expect(textOf(timerOf('b'))).not.toContain(t('meeting.up', { count: 2 }));
  vi.useRealTimers();
});

test('the served pages can be read but not answered', async () => {
  const data = dataOf.full;
  expect(textOf(await staticMeeting(undefined, site, data))).toContain(t('question.needs-script'));
  const question = await staticMeeting(first.id, site, data, 'the reason');
  expect(textOf(question)).toContain('the reason');
  expect(textOf(question)).toContain(t('question.needs-script'));
  expect(htmlOf(question)).not.toContain('<textarea');
});
