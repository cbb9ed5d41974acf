import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, level, openPage, propsOf, stubBrowser, textOf } from '../../../../tests/support/assess-page.ts';
import { site } from '../../../build/site.ts';
import type { QuestionProps } from './QuestionView.tsx';
import { questionScreen } from './question-screen.ts';

// Choosing leads to the next question, if the person has switched that on.

const { t } = site;
const { items } = dataOf.quick;
const [first, second] = items;
const last = items.at(-1);
if (!first || !second || !last) throw new Error('The quick check has at least two questions.');

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

/** The page, and what it can do with a question. */
async function openQuestions() {
  const page = await openPage();
  const actionsOf = (item: string) => {
    const { actions } = propsOf<QuestionProps>(questionScreen(page.context, item, 'quick'));
    if (!actions) throw new Error('the question can be answered');
    return actions;
  };
  /** Presses an answer of a question, as the fieldset does. */
  const press = ({ id, rev }: { id: string; rev: number }, value: number | 'na') => {
    actionsOf(id).choose(() => (value === 'na' ? { item: id, rev, state: 'na' } : level({ id, rev }, value)));
    actionsOf(id).pressed?.(); // the page has rendered in between
  };
  return { ...page, actionsOf, press };
}
const toQuestion = (item: string) => ({ view: 'question', depth: 'quick', item });

test('advancing is off until the person switches it on, and stays as chosen', async () => {
  const { routes, actionsOf, press } = await openQuestions();
  press(first, 1);
  expect(routes).toEqual([]);
  actionsOf(first.id).toggleAdvance(true);
  press(first, 2);
  expect(routes).toEqual([toQuestion(second.id)]);
  actionsOf(first.id).toggleAdvance(false);
  press(first, 3);
  expect(routes).toHaveLength(1);
});

test('the next question says what was answered; undo goes back and restores the former answer', async () => {
  const { context, routes, actionsOf, press } = await openQuestions();
  actionsOf(first.id).toggleAdvance(true);
  press(first, 1);
  expect(textOf(questionScreen(context, second.id, 'quick'))).toContain(
    t('question.advanced', { title: first.gist, answer: first.anchors[1] ?? '' }),
  );
  actionsOf(second.id).undo();
  expect(routes.at(-1)).toEqual(toQuestion(first.id));
  expect(context.session.answers.has(first.id)).toBe(false);
  context.session.setAnswer(level(first, 4, { note: 'kept' }));
  press(first, 0);
  actionsOf(second.id).undo();
  expect(context.session.answerOf(first.id)).toMatchObject({ level: 4, note: 'kept' });
  expect(textOf(questionScreen(context, second.id, 'quick'))).not.toContain(t('question.undo'));
});

test('advancing never leads on where a reason may follow, from the last question, or from a change of one answer', async () => {
  const { context, routes, actionsOf, press } = await openQuestions();
  actionsOf(first.id).toggleAdvance(true);
  press(first, 'na');
  press(last, 2);
  context.state.returnsToCheck = true;
  press(first, 2);
  expect(routes).toEqual([]);
});
