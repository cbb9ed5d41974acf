import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dataOf,
  htmlOf,
  level,
  openPage,
  storeDraft,
  type TestPage,
  textOf,
} from '../../../../tests/support/assess-page.ts';
import { eventually } from '../../../../tests/support/eventually.ts';
import { actionsOf, rowsOf, stubStartPage } from '../../../../tests/support/start-page.ts';
import { site } from '../../../build/site.ts';
import { startScreen, staticStart } from './start-screen.ts';

// data-files.ts looks for the element of the app when it loads.
vi.hoisted(() => Object.assign(globalThis, { document: { getElementById: () => null } }));

const { t } = site;
const quick = dataOf.quick;
const full = dataOf.full;
const [first, second] = quick.items;
const fullOnly = full.items.find(({ depth }) => depth === 'full');
if (!first || !second || !fullOnly) throw new Error('Both depths have questions.');

beforeEach(stubStartPage);
afterEach(() => vi.unstubAllGlobals());

const systems = ({ context }: TestPage) => context.session.drafts.map(({ answers }) => answers.system);

test('without a draft the list is hidden and both depths can be started', async () => {
  const { context } = await openPage();
  const screen = await startScreen(context);
  expect(htmlOf(screen)).toContain('<section class="draft-list" hidden>');
  for (const depth of ['quick', 'full']) expect(textOf(screen)).toContain(t(`start.start-${depth}`));
  expect(htmlOf(screen)).toContain('type="file"');
});

test('drafts are listed newest first, with depth, progress and what can be done with each', async () => {
  const oldDate = new Date('2026-11-20T10:00:00Z');
  vi.useFakeTimers({ now: oldDate, toFake: ['Date'] });
  await storeDraft({ system: 'Ranking', answers: [level(first, 1)] });
  vi.setSystemTime(oldDate.getTime() + 1000);
  await storeDraft({ system: 'Fraud', answers: [level(first, 1), level(fullOnly, 2)] });
  vi.setSystemTime(oldDate.getTime() + 2000);
  await storeDraft({ system: ' \u3164' });
  const page = await openPage();
  vi.useRealTimers();
  const rows = await rowsOf(page);
  const texts = rows.map((row) => row.replaceAll(/<[^>]+>/g, ' '));
  expect(rows).toHaveLength(3);
  expect(texts[0]).toContain(t('start.unnamed'));
  expect(texts[0]).toContain(t('start.begin'));
  expect(texts[0]).toContain(t('start.open'));
  expect(rows[0]).not.toContain('data-act="report"');
  expect(texts[1]).toContain('Fraud');
  expect(texts[1]).toContain(t('start.full'));
  expect(texts[1]).toContain(`2 of ${full.items.length}`);
  expect(texts[2]).toContain('Ranking');
  expect(texts[2]).toContain(`1 of ${quick.items.length}`);
  for (const name of ['resume', 'report', 'again', 'rename', 'duplicate', 'download', 'remove'])
    expect(rows[2]).toContain(`data-act="${name}"`);
  expect(rows[2]).not.toContain('data-act="restore"');
});

test('deleting a draft leaves a way to undo it in its place, and undoing brings it back', async () => {
  const id = await storeDraft({ system: 'Ranking', answers: [level(first, 1)] });
  const page = await openPage();
  actionsOf(page).remove(id);
  expect(systems(page)).toEqual([]);
  expect((await rowsOf(page))[0]).toContain(t('start.deleted', { system: 'Ranking' }));
  expect(page.context.session.announcement).toBe(t('start.deleted', { system: 'Ranking' }));
  expect(page.focuses).toEqual(['.undo button']);
  actionsOf(page).undo();
  expect(systems(page)).toEqual(['Ranking']);
  expect(page.context.session.answerOf(first.id)).toMatchObject({ level: 1 });
  expect(page.focuses.at(-1)).toBe(`#kept-${id} strong`);
});

test('a draft is renamed in its row; cancelling leaves it as it was', async () => {
  const id = await storeDraft({ system: 'Ranking', date: '2026-01-02' });
  const page = await openPage();
  actionsOf(page).rename(id);
  expect((await rowsOf(page))[0]).toMatch(/<input[^>]*value="Ranking"/);
  actionsOf(page).cancelRename(id);
  expect(systems(page)).toEqual(['Ranking']);
  actionsOf(page).saveName(id, 'Search', '');
  expect(page.context.state.panel).toBeUndefined();
  expect(page.context.session.draft.answers).toMatchObject({ system: 'Search' });
  expect(page.context.session.draft.answers.date).toBeUndefined();
  expect(page.focuses.at(-1)).toBe(`#kept-${id} [data-act=rename]`);
});

test('a copy has its own name; a new round shows the old answers as hints', async () => {
  const id = await storeDraft({ system: 'Ranking', date: '2026-01-02', answers: [level(first, 1)] });
  const page = await openPage();
  actionsOf(page).duplicate(id);
  expect(systems(page)).toEqual([t('start.copy-name', { system: 'Ranking' }), 'Ranking']);
  actionsOf(page).again(id);
  await eventually(() => expect(systems(page)).toHaveLength(3));
  expect(page.context.session.draft.answers.previous?.answers).toMatchObject([{ item: first.id, level: 1 }]);
  expect(textOf(await startScreen(page.context))).toContain(t('start.hints', { date: '2 Jan 2026' }));
});

test('two presses start one new round, however long its script takes', async () => {
  const id = await storeDraft({ system: 'Search', answers: [level(first, 1)] });
  const page = await openPage();
  vi.useFakeTimers({ toFake: ['Date'] });
  for (const time of [0, 1500, 9000]) {
    vi.setSystemTime(1_790_000_000_000 + time);
    actionsOf(page).again(id);
  }
  vi.useRealTimers();
  await vi.dynamicImportSettled();
  await eventually(() => expect(page.focuses).toHaveLength(1));
  expect(systems(page)).toEqual(['Search', 'Search']);
});

test('the report and the questions of a draft open at its depth', async () => {
  const id = await storeDraft({ answers: [level(fullOnly, 1)] });
  const page = await openPage();
  actionsOf(page).report(id);
  expect(page.routes).toEqual([{ view: 'report', depth: 'full' }]);
});

test('the scope card shows and changes what describes the system', async () => {
  await storeDraft({ system: 'Ranking', scope: { boundary: 'model and features' }, context: { serving: 'online' } });
  const { context } = await openPage();
  const html = htmlOf(await startScreen(context));
  expect(html).toContain('value="Ranking"');
  expect(html).toContain('value="model and features"');
  expect(html).toMatch(/<option(?=[^>]* selected)[^>]*value="online"/);
});

test('the scope card also has what is at stake, the kind of model, and a team of one', async () => {
  await storeDraft({ stakes: 'Refunds & trust', context: { model: 'hosted', teamSize: 'alone' } });
  const html = htmlOf(await startScreen((await openPage()).context));
  expect(html).toContain('value="Refunds &amp; trust"');
  for (const value of ['hosted', 'alone'])
    expect(html).toMatch(new RegExp(`<option(?=[^>]* selected)[^>]*value="${value}"`));
  for (const value of ['train', 'adapt', 'small', 'medium', 'large']) {
    expect(html).toMatch(new RegExp(`<option[^>]*value="${value}"`));
    expect(html).not.toMatch(new RegExp(`<option(?=[^>]* selected)[^>]*value="${value}"`));
  }
});

test('the served page can be read but not filled in', () => {
  const screen = staticStart(site, quick);
  expect(textOf(screen)).toContain(t('start.needs-script'));
  expect(htmlOf(screen)).not.toMatch(/<(input|select)(?![^>]* disabled)/);
});
