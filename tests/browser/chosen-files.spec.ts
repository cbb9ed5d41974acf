import { expect, test } from '@playwright/test';
import { chooseFile, file, item, kept, level, withParcels } from '../support/stored-parcels.ts';

test('a file shows what it would change before anything does, then merges: the later answer stays', async ({
  page,
}) => {
  await withParcels(page);
  const before = await kept(page);
  await chooseFile(page, JSON.stringify(file));
  const panel = page.locator('#import-panel');
  await expect(panel.getByRole('heading')).toBeFocused();
  await expect(panel).toContainText('A file with answers for Parcel times');
  await expect(panel).toContainText('Dated 2 Nov 2026, with 3 answers.');
  await expect(panel).toContainText('0 answers are the same.');
  await expect(panel).toContainText('1 answer is only in the file:');
  await expect(panel).toContainText('2 answers are different:');
  await expect(panel.locator('dl')).toContainText('Note: Seen it');
  expect(await kept(page)).toEqual(before);
  await panel.getByRole('button', { name: 'Merge into Parcels' }).click();
  await expect
    .poll(async () => (await kept(page))[0].answers)
    .toMatchObject([
      { item: 'fallback-models', level: 4 },
      { item, level: 3 },
      { item: 'frequent-retraining', level: 2 },
    ]);
  expect((await kept(page))[0].system).toBe('Parcels');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () =>
      (await kept(page))[0].answers.map(({ state, level: n }: { state: string; level?: number }) => n ?? state),
    )
    .toEqual(['unanswered', 1, 2]);
});

test('a file can replace an assessment or be added beside it', async ({ page }) => {
  await withParcels(page);
  await chooseFile(page, JSON.stringify({ ...file, answers: [level(item, 4)] }));
  await page.getByRole('button', { name: 'Replace Parcels' }).click();
  await expect
    .poll(async () => (await kept(page))[0].answers)
    .toMatchObject([
      { item, level: 4 },
      { item: 'frequent-retraining', state: 'unanswered' },
    ]);
  expect((await kept(page))[0].system).toBe('Parcel times');
  expect((await kept(page, 'trivium:snapshot:'))[0].system).toBe('Parcels');
  await chooseFile(page, JSON.stringify({ ...file, system: 'Search' }));
  await page.getByRole('button', { name: 'Add as a new assessment' }).click();
  await expect.poll(async () => (await kept(page)).length).toBe(2);
});

test('a file that is too large, broken, foreign or of a newer version is refused with a sentence', async ({ page }) => {
  await withParcels(page);
  const before = await kept(page);
  const refused = async (text: string, sentence: string) => {
    await chooseFile(page, text);
    await expect(page.locator('#import-panel')).toContainText(sentence);
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.locator('#import-panel')).toHaveCount(0);
  };
  await refused(' '.repeat(1_048_577), 'larger than 1 MiB');
  await refused('{"format":', 'It is not valid JSON.');
  await refused(JSON.stringify({ ...file, pack: { id: 'other', version: '1.0.0' } }), 'belongs to another pack');
  await refused(JSON.stringify({ ...file, version: 9 }), 'Use a newer Trivium');
  expect(await kept(page)).toEqual(before);
});

test('a key like __proto__ in a file changes nothing but itself', async ({ page }) => {
  await withParcels(page);
  const text = JSON.stringify({ ...file, system: 'Odd', answers: [level(item, 4)] });
  await chooseFile(
    page,
    text
      .replace('{', '{"__proto__":{"polluted":true},')
      .replace('"answers":[{', '"answers":[{"__proto__":{"note":"x"},'),
  );
  await page.getByRole('button', { name: 'Add as a new assessment' }).click();
  await expect.poll(async () => (await kept(page)).length).toBe(2);
  expect(await page.evaluate(() => Reflect.get({}, 'polluted') ?? null)).toBeNull();
});
