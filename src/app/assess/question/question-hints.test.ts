import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, htmlOf, openPage, stubBrowser, textOf } from '../../../../tests/support/assess-page.ts';
import { rationaleOf } from '../../../build/page-data/questionnaire.ts';
import { site } from '../../../build/site.ts';
import { openRationale } from './question-props.ts';
import { questionScreen } from './question-screen.ts';

const { t } = site;
const { items } = dataOf.quick;
const [first] = items;
if (!first) throw new Error('The quick check has a question.');

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

test('a hint is shown only where the context of the team meets its conditions', async () => {
  const question = dataOf.full.items.find(({ notApplicable }) => notApplicable);
  if (!question?.notApplicable) throw new Error('Some question has a hint.');
  const { when, hint } = question.notApplicable;
  const { context } = await openPage('full');
  expect(textOf(questionScreen(context, question.id, 'full'))).not.toContain(t('question.hint'));
  context.session.edit(() => ({ context: when }));
  expect(textOf(questionScreen(context, question.id, 'full'))).toContain(`${t('question.hint')} ${hint}`);
});

test('a reading is shown under its question unless the context excludes it', async () => {
  const question = items.find(({ readings = [] }) => readings.some(({ when }) => 'model' in when));
  const reading = question?.readings?.find(({ when }) => 'model' in when);
  if (!question || !reading) throw new Error('Some question has a reading for a kind of model.');
  const { context } = await openPage();
  const isShown = () => textOf(questionScreen(context, question.id, 'quick')).includes(reading.question);
  expect(isShown()).toBe(true); // the kind of model is open
  context.session.edit(() => ({ context: { model: 'hosted' } }));
  expect(isShown()).toBe(true);
  context.session.edit(() => ({ context: { model: 'train' } }));
  expect(isShown()).toBe(false);
});

test('hints and readings describe the group of answers; the hint about reasons describes their field', async () => {
  const question = dataOf.full.items.find(({ notApplicable, readings = [] }) => notApplicable && readings.length > 0);
  if (!question?.notApplicable) throw new Error('Some question has a hint and a reading.');
  const described = (html: string, tag: string) => {
    const id = new RegExp(`<${tag}[^>]* aria-describedby="([^"]+)"`).exec(html)?.[1];
    const inside = new RegExp(`id="${id}">(.*?)</(div|p)>`, 's').exec(html)?.[1];
    return inside?.replaceAll(/<[^>]+>/g, ' ').replaceAll('&quot;', '"');
  };
  const { context } = await openPage('full');
  const description = () => described(htmlOf(questionScreen(context, question.id, 'full')), 'fieldset');
  expect(description()).toContain(question.readings?.[0]?.question);
  context.session.edit(() => ({ context: question.notApplicable?.when ?? {} }));
  expect(description()).toContain(question.notApplicable.hint);
  context.session.setAnswer({ item: question.id, rev: question.rev, state: 'na' });
  const reasons = htmlOf(questionScreen(context, question.id, 'full'));
  expect(described(reasons, 'select')).toBe(t('question.na-answers'));
  const plain = items.find(({ notApplicable, readings = [] }) => !notApplicable && readings.length > 0);
  context.session.edit(() => ({ context: { model: 'train' } }));
  expect(htmlOf(questionScreen(context, plain?.id ?? '', 'full'))).toMatch(/<fieldset><legend>/);
});

test('the reasons for a question are in the words of the context that the team gave', async () => {
  const question = items.find(({ id }) => id === 'frequent-retraining');
  if (!question) throw new Error('The quick check asks about retraining.');
  const data = rationaleOf(question.id);
  const [reading] = data.readings ?? [];
  vi.stubGlobal('fetch', async () => Response.json(data));
  const rationaleFor = async (answers: object) => {
    const { context } = await openPage();
    context.session.edit(() => answers);
    await openRationale(context, question);
    return textOf(questionScreen(context, question.id, 'quick'));
  };
  const hosted = await rationaleFor({ context: { model: 'hosted' } });
  for (const text of [reading?.look, reading?.goodEnough]) expect(hosted).toContain(text);
  for (const context of [{}, { model: 'train' }]) {
    const usual = await rationaleFor({ context });
    for (const text of [data.look, data.goodEnough]) expect(usual).toContain(text);
    expect(usual).not.toContain(reading?.look);
  }
});

test('reasons that came with the page stay in sight until those for the context have arrived', async () => {
  const question = items.find(({ id }) => id === 'frequent-retraining');
  if (!question) throw new Error('The quick check asks about retraining.');
  const data = rationaleOf(question.id);
  vi.stubGlobal('fetch', async () => Response.json(data));
  const shownIn = async (model: 'hosted' | 'train') => {
    const { context } = await openPage();
    context.session.edit(() => ({ context: { model } }));
    context.state.rationales.set(question.id, 'as served');
    context.state.servedItem = question.id;
    const arriving = openRationale(context, question);
    const meanwhile = textOf(questionScreen(context, question.id, 'quick'));
    await arriving;
    return [meanwhile, textOf(questionScreen(context, question.id, 'quick'))];
  };
  const [before, after] = await shownIn('hosted');
  expect(before).toContain('as served');
  expect(after).toContain(data.readings?.[0]?.look);
  for (const text of await shownIn('train')) expect(text).toContain('as served');
});
