import { expect, type Page } from '@playwright/test';
import { packVersion, revOf } from './today.ts';

/** The question that these tests answer. */
export const item = 'fast-idea-to-model';
/** One of its answers. */
export const radio = (page: Page, place: number) => page.getByRole('radio').nth(place);
/** Opens that question. */
export const visit = async (page: Page) => {
  await page.goto(`/assess/quick/${item}/`);
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
};
/** What is stored under a prefix, once all pending changes are written. */
export const kept = (page: Page, prefix = 'trivium:assessment:') =>
  page.evaluate(async (start) => {
    await navigator.locks.request('trivium', () => undefined);
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? ''));
  }, prefix);
const base = { format: 'trivium-answers', version: 1, pack: { id: 'trivium-practices', version: packVersion } };
/** An answer with a level. */
export const level = (id: string, n: number, more: object = {}) => ({
  item: id,
  rev: revOf(id),
  state: 'level',
  level: n,
  ...more,
});
/** Chooses a file with a text. */
export const chooseFile = (page: Page, text: string, name = 'answers.json') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
/** The start page with one assessment of two answers. */
export async function withParcels(page: Page): Promise<void> {
  await page.goto('/');
  await page.evaluate(
    (text) => localStorage.setItem('trivium:assessment:parcels', text),
    JSON.stringify({
      ...base,
      system: 'Parcels',
      date: '2026-11-01',
      answers: [
        level(item, 1, { at: '2026-11-01T10:00:00Z' }),
        level('frequent-retraining', 2, { at: '2026-11-03T10:00:00Z' }),
      ],
    }),
  );
  await page.goto('/assess/');
  await expect(page.locator('.draft-list strong')).toHaveText('Parcels');
}
/** A file about another system, with three answers. */
export const file = {
  ...base,
  system: 'Parcel times',
  date: '2026-11-02',
  answers: [
    level(item, 3, { at: '2026-11-02T10:00:00Z', note: 'Seen it' }),
    level('frequent-retraining', 0, { at: '2026-11-02T10:00:00Z' }),
    level('fallback-models', 4, { at: '2026-11-02T10:00:00Z' }),
  ],
};
