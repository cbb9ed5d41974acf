import { expect, type Page, test } from '@playwright/test';

// Keyboard layouts of other languages, and input methods, which use Enter and Escape themselves.

const storedNames = (page: Page) =>
  page.evaluate(async () => {
    await navigator.locks.request('trivium', () => undefined);
    const texts = Object.keys(localStorage).filter((key) => key.startsWith('trivium:assessment:'));
    return texts.map((key) => JSON.parse(localStorage.getItem(key) ?? '').system);
  });

/** Dispatches a key press as the browser reports it from another keyboard layout. */
const press = (page: Page, key: string, code: string, parts: Record<string, boolean | number> = {}) =>
  page.evaluate(
    (init) => {
      const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true, composed: true });
      document.activeElement?.dispatchEvent(event);
    },
    { key, code, ...parts },
  );

test('Enter and Escape of an input method neither save nor discard a name', async ({ page }) => {
  await page.goto('/assess/');
  await page.getByLabel('Name of the system').fill('Ranking');
  await page.locator('.draft-list summary').click();
  await page.getByRole('button', { name: /^Rename/ }).click();
  const name = page.locator('.rename input[type=text]');
  await expect(name).toBeFocused();
  await name.fill('');
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await compose('すいせん');
  await press(page, 'Enter', 'Enter', { isComposing: true, keyCode: 229 });
  await press(page, 'Escape', 'Escape', { isComposing: true, keyCode: 229 });
  await expect(name).toHaveValue('すいせん');
  await session.send('Input.insertText', { text: '推薦' });
  await press(page, 'Enter', 'Enter', { keyCode: 229 }); // as Safari reports the key that ends a composition
  await press(page, 'Escape', 'Escape', { keyCode: 229 });
  await expect(name).toHaveValue('推薦');
  expect(await storedNames(page)).toEqual(['Ranking']);
  await page.keyboard.press('Enter');
  await expect(page.locator('.draft-list strong')).toHaveText('推薦');
  expect(await storedNames(page)).toEqual(['推薦']);
});

test('in a meeting, the same keys choose answers and open the note on every keyboard layout', async ({ page }) => {
  await page.goto('/assess/full/meeting/label-live-data/');
  const question = page.getByRole('heading', { level: 1 });
  await expect(question).toBeFocused();
  const radios = page.getByRole('radio');
  await press(page, '"', 'Digit3'); // French
  await expect(radios.nth(2)).toBeChecked();
  await press(page, '٤', 'Numpad4'); // Arabic
  await expect(radios.nth(3)).toBeChecked();
  await press(page, '?', 'Digit7', { shiftKey: true }); // Russian
  await expect(page.getByRole('radio', { name: "I don't know" })).toBeChecked();
  await press(page, '§', 'Digit3', { shiftKey: true }); // German
  await press(page, '2', 'Digit2', { modifierAltGraph: true });
  await expect(page.getByRole('radio', { name: "I don't know" })).toBeChecked();
  for (const key of ['т', 'N', 'n']) {
    await question.focus();
    await press(page, key, 'KeyN');
    await expect(page.getByLabel('Note')).toBeFocused();
  }
  await press(page, '4', 'Digit4');
  await expect(page.getByRole('radio', { name: "I don't know" })).toBeChecked();
});

/** Holds a key for as long as 20 presses take, as a keyboard reports it. */
async function hold(page: Page, key: string): Promise<void> {
  for (let time = 0; time < 20; time += 1) {
    await page.keyboard.down(key);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(undefined))));
  }
  await page.keyboard.up(key);
}

test('a digit that is held down answers one question, also where choosing leads to the next', async ({ page }) => {
  await page.goto('/404.html');
  await page.evaluate(() => localStorage.setItem('trivium:advance', 'on'));
  await page.goto('/assess/quick/fast-idea-to-model/');
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  await page.getByRole('radio').first().focus();
  await hold(page, '3');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused(); // the next question
  const answers = await page.evaluate(async () => {
    await navigator.locks.request('trivium', () => undefined);
    const key = Object.keys(localStorage).find((name) => name.startsWith('trivium:assessment:')) ?? '';
    return JSON.parse(localStorage.getItem(key) ?? '').answers;
  });
  expect(answers).toMatchObject([{ item: 'fast-idea-to-model', level: 2 }]);
});

for (const key of ['Enter', 'PageDown'])
  test(`in a meeting, ${key} that is held down leads to the next question and no further`, async ({ page }) => {
    await page.goto('/assess/full/meeting/fast-idea-to-model/');
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toBeFocused();
    const next = await page.locator('.steps .primary').getAttribute('href');
    await hold(page, key);
    await expect(page).toHaveURL(new RegExp(`${next}$`));
    await expect(heading).toBeFocused();
  });
