// biome-ignore-all format: a state stays on one line
import { expect } from '@playwright/test';
import { writeLink } from '../../src/core/link/write-link.ts';
import type { Proposals } from '../../src/core/proposals/proposals.ts';
import {
  button,
  few,
  file,
  followUp,
  foundByTwo,
  give,
  one,
  pack,
  press,
  type State,
  search,
  seen,
  steps,
  team,
  text,
} from '../support/page-states.ts';
import { reportShown } from '../support/report-shown.ts';
import { answersBy, generateTeam } from '../support/teams.ts';
import { asking, start } from './assessment-states.ts';

// Every kind of page and every state of it that looks different: what accessibility is checked on.
// A new page or a new panel gets a line here, or in assessment-states.ts if it belongs to filling in;
// tests/browser/accessibility.spec.ts and `npm run axe` both read this table.

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
