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
import { site } from '../../../build/site.ts';
import type { StageProps } from './StageView.tsx';
import { stageScreen, staticStage } from './stage-screen.ts';

const { t } = site;
const { stages, items } = dataOf.quick;
const [firstStage, secondStage] = stages;
const lastStage = stages.at(-1);
if (!firstStage || !secondStage || !lastStage) throw new Error('The quick check has at least two stages.');
const questions = items.filter(({ stage }) => stage === firstStage.id);

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

test('a stage shows its questions only, each with its answer, and counts the answered ones', async () => {
  const { context } = await openPage();
  const [question] = questions;
  if (!question) throw new Error('The stage has questions.');
  context.session.setAnswer(level(question, 2));
  const screen = stageScreen(context, firstStage.id);
  const text = textOf(screen);
  for (const item of items) expect(text.includes(item.question)).toBe(item.stage === firstStage.id);
  const progress = { n: 1, total: stages.length, count: questions.length, done: 1 };
  expect(text).toContain(t('stage.progress', progress));
  expect(text).toContain(t('question.section-in-progress'));
  expect(htmlOf(screen).match(/ checked[^>]*type="radio"|type="radio"[^>]* checked/g)).toHaveLength(1);
  expect(text).toMatch(/Saved in this browser \d/);
});

test('questions answered earlier fold to one line with the answer; a question answered now stays open', async () => {
  const { context } = await openPage();
  const [answered, open] = questions;
  if (!answered || !open) throw new Error('The stage has two questions.');
  context.session.setAnswer(level(answered, 2));
  const isOpen = (item: typeof answered) => {
    const part = htmlOf(stageScreen(context, firstStage.id))
      .split('<details class="asked"')
      .find((each) => each.includes(`id="${item.id}"`));
    return part?.startsWith(' open');
  };
  expect([isOpen(answered), isOpen(open)]).toEqual([false, true]);
  expect(textOf(stageScreen(context, firstStage.id))).toContain(`${answered.gist}: ${answered.anchors[2]}`);
  context.session.setAnswer(level(open, 0));
  expect(isOpen(open)).toBe(true);
  const { actions } = propsOf<StageProps>(stageScreen(context, firstStage.id));
  actions?.fold(answered.id, false);
  actions?.fold(open.id, true);
  expect([isOpen(answered), isOpen(open)]).toEqual([true, false]);
});

test('the question in the address is open, answered or not', async () => {
  const { context } = await openPage();
  const [question] = questions;
  if (!question) throw new Error('The stage has questions.');
  context.session.setAnswer(level(question, 2));
  vi.stubGlobal('location', { hash: `#${question.id}` });
  stageScreen(context, firstStage.id);
  expect(context.state.folded).toEqual(new Set());
});

test('a stage with every question answered is completed', async () => {
  const { context } = await openPage();
  for (const question of questions) context.session.setAnswer(level(question, 1));
  expect(textOf(stageScreen(context, firstStage.id))).toContain(t('question.section-completed'));
});

test('the ways on lead to the next stage, and from the last one to the check page', async () => {
  const { context } = await openPage();
  expect(htmlOf(stageScreen(context, firstStage.id))).toContain(
    `class="primary" href="/assess/quick/stage/${secondStage.id}/"`,
  );
  expect(htmlOf(stageScreen(context, firstStage.id))).toContain('class="back" href="/assess/"');
  expect(htmlOf(stageScreen(context, lastStage.id))).toContain('class="primary" href="/assess/quick/check/"');
});

test('the served page holds its rationales, and nothing can be chosen', () => {
  const screen = staticStage(firstStage.id, site, dataOf.quick, ({ id }) => `why ${id}`);
  for (const { id } of questions) expect(textOf(screen)).toContain(`why ${id}`);
  expect(textOf(screen)).toContain(t('question.needs-script'));
  expect(htmlOf(screen)).not.toMatch(/<input(?![^>]* disabled)/);
});
