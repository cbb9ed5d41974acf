import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, level, openPage, openSession, storeDraft, textOf } from '../../../../tests/support/assess-page.ts';
import { actionsOf, rowsOf, stubStartPage } from '../../../../tests/support/start-page.ts';
import { site } from '../../../build/site.ts';
import { emptyDraft } from '../../storage/draft.ts';
import { startScreen } from './start-screen.ts';

// data-files.ts looks for the element of the app when it loads.
vi.hoisted(() => Object.assign(globalThis, { document: { getElementById: () => null } }));

const { t } = site;
const { quick } = dataOf;
const [first, second] = quick.items;
if (!first || !second) throw new Error('The quick check has questions.');

beforeEach(stubStartPage);
afterEach(() => vi.unstubAllGlobals());

test('snapshots of a draft can be restored, also after the draft itself is gone', async () => {
  const id = await storeDraft({ system: 'Ranking', answers: [level(first, 1)] });
  const page = await openPage(); // opening a draft keeps a snapshot of it
  page.context.session.setAnswer(level(first, 4));
  localStorage.removeItem(`trivium:assessment:${id}`);
  const laterPage = await openPage('quick', await openSession());
  expect((await rowsOf(laterPage))[0]).toContain(t('start.gone'));
  actionsOf(laterPage).restore(id);
  const panel = textOf(await startScreen(laterPage.context));
  expect(panel).toContain(t('drafts.earlier-title', { system: 'Ranking' }));
  expect(panel).toContain(t('drafts.earlier-answers', { count: 1 }));
});

test('an earlier state shows the local day and time at which it was saved', async () => {
  vi.stubEnv('TZ', 'America/New_York');
  vi.useFakeTimers({ now: new Date('2026-11-29T03:30:00Z'), toFake: ['Date'] });
  const id = await storeDraft({ system: 'Ranking', answers: [level(first, 1)] });
  const page = await openPage();
  actionsOf(page).restore(id);
  const panel = textOf(await startScreen(page.context));
  vi.useRealTimers();
  vi.unstubAllEnvs();
  expect(panel).toContain('28 Nov 2026, 22:30');
  expect(page.context.session.draft.answers.date).toBe('2026-11-28');
});

const importOf = (system: string) => {
  const { answers } = emptyDraft(quick.outline);
  return { ...answers, system, answers: [level(first, 3), level(second, 3)] };
};

test('an imported file is compared with a draft, and can be added, merged or put in its place', async () => {
  const id = await storeDraft({ system: 'Ranking', answers: [level(first, 1)] });
  const page = await openPage();
  page.context.state.panel = { kind: 'import', answers: importOf('Ranking'), lost: [], targetId: id };
  const panel = textOf(await startScreen(page.context));
  expect(panel).toContain(t('drafts.import-title', { system: 'Ranking' }));
  expect(panel).toContain(t('drafts.added', { count: 1 }));
  expect(panel).toContain(second.gist);
  expect(panel).toContain(t('drafts.different', { count: 1 }));
  expect(panel).toContain(`${t('drafts.here')} ${first.anchors[1]}`);
  expect(panel).toContain(`${t('drafts.in-file')} ${first.anchors[3]}`);
  for (const name of ['merge', 'replace']) expect(panel).toContain(t(`drafts.${name}`, { system: 'Ranking' }));
});

test('without a draft an imported file can only be added', async () => {
  const { context } = await openPage();
  context.state.panel = {
    kind: 'import',
    answers: importOf('Search'),
    lost: [{ place: 'review', problem: 'Found "x".', raw: 'x' }],
    targetId: undefined,
  };
  const panel = textOf(await startScreen(context));
  expect(panel).toContain(t('drafts.new'));
  expect(panel).toContain(`${t('lost.given')} review : Found "x". x ${t('lost.download')}`);
  expect(panel).not.toContain(t('drafts.merge-means'));
});

test('a refused file says why', async () => {
  const { context } = await openPage();
  context.state.panel = { kind: 'refused', title: t('drafts.refused-title'), problem: 'It is too large.' };
  expect(textOf(await startScreen(context))).toContain(`${t('drafts.refused-title')} It is too large.`);
});
