import { expect, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { search } from '../support/search-box.ts';

const kb = loadKnowledgeBase();

test.describe('search from any page', () => {
  test('pages that the query names come first, however the name is written', async ({ page }) => {
    await page.goto('/method/');
    await search(page, 'ｐ１８');
    await expect(page.getByRole('option').first()).toHaveAttribute('href', /\/study\/participants\/P18\/$/);
    await search(page, `the ${kb.firstMinutes?.asked[0]?.toUpperCase()}`);
    await expect(page.getByRole('option').first()).toHaveAttribute('href', /\/trouble\/$/);
  });

  test('only the first characters of a very long query are searched, and the page says so', async ({ page }) => {
    const long = `alert fatigue ${'a7b3c9d2'.repeat(10_000)}`;
    await page.goto('/method/');
    await search(page, long);
    await expect(page.getByRole('option').last()).toHaveText('Only the first 300 characters are searched.');
    await expect(page.locator('form.search [role=status]')).toHaveText(
      /^Only the first 300 characters are searched\. \d+ entr(y|ies) found/,
    );
    await search(page, 'alert fatigue');
    await expect(page.getByRole('option').first()).toContainText('Alert fatigue');
    await page.goto(`/entries/?q=${long.slice(0, 2000)}`);
    await expect(page.locator('#found-count')).toHaveText(/Only the first 300 characters are searched\./);
    expect(new URL(page.url()).searchParams.get('q')).toBe(long.slice(0, 300));
  });

  test('an emoji at the limit of a query is not split', async ({ page }) => {
    const start = `alert fatigue ${'a '.repeat(142)}x`;
    expect(start).toHaveLength(299);
    await page.goto('/method/');
    await search(page, `${start}😀😀`);
    await expect(page.getByRole('option').first()).toContainText('Alert fatigue');
    const all = await page.getByRole('option').last().getAttribute('href');
    expect(new URLSearchParams(all?.split('?')[1]).get('q')).toBe(start);
  });

  test('a search that gets stuck is stopped, and the next one is answered', async ({ page }) => {
    await page.clock.install();
    // A worker that loads but never answers the query "stuck".
    await page.addInitScript(() => {
      const PageWorker = window.Worker;
      window.Worker = class extends PageWorker {
        override postMessage(message: { requestId: number; request: { text: string } }): void {
          if (message.request.text !== 'stuck') {
            super.postMessage(message);
            return;
          }
          const data = { requestId: message.requestId, isStarted: true };
          this.dispatchEvent(new MessageEvent('message', { data }));
          document.documentElement.dataset['stuck'] = '';
        }
      };
    });
    await page.goto('/method/');
    await page.getByRole('combobox').fill('stuck');
    await expect(page.locator('html[data-stuck]')).toBeAttached();
    await page.clock.runFor(10_000);
    await expect(page.locator('form.search [role=status]')).toHaveText(/took too long/);
    await search(page, 'drift');
    await expect(page.getByRole('option').first()).toBeVisible();
  });

  test('if nothing is found, the page says so, with similar words', async ({ page }) => {
    await page.goto('/method/');
    await search(page, 'zzzdashbord');
    await expect(page.getByRole('option')).toHaveText(/Nothing found for "zzzdashbord".*dashboard/);
  });

  test('text that looks like markup is searched for as text', async ({ page }) => {
    await page.goto('/entries/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E');
    await expect(page.locator('#find')).toHaveValue('<img src=x onerror=alert(1)>');
    await expect(page.locator('#found-count')).toHaveText(/found|All/);
    await expect(page.locator('main img')).toHaveCount(0);
  });
});
