// biome-ignore-all format: a state stays on one line
import { expect } from '@playwright/test';
import type { Proposals } from '../../src/core/proposals/proposals.ts';
import {
  asks,
  button,
  few,
  file,
  followUp,
  foundByTwo,
  give,
  level,
  one,
  pack,
  press,
  type State,
  seen,
  some,
  steps,
  team,
  text,
  unfold,
} from '../support/page-states.ts';
import { agent, agentProposal, proposalsOf } from '../support/proposals.ts';
import { revOf } from '../support/today.ts';

const question = '/assess/quick/fast-idea-to-model/';
const stage = '/assess/full/stage/data-collection-labeling/';
const meeting = '/assess/full/meeting/fast-idea-to-model/';

/** The states of questions, stages, meetings and the check. */
export const asking: Record<string, State> = {
  'question': { name: '', path: question, reach: asks },
  'question, everything open': {
    name: '', path: question, kept: { a: some([{ ...level('fast-idea-to-model', 1), state: 'na' }]) },
    reach: steps(asks, unfold('.why-we-ask details'), text('Add a note, how sure'), press('summary:text-is("Keyboard")'), seen('.why-we-ask .cite')),
  },
  'question, nothing can be saved': { name: '', path: question, full: true, reach: steps(asks, text('A day or less'), seen('[data-notice=storage]')) },
  'question, a draft set aside': {
    name: '', path: '/assess/quick/check/', kept: { a: { format: 'trivium-answers' } }, reach: seen('[data-notice=set-aside]'), within: '#notices',
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

/** The states of the start page, and of the home page with an assessment to be continued. */
export const start: Record<string, State> = {
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
