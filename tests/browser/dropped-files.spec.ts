import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { fileOf } from '../support/teams-in-files.ts';

// What the pages say that take many files: that they are reading them, and which they could not read.

/** Drops files and folders of this machine onto the field for files, as a person does. */
async function drop(page: Page, files: string[]): Promise<void> {
  const input = page.locator('input[type=file]').first();
  await input.scrollIntoViewIfNeeded();
  const field = await input.boundingBox();
  if (!field) throw new Error('The page has a field for files.');
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: field.x + 10,
      y: field.y + 10,
      data: { items: [], files, dragOperationsMask: 1 },
    });
}

for (const path of ['/teams/', '/together/', '/compare/']) {
  test(`${path} says at once how many files it reads, until it has read them`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('.import-panel [role=status]')).toBeAttached();
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const panel = document.querySelector('.import-panel') as Element;
      const note = () => said.push(panel.querySelector('[role=status]')?.textContent ?? '');
      new MutationObserver(note).observe(panel, { childList: true, subtree: true, characterData: true });
    });
    await page.locator('input[type=file]').setInputFiles(Array.from({ length: 40 }, (_, n) => fileOf(`${n}.json`, {})));
    await expect(page.getByText('40 were not.')).toBeVisible();
    expect(await page.evaluate(() => Reflect.get(window, 'said')[0])).toBe('Reading 40 files …');
    await expect(page.locator('.import-panel')).not.toContainText('Reading');
  });

  test(`${path} names a folder that is dropped, beside a file, and says what to do`, async ({ page }, info) => {
    const folder = info.outputPath('all-teams');
    mkdirSync(folder, { recursive: true });
    writeFileSync(info.outputPath('notes.json'), '{}');
    await page.goto(path);
    await expect(page.getByLabel('Choose files, or drop them here')).toBeVisible();
    await drop(page, [folder, info.outputPath('notes.json')]);
    await expect(page.locator('.refused li')).toHaveCount(2);
    await expect(page.locator('.refused li').first()).toHaveText(
      /^all-teams .*If it is a folder, choose the files in it;/,
    );
  });
}

for (const [path, shown] of [
  ['/assess/', '#import-panel'],
  ['/open/', '[role=alert]'],
] as const) {
  test(`${path} says that it opens one file at a time when several are dropped`, async ({ page }, info) => {
    const files = ['a.json', 'b.json', 'c.json'].map((name) => info.outputPath(name));
    for (const file of files) writeFileSync(file, '{}');
    await page.goto(path);
    await expect(page.locator('input[type=file]')).toBeVisible();
    await drop(page, files);
    await expect(page.locator(shown)).toContainText('These are 3 files');
    await drop(page, files.slice(0, 1));
    await expect(page.locator(shown)).not.toContainText('These are');
  });
}
