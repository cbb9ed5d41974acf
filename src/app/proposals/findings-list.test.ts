import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dataOf,
  htmlOf,
  openPage,
  openSession,
  refuseStorage,
  storeDraft,
  stubBrowser,
  textOf,
} from '../../../tests/support/assess-page.ts';
import { eventually } from '../../../tests/support/eventually.ts';
import {
  byTool,
  item,
  listOf,
  openWith,
  panelOf,
  question,
  reasonAt,
  rev,
  states,
  take,
} from '../../../tests/support/findings.ts';
import { agent, agentProposal, notebook, pipeline, proposalsOf } from '../../../tests/support/proposals.ts';
import { site } from '../../build/site.ts';
import { checkScreen } from '../assess/check/check-screen.ts';
import { stageScreen } from '../assess/stage/stage-screen.ts';
import { putProposals } from './put-proposals.ts';

const { t } = site;
const { outline, items } = dataOf.full;

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

test('two files beside one assessment are shown together, and what both found names both', async () => {
  const twice = proposalsOf(outline, [{ item, rev, reasons: [pipeline] }], agent);
  const { context } = await openWith(byTool, twice);
  expect(reasonAt(context, 0).sources.map(({ name }) => name)).toEqual(['trivium look', agent.name]);
  expect(states(context)).toHaveLength(2);
});

test('a newer look takes the place of the earlier one, and decisions about what is still there stay', async () => {
  const { context, controller } = await openWith(byTool);
  take(context, 0);
  panelOf(context).actions.setAside(reasonAt(context, 1));
  const moved = proposalsOf(outline, [{ item, rev, reasons: [{ ...pipeline, line: 9 }, notebook] }]);
  await putProposals(controller.store, context.session.draft.id, moved);
  expect(states(context)).toEqual(['taken', 'aside']);
  await putProposals(controller.store, context.session.draft.id, { ...moved, items: [] }, false);
  expect(listOf(context, controller).files).toHaveLength(2);
});

test('proposals for an earlier revision of a question say what was seen, but point to no answer', async () => {
  const { context, controller } = await openWith();
  const stored = proposalsOf({ id: outline.id, version: '1.0.0' }, [agentProposal(item, 0, 3)], agent);
  const kept = {
    format: 'trivium-kept-proposals',
    version: 1,
    files: { a: { at: '2026', proposals: stored } },
    marks: {},
  };
  localStorage.setItem(`trivium:proposals:${context.session.draft.id}`, JSON.stringify(kept));
  expect(controller.store.read(context.session.draft.id).lost).toEqual([]);
  expect(panelOf(context).findings.answers).toEqual([]);
  expect(textOf(context.findingsOf(question)?.panel)).not.toContain('Points to');
  expect(states(context)).toEqual(['open']);
});

test('the check page lists what is not decided by question, and names what only the full assessment asks', async () => {
  const deeper = items.find(({ depth }) => depth === 'full');
  const shallow = items.find(({ depth }) => depth === 'quick');
  if (!deeper || !shallow) throw new Error('Both depths have questions.');
  const { context, controller } = await openWith(
    proposalsOf(
      outline,
      [deeper, shallow].map(({ id, rev: now }) => ({ item: id, rev: now, reasons: [pipeline] })),
    ),
  );
  const at = (depth: 'quick' | 'full') => {
    const page = { ...context, data: dataOf[depth] };
    return textOf(checkScreen(page, depth, [controller.checkNotices(page)]));
  };
  expect(at('full')).toContain(`${deeper.gist} ${t('proposals.open-reasons', { count: 1 })}`);
  expect(at('quick')).toContain(`${shallow.gist} ${t('proposals.open-reasons', { count: 1 })}`);
  expect(at('quick')).toContain(t('proposals.deeper', { count: 1 }));
});

test('a link of the check page leads to the question, and from there back', async () => {
  const { context, controller } = await openWith(byTool);
  const routes: object[] = [];
  context.go = (route) => routes.push(route);
  listOf(context, controller).actions.open(item);
  expect(routes).toEqual([{ view: 'question', depth: 'full', item }]);
  expect(context.state.returnsToCheck).toBe(true);
});

test('a removed file is gone from questions and check page, and can be put back with its decisions', async () => {
  const { context, controller } = await openWith(byTool);
  panelOf(context).actions.setAside(reasonAt(context, 0));
  const [file] = listOf(context, controller).files;
  if (!file) throw new Error('A file lies there.');
  listOf(context, controller).actions.remove(file);
  expect(context.findingsOf(question)).toBeUndefined();
  expect(textOf(controller.checkNotices(context)?.top({} as never))).toContain(
    t('proposals.removed', { name: 'trivium look' }),
  );
  listOf(context, controller).actions.putBack();
  expect(states(context)).toEqual(['aside', 'open']);
});

test('another assessment of this browser shows nothing of it', async () => {
  const { context, controller } = await openWith(byTool);
  await storeDraft({ system: 'Search' });
  const fresh = (await openPage('full', await openSession())).context;
  fresh.session.open(fresh.session.drafts.find(({ id }) => id !== context.session.draft.id)?.id ?? '');
  expect(controller.partsFor(fresh, question)).toBeUndefined();
  expect(controller.checkNotices(fresh)).toBeUndefined();
});

test('a browser that refuses to save is named where people decide', async () => {
  const { context, controller } = await openWith(byTool);
  refuseStorage();
  panelOf(context).actions.setAside(reasonAt(context, 0));
  await eventually(() => expect(controller.store.problem).toBe('QuotaExceededError'));
  const sentence = t('proposals.not-saved', { problem: 'QuotaExceededError' });
  expect(textOf(context.findingsOf(question)?.panel)).toContain(sentence);
  expect(textOf(controller.checkNotices(context)?.top({} as never))).toContain(sentence);
  expect(states(context)[0]).toBe('aside');
});

test('a stage folds the findings behind a summary that counts them', async () => {
  const { context } = await openWith(byTool);
  const html = htmlOf(stageScreen(context, question.stage));
  expect(html).toContain(t('proposals.label', { open: t('proposals.open-reasons', { count: 2 }) }));
  expect(html).not.toContain(`<h2 id="${item}-found"`);
});
