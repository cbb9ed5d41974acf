import { expect, test } from '@playwright/test';
import { watchTabs } from '../support/opened-tabs.ts';
import { search } from '../support/search-box.ts';

test.describe('search from any page', () => {
  test('/ goes to the field, arrows move through options, Enter opens one', async ({ page }) => {
    await page.goto('/method/');
    await page.keyboard.press('/');
    const field = page.getByRole('combobox');
    await expect(field).toBeFocused();
    await page.keyboard.type('pager all night');
    await expect(page.getByRole('option').first()).toContainText('Alert fatigue');
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowDown');
    const first = page.getByRole('option').first();
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(field).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '');
    await page.keyboard.press('End');
    await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Home');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/entries/alert-fatigue/');
  });

  test('results that are asked for twice do not lose the option that is active', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, { answers: 0 });
      window.Worker = class extends Worker {
        constructor(...source: ConstructorParameters<typeof Worker>) {
          super(...source);
          this.addEventListener('message', () =>
            Object.assign(window, { answers: Reflect.get(window, 'answers') + 1 }),
          );
        }
      };
    });
    const answers = () => page.evaluate(() => Reflect.get(window, 'answers') as number);
    await page.goto('/method/');
    await search(page, 'drift');
    await page.keyboard.press('ArrowDown');
    const first = page.getByRole('option').first();
    await expect(first).toHaveAttribute('aria-selected', 'true');
    const before = await answers();
    await page.getByRole('combobox').dispatchEvent('input');
    await expect.poll(answers).toBeGreaterThan(before);
    await expect(first).toHaveAttribute('aria-selected', 'true');
  });

  test('Escape closes the list, then empties the field; the focus stays', async ({ page }) => {
    await page.goto('/method/');
    await search(page, 'drift');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(page.getByRole('combobox')).toHaveValue('drift');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox')).toHaveValue('');
    await expect(page.getByRole('combobox')).toBeFocused();
  });

  test('results that come after the person has moved on open nothing', async ({ page }) => {
    // Counts what the worker has answered, with a listener that runs before the one of the page.
    await page.addInitScript(() => {
      const PageWorker = window.Worker;
      window.Worker = class extends PageWorker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          this.addEventListener('message', ({ data }) => {
            if ('result' in data) document.documentElement.dataset['answered'] = '';
          });
        }
      };
    });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/search/index.json', (route) => held.then(() => route.continue()));
    await page.goto('/method/');
    await page.getByRole('combobox').fill('drift');
    await page.keyboard.press('Tab');
    release();
    await expect(page.locator('html[data-answered]')).toBeAttached();
    await expect(page.getByRole('listbox')).toBeHidden();
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('listbox')).toBeVisible();
  });

  test('a settled query is announced once, with its count', async ({ page }) => {
    await page.clock.install();
    await page.goto('/method/');
    await page.evaluate(() => {
      const status = document.querySelector('form.search [role=status]') as HTMLElement;
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, { childList: true });
    });
    await page.getByRole('combobox').pressSequentially('drift', { delay: 30 });
    await expect(page.locator('form.search [role=status]')).toHaveText(/\d+ entries found/);
    await page.clock.runFor(5000); // anything still pending would be announced by now
    const said = await page.evaluate(() => Reflect.get(window, 'said') as string[]);
    expect(said.filter((sentence) => sentence !== '')).toHaveLength(1);
  });

  test('results are links: middle click, Ctrl+click and Ctrl+Enter open a new tab; a click stays in this one', async ({
    page,
  }) => {
    await page.goto('/method/');
    await search(page, 'alert fatigue');
    const result = page.getByRole('option').first();
    const entry = '/entries/alert-fatigue/';
    const opensTab = await watchTabs(page);
    await opensTab(() => result.click({ button: 'middle' }), entry);
    await opensTab(() => result.click({ modifiers: ['ControlOrMeta'] }), entry);
    await page.keyboard.press('ArrowDown');
    await opensTab(() => page.keyboard.press('Control+Enter'), entry);
    await expect(page).toHaveURL('/method/');
    await expect(page.getByRole('combobox')).toBeFocused();
    await result.click();
    await expect(page).toHaveURL(entry);
  });

  test('the last result, which leads to all results, is a link too', async ({ page }) => {
    await page.goto('/method/');
    await search(page, 'model');
    await expect(page.getByRole('option').last()).toHaveAttribute('href', /\/entries\/\?q=model$/);
  });

  test('where the browser has no workers, the list says so and leads to all entries', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
    await page.goto('/method/');
    await search(page, 'drift');
    const option = page.getByRole('option');
    await expect(option).toHaveText(/^The search could not be loaded\. The list of all entries works without it\.$/);
    await expect(page.locator('form.search [role=status]')).toHaveText(/^The search could not be loaded/);
    await option.click();
    await expect(page).toHaveURL(/\/entries\/\?q=drift$/);
    await expect(page.locator('.cards > li').first()).toBeVisible();
    await expect(page.locator('#found-count')).toHaveText(/^The search could not be loaded/);
  });

  test('nothing is loaded for it before the field has the focus, and only our own files then', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/entries/alert-fatigue/', { waitUntil: 'networkidle' });
    expect(asked.filter((url) => url.includes('/search/'))).toEqual([]);
    await search(page, 'labels');
    expect(asked.filter((url) => url.includes('/search/'))).toHaveLength(2);
    expect(asked.filter((url) => !url.startsWith('http://127.0.0.1:'))).toEqual([]);
  });
});
