// biome-ignore-all format: a state stays on one line
import { expect, type Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { parseAnswers } from '../../src/core/answers/parse-answers.ts';
import { startFollowUp } from '../../src/core/assessment/start-follow-up.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import type { Proposals } from '../../src/core/proposals/proposals.ts';
import { agent, agentProposal, keptText, proposalsOf } from '../support/proposals.ts';
import { reportShown } from '../support/report-shown.ts';
import { answersBy, generateTeam } from '../support/teams.ts';
import { revOf } from '../support/today.ts';

// Every kind of page and every state of it that looks different: what accessibility is checked on.
// A new page or a new panel gets a line here; tests/browser/accessibility.spec.ts and `npm run axe` both read this table.

export interface State {
  name: string;
  path: string;
  /** Assessments in this browser, by id. */
  kept?: Record<string, object>;
  /** What was found about their systems: proposals files, by the id of their assessment. */
  found?: Record<string, Proposals[]>;
  /** The browser refuses to save. */
  full?: boolean;
  /** Leads from the loaded page to the state. */
  reach?(page: Page): Promise<void>;
  /** The part that is new in this state; the rest is checked with the page itself. */
  within?: string;
}

const pack = packOf(loadKnowledgeBase());
/** A generated team of one system. */
const team = (seed: number, date = '2026-11-01', more: object = {}) => ({
  ...generateTeam(pack, seed),
  system: 'Parcel times',
  date,
  savedAt: `${date}T10:00:00Z`,
  ...more,
});
/** Answers as the site reads them. */
function parsed(answers: object) {
  const result = parseAnswers(answers, pack);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.value;
}
const one = { a: team(4) };
const level = (item: string, n: number) => ({
  item,
  rev: revOf(item),
  state: 'level',
  level: n,
  at: '2026-11-01T10:00:00Z',
});
const some = (answers: object[], more: object = {}) => ({ ...team(4), answers, ...more });
const few = { a: some([level('fast-idea-to-model', 1), level('frequent-retraining', 2)]) };
/** What a tool and an agent found about one question; the tool found trouble, too. */
const foundByTwo: Proposals[] = [
  proposalsOf(pack, [
    {
      item: 'fast-idea-to-model',
      rev: revOf('fast-idea-to-model'),
      reasons: [
        { says: 'A notebook is scheduled.', file: 'etl/daily.ipynb', cell: 2, line: 1, trouble: true, more: 3 },
      ],
    },
  ]),
  proposalsOf(pack, [agentProposal('fast-idea-to-model', revOf('fast-idea-to-model'), 2)], agent),
];
const file = (name: string, content: object | string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});
const give =
  (...files: ReturnType<typeof file>[]) =>
  (page: Page) =>
    page.locator('input[type=file]').first().setInputFiles(files);
const seen = (selector: string) => (page: Page) => expect(page.locator(selector).first()).toBeVisible();
const press = (selector: string) => (page: Page) => page.locator(selector).first().click();
const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const text = (words: string) => (page: Page) => page.getByText(words).first().click();
/** Opens details that are folded only on narrow pages. */
const unfold = (selector: string) => (page: Page) =>
  page.locator(selector).evaluate((details) => details.setAttribute('open', ''));
/** One step after the other. */
const steps =
  (...all: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const step of all) await step(page);
  };
const search = (words: string) => async (page: Page) => {
  await page.getByRole('combobox').first().fill(words);
  await expect(page.getByRole('listbox')).toBeVisible();
};
const asks = seen('summary:text-is("Keyboard")');
const question = '/assess/quick/fast-idea-to-model/';
const stage = '/assess/full/stage/data-collection-labeling/';
const meeting = '/assess/full/meeting/fast-idea-to-model/';

const plain: readonly string[] = [
  '/',
  '/assess/quick/',
  '/sample/',
  '/sample/invoice-reader/',
  '/knowledge/',
  '/entries/kind/practices/',
  '/entries/long-tail-of-bugs/',
  '/entries/actionable-alerts/',
  '/entries/velocity-and-validation/',
  '/entries/monitoring-response/',
  '/trouble/',
  '/glossary/',
  '/map/',
  '/tensions/',
  '/study/',
  '/study/versions/',
  '/study/literature/',
  '/study/frameworks/',
  '/study/matrix/',
  '/study/transcripts/',
  '/study/claims/',
  '/study/claims/2022-4/',
  '/study/participants/',
  '/study/participants/P8/',
  '/method/',
  '/privacy/',
  '/api/',
  '/404.html',
];

const report: Record<string, Omit<State, 'name' | 'path'>> = {
  full: { kept: one, reach: reportShown },
  'since last time': { kept: { a: team(4), b: team(9, '2026-05-01') }, reach: steps(reportShown, seen('.since')) },
  'without a name': { kept: { a: team(4, '2026-11-01', { system: '' }) }, reach: steps(reportShown, seen('.name-prompt')), within: '.name-prompt' },
  'strong team': { kept: { a: answersBy(pack, ({ kind }) => (kind === 'practice' ? 4 : 0)) }, reach: reportShown },
  'share dialog': {
    kept: one,
    reach: steps(reportShown, button('Share a private link'), (page) =>
      expect(page.locator('.shared-link')).toContainText('#'),
    ),
    within: 'dialog.share',
  },
  'workings of a score': {
    kept: one,
    reach: steps(reportShown, press('.report > .practice-sheet .sheet-wide .sheet-head'), seen('dialog.workings table')),
    within: 'dialog.workings',
  },
  'workings of a signal': {
    kept: one,
    reach: steps(reportShown, press('.signals summary'), press('.signals .explain-button'), seen('dialog.workings table')),
    within: 'dialog.workings',
  },
  'workings of a move': {
    kept: one,
    reach: steps(reportShown, press('.move details.aside > summary'), press('.moves .explain-button'), seen('dialog.workings table')),
    within: 'dialog.workings',
  },
  'an answer': {
    kept: one,
    reach: steps(reportShown, press('.report > .practice-sheet .sheet-wide .sheet-line'), seen('dialog.workings')),
    within: 'dialog.workings',
  },
  'what if': { kept: one, reach: steps(reportShown, button('Try other answers'), seen('.try-out')), within: '.try-out' },
  'page for leadership': { kept: one, reach: steps(reportShown, press('.one-page > summary')), within: '.one-page' },
  files: { kept: one, reach: steps(reportShown, button(/^Download$/), seen('.downloads')), within: '.downloads' },
  'seen differently': { kept: one, reach: steps(reportShown, press('.signal summary')), within: '.signals' },
  'steps of a move': { kept: one, reach: steps(reportShown, press('.move details.aside > summary')), within: '.moves' },
};

/** A follow-up on two promises, of which one is answered. */
const followUp = (() => {
  const decisions = ['central-bug-queue', 'actionable-alerts'].map((practice) => ({
    practice,
    decision: 'do' as const,
    owner: 'Ann',
    due: '2026-09-01',
  }));
  const before = { ...team(4, '2026-05-01'), answers: pack.items.map(({ id }) => level(id, 1)), decisions };
  const made = startFollowUp(parsed(before), '2026-11-01', pack);
  return {
    a: {
      ...made,
      savedAt: '2026-11-01T10:00:00Z',
      answers: made.answers.map((answer) => (answer.item === 'central-bug-queue' ? level(answer.item, 3) : answer)),
    },
  };
})();

const asking: Record<string, State> = {
  'question': { name: '', path: question, reach: asks },
  'question, everything open': {
    name: '', path: question, kept: { a: some([{ ...level('fast-idea-to-model', 1), state: 'na' }]) },
    reach: steps(asks, unfold('.why-we-ask details'), text('Add a note, how sure'), press('summary:text-is("Keyboard")'), seen('.why-we-ask .cite')),
  },
  'question, nothing can be saved': { name: '', path: question, full: true, reach: steps(asks, text('A day or less'), seen('[data-notice=storage]')) },
  'question, a draft set aside': {
    name: '', path: '/assess/quick/check/', kept: { a: { format: 'trivium-answers' } }, reach: seen('[data-notice=set-aside]'), within: '.notices',
  },
  'question, last time': {
    name: '', path: question, kept: { a: some([], { previous: { date: '2026-08-01', answers: [level('fast-idea-to-model', 1)] } }) }, reach: seen('.last-time'),
  },
  'check': { name: '', path: '/assess/quick/check/', kept: few, reach: seen('.check .lead:has-text("2 of 15 answered")') },
  'check, since last time': {
    name: '', path: '/assess/quick/check/', reach: seen('.since'), within: '.check',
    kept: { a: some([level('fast-idea-to-model', 3)], { previous: { date: '2026-08-01', answers: [level('fast-idea-to-model', 1)] } }) },
  },
  'check, questions to read again': {
    name: '', path: '/assess/full/check/', reach: seen('.changed-questions'), within: '.changed-questions',
    kept: { a: some([{ ...level('label-live-data', 3), rev: 0, note: 'as of May' }], { pack: { id: pack.id, version: '0.9.0' } }) },
  },
  'question of a follow-up': { name: '', path: '/assess/full/actionable-alerts/', kept: followUp, reach: seen('.asked-again') },
  'check of a follow-up': { name: '', path: '/assess/full/check/', kept: followUp, reach: steps(seen('.follow-up'), button('Show all answers')) },
  'stage': { name: '', path: stage, kept: few, reach: asks },
  'stage, answered before': { name: '', path: '/assess/full/stage/monitoring-response/', kept: one, reach: seen('.asked:not([open])'), within: '.stage' },
  'question, something found': { name: '', path: question, kept: few, found: { a: foundByTwo }, reach: steps(asks, seen('.findings-panel')), within: '.findings-panel' },
  'question, all found decided': {
    name: '', path: '/assess/quick/fast-idea-to-model/', kept: { a: some([]) }, found: { a: foundByTwo }, within: '.findings-panel',
    reach: steps(button(/^Accept/), button(/^Accept/), button(/^Confirm/), seen('.findings-panel [data-state=confirmed]')),
  },
  'question, no room for a place': {
    name: '', path: question, found: { a: foundByTwo }, within: '.findings-panel',
    kept: { a: some([{ ...level('fast-idea-to-model', 1), evidence: { kind: 'shown', url: 'x'.repeat(1899) } }]) },
    reach: steps(button(/^Accept/), seen('.findings-panel .notice')),
  },
  'question, found, nothing can be saved': {
    name: '', path: question, kept: few, found: { a: foundByTwo }, full: true, reach: steps(button(/^Set aside/), seen('[data-notice=proposals]')), within: '.findings-panel',
  },
  'meeting, something found': { name: '', path: meeting, kept: few, found: { a: foundByTwo }, reach: steps(asks, seen('.findings-panel')), within: '.findings-panel' },
  'stage, something found': {
    name: '', path: '/assess/full/stage/experimentation/', kept: { a: some([]) }, found: { a: foundByTwo }, within: '.asked:has(.findings-panel)',
    reach: steps(asks, press('.asked summary:has-text("Found, not decided")'), seen('.findings-panel li')),
  },
  'check, something found': { name: '', path: '/assess/full/check/', kept: few, found: { a: foundByTwo }, reach: seen('.findings-list li'), within: '.check' },
  'check, a file removed': {
    name: '', path: '/assess/full/check/', kept: few, found: { a: foundByTwo }, reach: steps(button(/^Remove/), seen('.findings-list .undo')), within: '.findings-list',
  },
  'check, found in part': {
    name: '', path: '/assess/full/check/', kept: few, within: '.findings-list', reach: seen('.findings-list [data-notice=lost]'),
    found: { a: [proposalsOf(pack, [agentProposal('no-such-question', 1, 2), agentProposal('fast-idea-to-model', revOf('fast-idea-to-model'), 2)], agent)] },
  },
  'stage, everything open': {
    name: '', path: stage, within: '.asked', kept: { a: some([{ ...level('label-live-data', 1), state: 'na' }]) },
    reach: steps(asks, press('.asked > summary'), press('.asked summary:text-is("Why we ask")'), text('Add a note, how sure'), seen('.asked .cite')),
  },
  'before a meeting': { name: '', path: '/assess/full/meeting/', kept: few, reach: seen('.meeting-agenda') },
  'meeting': { name: '', path: meeting, kept: few, reach: steps(asks, button('Set a timer'), text('How sure you are, and evidence')) },
  'all questions': { name: '', path: '/assess/full/' },
};

const start: Record<string, State> = {
  'start, nothing kept': { name: '', path: '/assess/', reach: seen('.depth') },
  'start, three kept': {
    name: '', path: '/assess/', kept: { a: team(4), b: { ...team(9), system: 'Search' }, c: { ...team(2), system: '' } },
    reach: steps(seen('.draft-list li'), press('.draft-list summary')),
  },
  'start, another name': { name: '', path: '/assess/', kept: few, reach: steps(press('.draft-list summary'), press('[data-act=rename]'), seen('.rename')), within: '.draft-list' },
  'start, deleted': { name: '', path: '/assess/', kept: { ...few, b: team(9) }, reach: steps(press('.draft-list summary'), press('[data-act=remove]'), seen('.undo')), within: '.draft-list' },
  'start, earlier states': {
    name: '', path: '/assess/', kept: few, within: '#import-panel',
    reach: steps(press('[data-act=resume]'), asks, (page) => page.goto('/assess/'), press('.draft-list summary'), press('[data-act=restore]'), seen('#import-panel')),
  },
  'start, what a file would change': {
    name: '', path: '/assess/', kept: { ...few, b: team(9) }, within: '#import-panel',
    reach: steps(seen('.draft-list li'), give(file('a.json', { ...team(9), system: 'Search' })), seen('#import-panel .comparison')),
  },
  'start, a proposals file': {
    name: '', path: '/assess/', kept: { ...few, b: team(9) }, within: '#import-panel', reach: steps(seen('.draft-list li'), give(file('a.json', foundByTwo[1] as Proposals)), seen('#import-panel dl')),
  },
  'start, a newer proposals file': {
    name: '', path: '/assess/', kept: few, found: { a: foundByTwo }, within: '#import-panel',
    reach: steps(seen('.draft-list li'), give(file('a.json', { ...foundByTwo[1], items: foundByTwo[0]?.items }), ), seen('#import-panel')),
  },
  'start, a bad file': { name: '', path: '/assess/', kept: few, reach: steps(seen('.draft-list li'), give(file('a.json', '{')), seen('#import-panel')), within: '#import-panel' },
  'home, to be continued': { name: '', path: '/', kept: few, reach: (page) => expect(page.locator('#continue')).toContainText('answered') },
};

const several: Record<string, State> = {
  'compare, nothing kept': { name: '', path: '/compare/', reach: seen('.import-panel') },
  'compare two': { name: '', path: '/compare/', kept: { a: team(4), b: team(9, '2026-05-01') }, reach: seen('#change') },
  'trend of three': { name: '', path: '/compare/', kept: { a: team(4), b: team(9, '2026-05-01'), c: team(12, '2026-02-01') }, reach: seen('.trend'), within: '.trend' },
  'compare, a bad file': {
    name: '', path: '/compare/', kept: { a: team(4) }, reach: steps(give(file('a.json', '{'), file('b.json', team(9))), seen('#change'), seen('.refused li')), within: '.import-panel',
  },
  'together, nobody yet': { name: '', path: '/together/', reach: steps(seen('.import-panel'), text('Invitation to copy')) },
  'together, three people': {
    name: '', path: '/together/',
    reach: steps(give(file('a.json', team(4)), file('b.json', team(9)), file('c.json', team(12)), file('d.txt', 'Dear all')), seen('.every-question')),
  },
  'teams, made up': { name: '', path: '/teams/', within: '#app', reach: steps(button('Show made-up teams'), seen('.team-lines')) },
  'teams, none yet': { name: '', path: '/teams/', reach: seen('.import-panel input') },
  'teams, nine': {
    name: '', path: '/teams/',
    reach: steps(give(...Array.from({ length: 9 }, (_, seed) => file(`${seed}.json`, { ...team(seed), system: `Team ${seed}` })), file('torn.json', '{')), seen('.team-lines'), (page) => page.getByLabel('Order teams by a score').check(), text('All numbers as a table'), seen('.all-numbers')),
  },
  'teams, too few': {
    name: '', path: '/teams/', within: '#app', reach: steps(give(file('a.json', team(1)), file('b.json', team(2))), seen('.team-lines'), (page) => page.getByLabel('Leave names out').check(), text('fewer than three teams')),
  },
  'open': { name: '', path: '/open/', reach: seen('textarea') },
  'open, a damaged link': { name: '', path: '/open/#broken', reach: seen('[role=alert]') },
  'open, a proposals file': { name: '', path: '/open/', kept: few, reach: steps(give(file('a.json', foundByTwo[1] as Proposals)), seen('#import-panel dl')), within: '.proposals' },
  'open, a link': {
    name: '', path: '/open/',
    reach: async (page) => {
      const code = await writeLink(generateTeam(pack, 3), pack, { name: true, notes: true, decisions: true });
      await page.evaluate((hash) => { location.hash = hash; }, code);
      await reportShown(page);
    },
  },
};

const finding: Record<string, State> = {
  'search, found': { name: '', path: '/study/', reach: search('drift'), within: 'form.search' },
  'search, nothing found': { name: '', path: '/study/', reach: search('zzzdashbord'), within: 'form.search' },
  'entries': { name: '', path: '/entries/', reach: seen('.card') },
  'entries, chosen': {
    name: '', path: '/entries/?kind=pain-point&q=alerts',
    reach: steps(seen('.card mark'), ...['The three Vs', 'Layer'].map((facet) => press(`.facet:not([open]) summary:has-text("${facet}")`))),
  },
  'entries, nothing found': { name: '', path: '/entries/?q=zzzdashbord', reach: seen('.nothing button'), within: 'main' },
  'entry, its citations': { name: '', path: '/entries/alert-fatigue/', reach: text('Cite this entry'), within: '.cite-menu' },
  'map, with an entry chosen': { name: '', path: '/map/#alert-fatigue', reach: steps((page) => expect(page.locator('.edge.is-lit').first()).toBeAttached(), text('The full matrix, for researchers')), within: 'main' },
  'participants, filtered': { name: '', path: '/study/participants/', reach: async (page) => { await page.getByLabel('Role').selectOption('MLE manager'); }, within: 'main' },
  'radar, sorted': { name: '', path: '/method/', reach: button('Sorted'), within: '.radars' },
};

/** All of them. A name is unique. */
export const states: readonly State[] = [
  ...plain.map((path) => ({ name: path, path })),
  ...Object.entries(report).map(([name, rest]) => ({ ...rest, name: `report, ${name}`, path: '/assess/full/report/' })),
  {
    name: 'report, what was promised',
    path: '/assess/full/report/',
    kept: followUp,
    reach: steps(reportShown, seen('.promises'), press('.one-page > summary')),
  },
  { name: 'report, quick', path: '/assess/quick/report/', kept: one, reach: reportShown },
  { name: 'report, not enough known', path: '/assess/quick/report/', kept: few, reach: reportShown },
  ...Object.entries({ ...asking, ...start, ...several, ...finding }).map(([name, state]) => ({ ...state, name })),
];

/** Loads the page of a state and leads it there. */
export async function openState(
  page: Page,
  { path, kept = {}, found = {}, full = false, reach }: State,
): Promise<void> {
  const texts = [
    ...Object.entries(kept).map(([id, answers]) => [`trivium:assessment:${id}`, JSON.stringify(answers)]),
    ...Object.entries(found).map(([id, files]) => [`trivium:proposals:${id}`, keptText(files)]),
  ];
  await page.addInitScript(
    ({ all, refuse }) => {
      if (sessionStorage.getItem('laid-out') === null && localStorage.length === 0)
        for (const [key = '', value = ''] of all) localStorage.setItem(key, value);
      if (refuse)
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      else sessionStorage.setItem('laid-out', 'yes');
    },
    { all: texts, refuse: full },
  );
  await page.goto(path);
  await reach?.(page);
}
