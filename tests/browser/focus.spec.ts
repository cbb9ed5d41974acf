import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { reportShown } from '../support/report-shown.ts';
import { generateTeam } from '../support/teams.ts';

// Where the focus is after an action that removes the button it was on.

const pack = packOf(loadKnowledgeBase());
const team = (seed: number) => ({ ...generateTeam(pack, seed), system: `System ${seed}` });
const file = (seed: number) => ({
  name: `team-${seed}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(team(seed))),
});
const focused = (page: Page) => page.locator(':focus');

test('trying other answers leads to the first one, and back to its button', async ({ page }) => {
  await page.goto('/404.html');
  await page.evaluate(
    (text) => localStorage.setItem('trivium:assessment:a', text),
    JSON.stringify({ ...team(4), savedAt: '2026-11-01T10:00:00Z' }),
  );
  await page.goto('/assess/full/report/');
  await reportShown(page);
  const open = page.getByRole('button', { name: 'Try other answers' });
  await open.focus();
  await page.keyboard.press('Enter');
  const slider = page.getByRole('slider').first();
  await expect(slider).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  const reset = page.getByRole('button', { name: 'Back to your answers' });
  await reset.focus();
  await page.keyboard.press('Enter');
  await expect(slider).toBeFocused();
  await page.getByRole('button', { name: 'Back to the report' }).focus();
  await page.keyboard.press('Enter');
  await expect(open).toBeFocused();
});

test('the first step of an answer that nobody knows leads to the first position', async ({ page }) => {
  const answers = team(4).answers.map(({ item, rev }) => ({ item, rev, state: 'dk' }));
  await page.goto('/404.html');
  await page.evaluate(
    (text) => localStorage.setItem('trivium:assessment:a', text),
    JSON.stringify({ ...team(4), answers, savedAt: '2026-11-01T10:00:00Z' }),
  );
  await page.goto('/assess/full/report/');
  await reportShown(page);
  await page.getByRole('button', { name: 'Try other answers' }).click();
  const sliders = page.getByRole('slider');
  for (const [place, key, position] of [
    [0, 'ArrowRight', '1'],
    [1, 'ArrowLeft', '1'],
    [2, 'Home', '1'],
    [3, 'End', '5'],
  ] as const) {
    await sliders.nth(place).focus();
    await page.keyboard.press(key);
    await expect(sliders.nth(place)).toHaveAttribute('aria-valuenow', position);
  }
});

for (const path of ['/together/', '/teams/', '/compare/'])
  test(`removing files from ${path} leaves the focus in the list, or near to where it was`, async ({ page }) => {
    await page.goto(path);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([file(2), file(4), file(9)]);
    await expect(page.locator('.import-list li')).toHaveCount(3);
    await page.locator('#import-panel').evaluate((panel: HTMLDetailsElement) => {
      panel.open = true;
    });
    const removers = page.locator('.import-list').getByRole('button', { name: /^Remove/ });
    for (const count of [3, 2, 1]) {
      await expect(removers).toHaveCount(count);
      await removers.last().focus();
      await page.keyboard.press('Enter');
      await expect(removers).toHaveCount(count - 1);
      await expect(focused(page)).toHaveCount(1); // not the page
      if (count === 3) await expect(removers.first()).toBeFocused();
    }
  });

test('taking a decision of the group back leads to the heading of its question', async ({ page }) => {
  await page.goto('/together/');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([file(2), file(4)]);
  const question = page.locator('[id^=talk-]').first();
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Take the decision back' }).focus();
  await page.keyboard.press('Enter');
  await expect(question.getByRole('heading')).toBeFocused();
});

test('where the browser does not let us copy, the text is selected, and the page says so', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  for (const path of ['/templates/', '/entries/label-live-data/', '/method/', '/trouble/', '/together/']) {
    await page.goto(path);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const buttons = page.locator('button.copy');
    await expect(buttons.first()).toBeVisible();
    for (const button of await buttons.all()) {
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('#copied')).toContainText('The text is selected');
      const selected = await page.evaluate(() => `${getSelection()}`.replaceAll(/\s+/g, ' ').trim());
      expect(selected).toBe((await button.getAttribute('data-copy'))?.replaceAll(/\s+/g, ' ').trim());
    }
  }
});

test('a note that is emptied keeps the focus, and takes what is typed next', async ({ page }) => {
  await page.goto('/assess/full/label-live-data/');
  await page.getByText('Add a note, how sure you are, or evidence').click();
  const note = page.getByLabel(/^Note/);
  await note.pressSequentially('Old');
  await note.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type('4 of 5 people said so');
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('4 of 5 people said so');
  await page.reload();
  await expect(note).toHaveValue('4 of 5 people said so');
});

test('a field says how much of what is pasted it has no room for', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const ready = page.waitForResponse(/\/once-loaded\./);
  await page.goto('/assess/full/label-live-data/');
  await ready;
  await page.getByText('Add a note, how sure you are, or evidence').click();
  const note = page.getByLabel(/^Note/);
  await note.fill('Minutes: ');
  const paste = async (text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await note.press('ControlOrMeta+v');
  };
  await paste('all of this fits');
  await expect(note).toHaveValue('Minutes: all of this fits');
  await expect(page.locator('.copy-notice')).toBeHidden();
  await paste('x'.repeat(2000));
  await expect(page.locator('.copy-notice')).toContainText('Characters left out at the end: 125.');
});

test('a field says how much of what is dictated or converted by an input method it has no room for', async ({
  page,
}) => {
  const ready = page.waitForResponse(/\/once-loaded\./);
  await page.goto('/assess/full/label-live-data/');
  await ready;
  await page.getByText('Add a note, how sure you are, or evidence').click();
  const note = page.getByLabel(/^Note/);
  const limit = Number(await note.getAttribute('maxlength'));
  const session = await page.context().newCDPSession(page);
  const insert = (text: string) => session.send('Input.insertText', { text });
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const said = page.locator('.copy-notice');
  await note.fill('x'.repeat(limit - 2));
  await compose('にほん'); // longer than what it is converted to
  await insert('日本');
  await expect(note).toHaveValue(/日本$/);
  await expect(said).toBeHidden();
  await note.fill('x'.repeat(limit - 2));
  await compose('にほんご');
  await expect(said).toBeHidden();
  await insert('日本語');
  await expect(note).toHaveValue(/x日本$/);
  await expect(said).toContainText('Characters left out at the end: 1.');
  await note.fill('x'.repeat(limit - 5));
  await insert('the pager was quiet');
  await expect(said).toContainText('Characters left out at the end: 14.');
  await note.evaluate(
    (field: HTMLTextAreaElement, long) => {
      field.value = long; // as a file or link may hold it
    },
    'x'.repeat(limit + 50),
  );
  await insert('two');
  await expect(said).toContainText('Characters left out at the end: 3.');
});

test('a field says how much of what is dropped on it it has no room for', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1600 });
  const ready = page.waitForResponse(/\/once-loaded\./);
  await page.goto('/assess/full/label-live-data/');
  await ready;
  await page.getByText('Add a note, how sure you are, or evidence').click();
  const note = page.getByLabel(/^Note/);
  const heading = page.getByRole('heading', { level: 1 });
  const dragged = (await heading.textContent()) ?? '';
  const limit = Number(await note.getAttribute('maxlength'));
  /** Drags the heading into the note. */
  const dropWithRoom = async (room: number) => {
    await note.fill('x'.repeat(limit - room));
    await heading.evaluate((element) => getSelection()?.selectAllChildren(element));
    await heading.dragTo(note, { sourcePosition: { x: 12, y: 12 }, targetPosition: { x: 12, y: 12 } });
    await expect.poll(async () => (await note.inputValue()).length).toBe(limit);
  };
  await dropWithRoom(dragged.length);
  await expect(page.locator('.copy-notice')).toBeHidden();
  await dropWithRoom(10);
  await expect(page.locator('.copy-notice')).toContainText(`Characters left out at the end: ${dragged.length - 10}.`);
});
