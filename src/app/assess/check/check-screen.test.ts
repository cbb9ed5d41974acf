import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dataOf,
  htmlOf,
  level,
  openPage,
  propsOf,
  storeDraft,
  stubBrowser,
  textOf,
} from '../../../../tests/support/assess-page.ts';
import { site } from '../../../build/site.ts';
import type { CheckProps } from './CheckView.tsx';
import { checkScreen, staticCheck } from './check-screen.ts';

const { t } = site;
const { items, naReasons, stages } = dataOf.quick;
const [first, second, third] = items;
const [reason] = naReasons;
if (!first || !second || !third || !reason) throw new Error('The quick check has at least three questions.');

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

const textWith = async (parts: Parameters<typeof storeDraft>[0]) => {
  await storeDraft(parts);
  return textOf(checkScreen((await openPage()).context, 'quick', []));
};

test('every stage and question is listed; gaps are counted and named', async () => {
  const text = await textWith({ answers: [level(first, 2)] });
  for (const { name } of stages) expect(text).toContain(name);
  for (const { gist } of items) expect(text).toContain(gist);
  expect(text).toContain(t('check.answered', { done: 1, total: items.length }));
  expect(text).toContain(t('check.open', { count: items.length - 1 }));
  expect(text.split(t('check.not-answered'))).toHaveLength(items.length);
});

test('each gist says what its question is about, and no two are the same', () => {
  const gists = dataOf.full.items.map(({ gist }) => gist);
  expect(
    gists.filter((gist, index) => gists.indexOf(gist) !== index),
    'Other questions have these words, too. Write a "gist" that only fits its own question.',
  ).toEqual([]);
  for (const { gist, question } of dataOf.full.items.filter(({ kind }) => kind === 'symptom'))
    expect(gist.split(' ').length, question).toBeGreaterThan(3);
});

test('a complete assessment says so', async () => {
  expect(await textWith({ answers: items.map((item) => level(item, 1)) })).toContain(t('check.complete'));
});

test('each answer is given in words: a level, "don\'t know", "does not apply" with its reason', async () => {
  const ofState = ({ id, rev }: typeof first) => ({ item: id, rev });
  const text = await textWith({
    answers: [
      level(first, 4, { note: 'the note' }),
      { ...ofState(second), state: 'dk' },
      { ...ofState(third), state: 'na', reason: reason.id },
    ],
  });
  expect(text).toContain(`${first.anchors[4]} the note`);
  expect(text).toContain(t('check.dk'));
  expect(text).toContain(t('check.na-because', { reason: reason.label }));
});

test('evidence is named, and only web addresses become links', async () => {
  const evidence = (url: string) => ({ evidence: { kind: 'measured', date: '2026-01-02', url }, confidence: 'sure' });
  await storeDraft({
    answers: [level(first, 4, evidence('https://example.org/')), level(second, 4, evidence('javascript:alert(1)'))],
  });
  const screen = checkScreen((await openPage()).context, 'quick', []);
  expect(textOf(screen)).toContain(`${t('question.confidence-sure')}, ${t('question.evidence-measured')}, 2 Jan 2026`);
  expect(htmlOf(screen)).toContain('<a href="https://example.org/" rel="noopener nofollow">');
  expect(htmlOf(screen)).not.toContain('href="javascript');
});

test('changing an answer leads to its question and remembers to return', async () => {
  const { context, routes } = await openPage();
  const { actions } = propsOf<CheckProps>(checkScreen(context, 'quick', []));
  actions?.change(first.id);
  actions?.seeReport();
  expect(context.state.returnsToCheck).toBe(true);
  expect(routes).toEqual([
    { view: 'question', depth: 'quick', item: first.id },
    { view: 'report', depth: 'quick' },
  ]);
});

test('the served page says that it needs a script', () => {
  const text = textOf(staticCheck(site, dataOf.quick));
  expect(text).toContain(t('check.needs-script'));
  expect(text).not.toContain(t('check.complete'));
});
