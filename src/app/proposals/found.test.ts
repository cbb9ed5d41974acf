import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dataOf,
  htmlOf,
  level,
  openPage,
  openSession,
  refuseStorage,
  storeDraft,
  stubBrowser,
  textOf,
} from '../../../tests/support/assess-page.ts';
import { agent, agentProposal, notebook, pipeline, proposalsOf } from '../../../tests/support/proposals.ts';
import { site } from '../../build/site.ts';
import { fieldLimits } from '../../core/answers/limits.ts';
import type { Proposal, Proposals } from '../../core/proposals/proposals.ts';
import { checkScreen } from '../assess/check/check-screen.ts';
import { questionScreen } from '../assess/question/question-screen.ts';
import type { ScreenContext } from '../assess/screen-context.ts';
import { stageScreen } from '../assess/stage/stage-screen.ts';
import type { FoundListProps } from './FoundList.tsx';
import type { FoundPanelProps } from './FoundPanel.tsx';
import { Found } from './found.ts';
import { putProposals } from './put-proposals.ts';

const { t } = site;
const { outline, items } = dataOf.full;
const [question, other] = items;
if (!question || !other) throw new Error('The full assessment has two questions.');
const { id: item, rev } = question;
const tool = proposalsOf(outline, [{ item, rev, reasons: [pipeline, notebook] }]);
const byAgent = proposalsOf(outline, [agentProposal(item, rev, 3)], agent);

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

/** The page with these files beside its assessment. */
async function openWith(...files: Proposals[]): Promise<{ context: ScreenContext; found: Found }> {
  await storeDraft({ system: 'Parcels' });
  const { context } = await openPage('full');
  const found = new Found(outline, () => undefined);
  for (const file of files) await putProposals(found.store, context.session.draft.id, file);
  context.foundOf = (...parts) => found.beside(context, ...parts);
  return { context, found };
}
const panelOf = (context: ScreenContext): FoundPanelProps => {
  const panel = context.foundOf(question)?.panel as { props: FoundPanelProps } | undefined;
  if (!panel) throw new Error('Nothing was found about the question.');
  return panel.props;
};
const reasonAt = (context: ScreenContext, index: number) => {
  const found = panelOf(context).findings.reasons[index];
  if (!found) throw new Error(`There is no reason ${index}.`);
  return found;
};
const proposed = (context: ScreenContext) => {
  const [found] = panelOf(context).findings.answers;
  if (!found) throw new Error('No answer is proposed.');
  return found;
};
const take = (context: ScreenContext, index: number) => panelOf(context).actions.takeOver(reasonAt(context, index));
const undo = (context: ScreenContext, index: number) => panelOf(context).actions.reopenReason(reasonAt(context, index));
const states = (context: ScreenContext) => panelOf(context).findings.reasons.map(({ state }) => state);
const evidence = ({ session }: ScreenContext) => session.answerOf(item)?.evidence;
const listOf = (context: ScreenContext, found: Found): FoundListProps => {
  const list = found.checkNotices(context)?.top({} as never) as { props: FoundListProps };
  return list.props;
};

test('a panel says place, meaning, answers pointed to and source, and chooses nothing', async () => {
  const { context } = await openWith(tool, byAgent);
  const screen = questionScreen(context, item, 'full');
  const text = textOf(screen);
  expect(text).toContain('dvc.yaml:3 A pipeline is under version control. Points to the 3rd to 5th answer.');
  expect(text).toContain('etl.ipynb, cell 2, line 1 Trouble: A notebook is scheduled.');
  expect(text).toContain('trivium look (a tool), as of 23 Nov 2026');
  expect(text).toContain(`${t('proposals.proposed')} ${question.anchors[3]}`);
  expect(htmlOf(screen)).not.toMatch(/<input[^>]* checked[^>]*type="radio"/);
  expect(context.session.answerOf(item)).toBeUndefined();
});

test('a reason taken over becomes shown evidence of an unanswered question, and can be taken back', async () => {
  const { context } = await openWith(tool);
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
])('two reasons taken over and taken back leave the evidence as it was before (%i, then %i)', async (first, second) => {
  const { context } = await openWith(tool);
  const before = { kind: 'claimed', url: 'a wiki page' } as const;
  context.session.choose(level(question, 2, { evidence: before }));
  take(context, 0);
  take(context, 1);
  expect(evidence(context)).toMatchObject({ kind: 'shown', url: 'a wiki page; dvc.yaml:3; etl.ipynb, cell 2, line 1' });
  undo(context, first);
  undo(context, second);
  expect(context.session.answerOf(item)).toMatchObject({ level: 2, evidence: before });
});

test('a place for which the field has no room is not taken over, and the panel says so', async () => {
  const { context } = await openWith(tool);
  const full = { kind: 'shown', url: 'x'.repeat(fieldLimits.text - 5) } as const;
  context.session.choose(level(question, 2, { evidence: full }));
  take(context, 0);
  expect(evidence(context)).toEqual(full);
  expect(states(context)).toEqual(['open', 'open']);
  const text = textOf(context.foundOf(question)?.panel);
  expect(text.split(t('proposals.no-room'))).toHaveLength(3); // once to read, once announced
});

test('a place longer than the field is taken over in short, and counts as taken', async () => {
  const long = `${'deep/'.repeat(fieldLimits.text / 5)}dvc.yaml`;
  const { context } = await openWith(proposalsOf(outline, [{ item, rev, reasons: [{ ...pipeline, file: long }] }]));
  take(context, 0);
  expect(evidence(context)?.url?.length).toBeLessThanOrEqual(fieldLimits.text);
  expect(evidence(context)?.url).toMatch(/^deep\/.*…$/);
  expect(states(context)).toEqual(['taken']);
});

test('confirming a proposed answer gives it, and undo leaves the question unanswered with its note', async () => {
  const { context } = await openWith(byAgent);
  context.session.choose({ item, rev, state: 'unanswered', note: 'Ours' });
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
  context.session.choose(level(question, 1));
  expect(proposed(context).state).toBe('answered');
  expect(textOf(context.foundOf(question)?.panel)).toContain(t('proposals.answer-answered'));
  expect(context.session.answers.get(item)).toMatchObject({ level: 1 });
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
  context.session.choose(level(question, 2));
  context.session.clear(item);
  panelOf(context).actions.confirm(proposed(context));
  const { at: _, ...now } = context.session.answerOf(item) ?? {};
  expect(now).toEqual({ item, rev, ...given });
});

test('what was set aside is decided, and can be taken back', async () => {
  const { context } = await openWith(tool, byAgent);
  panelOf(context).actions.setAside(reasonAt(context, 0));
  panelOf(context).actions.setAside(proposed(context));
  expect([states(context)[0], proposed(context).state]).toEqual(['aside', 'aside']);
  expect(context.session.answerOf(item)).toBeUndefined();
  undo(context, 0);
  panelOf(context).actions.reopenAnswer(proposed(context));
  expect([states(context)[0], proposed(context).state]).toEqual(['open', 'open']);
});

test('each press moves the focus to the presses of the same finding and is announced', async () => {
  const { context } = await openWith(tool);
  const focuses: (string | undefined)[] = [];
  context.update = (change, focus) => {
    change();
    focuses.push(focus);
  };
  take(context, 1);
  const [selector = ''] = focuses;
  const [, id = ''] = /^#(\S+) button$/.exec(selector) ?? [];
  const row = htmlOf(context.foundOf(question)?.panel)
    .split('<li ')
    .find((each) => each.startsWith(`id="${id}"`));
  expect(row).toContain('etl.ipynb');
  expect(row).toContain(t('proposals.undo'));
  expect(htmlOf(context.foundOf(question)?.panel)).toMatch(new RegExp(`role="status">${t('proposals.said-taken')}<`));
});

test('two files beside one assessment are shown together, and what both found names both', async () => {
  const twice = proposalsOf(outline, [{ item, rev, reasons: [pipeline] }], agent);
  const { context } = await openWith(tool, twice);
  expect(reasonAt(context, 0).sources.map(({ name }) => name)).toEqual(['trivium look', agent.name]);
  expect(states(context)).toHaveLength(2);
});

test('a newer look takes the place of the earlier one, and decisions about what is still there stay', async () => {
  const { context, found } = await openWith(tool);
  take(context, 0);
  panelOf(context).actions.setAside(reasonAt(context, 1));
  const moved = proposalsOf(outline, [{ item, rev, reasons: [{ ...pipeline, line: 9 }, notebook] }]);
  await putProposals(found.store, context.session.draft.id, moved);
  expect(states(context)).toEqual(['taken', 'aside']);
  await putProposals(found.store, context.session.draft.id, { ...moved, items: [] }, false);
  expect(listOf(context, found).files).toHaveLength(2);
});

test('proposals for an earlier revision of a question say what was seen, but point to no answer', async () => {
  const { context, found } = await openWith();
  const stored = proposalsOf({ id: outline.id, version: '1.0.0' }, [agentProposal(item, 0, 3)], agent);
  const kept = {
    format: 'trivium-kept-proposals',
    version: 1,
    files: { a: { at: '2026', proposals: stored } },
    marks: {},
  };
  localStorage.setItem(`trivium:proposals:${context.session.draft.id}`, JSON.stringify(kept));
  expect(found.store.read(context.session.draft.id).lost).toEqual([]);
  expect(panelOf(context).findings.answers).toEqual([]);
  expect(textOf(context.foundOf(question)?.panel)).not.toContain('Points to');
  expect(states(context)).toEqual(['open']);
});

test('the check page lists what is not decided by question, and names what only the full assessment asks', async () => {
  const deeper = items.find(({ depth }) => depth === 'full');
  const shallow = items.find(({ depth }) => depth === 'quick');
  if (!deeper || !shallow) throw new Error('Both depths have questions.');
  const { context, found } = await openWith(
    proposalsOf(
      outline,
      [deeper, shallow].map(({ id, rev: now }) => ({ item: id, rev: now, reasons: [pipeline] })),
    ),
  );
  const at = (depth: 'quick' | 'full') => {
    const page = { ...context, data: dataOf[depth] };
    return textOf(
      checkScreen(
        page,
        depth,
        [found.checkNotices(page)].filter((each) => each !== undefined),
      ),
    );
  };
  expect(at('full')).toContain(`${deeper.gist} ${t('proposals.open-reasons', { count: 1 })}`);
  expect(at('quick')).toContain(`${shallow.gist} ${t('proposals.open-reasons', { count: 1 })}`);
  expect(at('quick')).toContain(t('proposals.deeper', { count: 1 }));
});

test('a link of the check page leads to the question, and from there back', async () => {
  const { context, found } = await openWith(tool);
  const routes: object[] = [];
  context.go = (route) => routes.push(route);
  listOf(context, found).actions.open(item);
  expect(routes).toEqual([{ view: 'question', depth: 'full', item }]);
  expect(context.state.returnToCheck).toBe(true);
});

test('a removed file is gone from questions and check page, and can be put back with its decisions', async () => {
  const { context, found } = await openWith(tool);
  panelOf(context).actions.setAside(reasonAt(context, 0));
  const [file] = listOf(context, found).files;
  if (!file) throw new Error('A file lies there.');
  listOf(context, found).actions.remove(file);
  expect(context.foundOf(question)).toBeUndefined();
  expect(textOf(found.checkNotices(context)?.top({} as never))).toContain(
    t('proposals.removed', { name: 'trivium look' }),
  );
  listOf(context, found).actions.putBack();
  expect(states(context)).toEqual(['aside', 'open']);
});

test('another assessment of this browser shows nothing of it', async () => {
  const { context, found } = await openWith(tool);
  await storeDraft({ system: 'Search' });
  const fresh = (await openPage('full', await openSession())).context;
  fresh.session.open(fresh.session.drafts.find(({ id }) => id !== context.session.draft.id)?.id ?? '');
  expect(found.beside(fresh, question)).toBeUndefined();
  expect(found.checkNotices(fresh)).toBeUndefined();
});

test('a browser that refuses to save is named where people decide', async () => {
  const { context, found } = await openWith(tool);
  refuseStorage();
  panelOf(context).actions.setAside(reasonAt(context, 0));
  await vi.waitFor(() => expect(found.store.problem).toBe('QuotaExceededError'));
  const sentence = t('proposals.not-saved', { problem: 'QuotaExceededError' });
  expect(textOf(context.foundOf(question)?.panel)).toContain(sentence);
  expect(textOf(found.checkNotices(context)?.top({} as never))).toContain(sentence);
  expect(states(context)[0]).toBe('aside');
});

test('a stage folds what was found behind a summary that counts it', async () => {
  const { context } = await openWith(tool);
  const html = htmlOf(stageScreen(context, question.stage));
  expect(html).toContain(t('proposals.label', { open: t('proposals.open-reasons', { count: 2 }) }));
  expect(html).not.toContain(`<h2 id="${item}-found"`);
});
