import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, htmlOf, level, stubBrowser, textOf } from '../../../tests/support/assess-page.ts';
import {
  byAgent,
  byTool,
  evidence,
  item,
  openWith,
  panelOf,
  proposed,
  question,
  reasonAt,
  rev,
  states,
  take,
  undo,
} from '../../../tests/support/findings.ts';
import { agent, pipeline, proposalsOf } from '../../../tests/support/proposals.ts';
import { site } from '../../build/site.ts';
import { fieldLimits } from '../../core/answers/limits.ts';
import type { Proposal } from '../../core/proposals/proposals.ts';
import { questionScreen } from '../assess/question/question-screen.ts';

const { t } = site;
const { outline } = dataOf.full;

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

test('a panel says place, meaning, answers pointed to and source, and chooses nothing', async () => {
  const { context } = await openWith(byTool, byAgent);
  const screen = questionScreen(context, item, 'full');
  const text = textOf(screen);
  expect(text).toContain(
    'dvc.yaml:3 A pipeline is under version control. Points to an answer from the 3rd to the 5th.',
  );
  expect(text).toContain('etl.ipynb, cell 2, line 1 Trouble: A notebook is scheduled.');
  expect(text).toContain('trivium look (a tool), as of 23 Nov 2026');
  expect(text).toContain(`${t('proposals.proposed')} ${question.anchors[3]}`);
  expect(htmlOf(screen)).not.toMatch(/<input(?=[^>]* checked)[^>]*type="radio"/);
  expect(context.session.answerOf(item)).toBeUndefined();
});

test('a reason accepted becomes shown evidence of an unanswered question, and can be taken back', async () => {
  const { context } = await openWith(byTool);
  take(context, 0);
  expect(context.session.answerOf(item)).toMatchObject({
    state: 'unanswered',
    evidence: { kind: 'shown', url: 'dvc.yaml:3', date: '2026-11-23' },
  });
  expect(context.session.answers.has(item)).toBe(false);
  expect(states(context)).toEqual(['taken', 'open']);
  undo(context, 0);
  expect(evidence(context)).toBeUndefined();
  expect(states(context)).toEqual(['open', 'open']);
});

test.each([
  [0, 1],
  [1, 0],
])('two reasons accepted and taken back leave the evidence as it was before (%i, then %i)', async (first, second) => {
  const { context } = await openWith(byTool);
  const before = { kind: 'claimed', url: 'a wiki page' } as const;
  context.session.setAnswer(level(question, 2, { evidence: before }));
  take(context, 0);
  take(context, 1);
  expect(evidence(context)).toMatchObject({ kind: 'shown', url: 'a wiki page; dvc.yaml:3; etl.ipynb, cell 2, line 1' });
  undo(context, first);
  undo(context, second);
  expect(context.session.answerOf(item)).toMatchObject({ level: 2, evidence: before });
});

test('a place for which the field has no room is not accepted, and the panel says so', async () => {
  const { context } = await openWith(byTool);
  const full = { kind: 'shown', url: 'x'.repeat(fieldLimits.text - 5) } as const;
  context.session.setAnswer(level(question, 2, { evidence: full }));
  take(context, 0);
  expect(evidence(context)).toEqual(full);
  expect(states(context)).toEqual(['open', 'open']);
  const text = textOf(context.findingsOf(question)?.panel);
  expect(text.split(t('proposals.no-room'))).toHaveLength(3); // once to read, once announced
});

test('a place longer than the field is accepted in short, and counts as taken', async () => {
  const long = `${'deep/'.repeat(fieldLimits.text / 5)}dvc.yaml`;
  const { context } = await openWith(proposalsOf(outline, [{ item, rev, reasons: [{ ...pipeline, file: long }] }]));
  take(context, 0);
  expect(evidence(context)?.url?.length).toBeLessThanOrEqual(fieldLimits.text);
  expect(evidence(context)?.url).toMatch(/^deep\/.*…$/);
  expect(states(context)).toEqual(['taken']);
});

test('confirming a proposed answer gives it, and undo leaves the question unanswered with its note', async () => {
  const { context } = await openWith(byAgent);
  context.session.setAnswer({ item, rev, state: 'unanswered', note: 'Ours' });
  panelOf(context).actions.confirm(proposed(context));
  expect(context.session.answers.get(item)).toMatchObject({ state: 'level', level: 3, note: 'Ours' });
  expect(proposed(context).state).toBe('confirmed');
  panelOf(context).actions.reopenAnswer(proposed(context));
  expect(context.session.answers.has(item)).toBe(false);
  expect(context.session.answerOf(item)).toMatchObject({ state: 'unanswered', note: 'Ours' });
  expect(proposed(context).state).toBe('open');
});

test('another answer of the person stays, whatever an agent proposes', async () => {
  const { context } = await openWith(byAgent);
  context.session.setAnswer(level(question, 1));
  expect(proposed(context).state).toBe('answered');
  expect(textOf(context.findingsOf(question)?.panel)).toContain(t('proposals.answer-answered'));
  expect(context.session.answers.get(item)).toMatchObject({ level: 1 });
});

test('an answer that the person gave before it was proposed has no undo', async () => {
  const { context } = await openWith(byAgent);
  context.session.setAnswer(level(question, 3));
  expect(proposed(context).state).toBe('agreed');
  const row = htmlOf(context.findingsOf(question)?.panel).split('class="proposed"')[1]?.split('</li>')[0];
  expect(row).toContain(t('proposals.answer-agreed'));
  expect(row).not.toContain('<button');
});

test.each([
  [
    { state: 'na', reason: 'other words' },
    { state: 'na', reason: 'other words' },
  ],
  [{ state: 'dk', level: 4 }, { state: 'dk' }],
] as const)('a confirmed %o is the answer %o and nothing more', async (answer, given) => {
  const proposal = { item, rev, answer, reasons: [] } as unknown as Proposal;
  const { context } = await openWith(proposalsOf(outline, [proposal], agent));
  context.session.setAnswer(level(question, 2));
  context.session.clear(item);
  panelOf(context).actions.confirm(proposed(context));
  const { at: _, ...now } = context.session.answerOf(item) ?? {};
  expect(now).toEqual({ item, rev, ...given });
});

test('what was set aside is decided, and can be taken back', async () => {
  const { context } = await openWith(byTool, byAgent);
  panelOf(context).actions.setAside(reasonAt(context, 0));
  panelOf(context).actions.setAside(proposed(context));
  expect([states(context)[0], proposed(context).state]).toEqual(['aside', 'aside']);
  expect(context.session.answerOf(item)).toBeUndefined();
  undo(context, 0);
  panelOf(context).actions.reopenAnswer(proposed(context));
  expect([states(context)[0], proposed(context).state]).toEqual(['open', 'open']);
});

test('each action moves the focus to the buttons of the same finding and is announced', async () => {
  const { context } = await openWith(byTool);
  const focuses: (string | undefined)[] = [];
  context.update = (change, focus) => {
    change();
    focuses.push(focus);
  };
  take(context, 1);
  const [selector = ''] = focuses;
  const [, id = ''] = /^#(\S+) button$/.exec(selector) ?? [];
  const row = htmlOf(context.findingsOf(question)?.panel)
    .split('<li ')
    .find((each) => each.startsWith(`id="${id}"`));
  expect(row).toContain('etl.ipynb');
  expect(row).toContain(t('proposals.undo'));
  expect(htmlOf(context.findingsOf(question)?.panel)).toMatch(
    new RegExp(`role="status">${t('proposals.said-accepted')}<`),
  );
});

test('the questions of a screen share the findings, until an answer or a decision changes them', async () => {
  const { context } = await openWith(byTool);
  const { findings } = panelOf(context);
  expect(panelOf(context).findings).toBe(findings);
  context.session.setAnswer(level(question, 1, { evidence: { kind: 'shown', url: 'dvc.yaml:3' } }));
  expect(states(context)).toEqual(['taken', 'open']);
  panelOf(context).actions.setAside(reasonAt(context, 1));
  expect(states(context)).toEqual(['taken', 'aside']);
});
