import type { Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import type { Proposals } from '../../src/core/proposals/proposals.ts';
import { agent, agentProposal, keptText, notebook, pipeline, proposalsOf } from './proposals.ts';
import { generateTeam } from './teams.ts';
import { revOf } from './today.ts';

/** The questions of this version. */
export const pack = packOf(loadKnowledgeBase());
/** The question about which something was found. */
export const item = 'fast-idea-to-model';
/** Its page. */
export const question = `/assess/quick/${item}/`;
/** Its revision. */
export const rev = revOf(item);
/** What lists call the question. */
export const gist = loadKnowledgeBase().questions.get(item)?.gist ?? '';
/** Places that a look has found. */
export const look = proposalsOf(pack, [{ item, rev, reasons: [pipeline, notebook] }]);
/** An answer that an agent proposes. */
export const byAgent = proposalsOf(pack, [agentProposal(item, rev, 3)], agent);
const team = { ...generateTeam(pack, 4), system: 'Parcels', date: '2026-11-01' };
const open = { ...team, answers: team.answers.filter((answer) => answer.item !== item) };

const file = (content: object | string, name = 'found.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});
/** Chooses a file. */
export const chooseFile = (page: Page, content: object | string) =>
  page.locator('input[type=file]').setInputFiles(file(content));
/** Drops a file on a part of the page. */
export const dropFile = async (page: Page, selector: string, content: object) => {
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'found.json', { type: 'application/json' }));
    return transfer;
  }, JSON.stringify(content));
  await page.dispatchEvent(selector, 'drop', { dataTransfer: data });
};
/** A browser that keeps an assessment, with these files beside it. */
export async function keepProposals(page: Page, files: readonly Proposals[], answers: object = open): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate(
    ([draft, found]) => {
      localStorage.setItem('trivium:assessment:a', draft);
      if (found !== '') localStorage.setItem('trivium:proposals:a', found);
    },
    [JSON.stringify(answers), files.length > 0 ? keptText(files) : ''] as const,
  );
}
/** How many texts are stored under a prefix, once all pending changes are written. */
export const countStored = (page: Page, prefix: string) =>
  page.evaluate(async (start) => {
    await navigator.locks.request('trivium', () => undefined);
    return Object.keys(localStorage).filter((key) => key.startsWith(start)).length;
  }, prefix);
/** The row of a place or a proposed answer. */
export const rowOf = (page: Page, words: string) => page.locator('.findings-panel li', { hasText: words });
/** The button that takes a decision back. */
export const undo = { name: /^Undo/ };
