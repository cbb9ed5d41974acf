import type { Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { generateTeam } from './teams.ts';

/** The questions of this version. */
export const pack = packOf(loadKnowledgeBase());
/** A generated team of one system at a date. */
export const team = (seed: number, date: string, more: object = {}) => ({
  ...generateTeam(pack, seed),
  system: 'Parcels',
  date,
  ...more,
});
/** The answers of one person with a role. */
export const person = (seed: number, role: string) => team(seed, '2026-11-20', { respondent: { role } });
/** The title of a question. */
export const titleOf = (id: string | undefined) => pack.items.find((item) => item.id === id)?.title ?? '?';
/** A file as a person chooses it. */
export const fileOf = (name: string, content: object | string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

/** Opens a page with assessments as if they had been made in this browser. */
export async function openWith(page: Page, path: string, kept: Record<string, object>): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate(
    (all) => {
      for (const [id, text] of Object.entries(all)) localStorage.setItem(`trivium:assessment:${id}`, text);
    },
    Object.fromEntries(Object.entries(kept).map(([id, each]) => [id, JSON.stringify(each)])),
  );
  await page.goto(path);
}
