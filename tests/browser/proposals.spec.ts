import { expect, test } from '@playwright/test';
import { t } from '../../src/build/strings.ts';
import { proposalsOf } from '../support/proposals.ts';
import {
  byAgent,
  chooseFile,
  countStored,
  gist,
  item,
  keepProposals,
  look,
  pack,
  question,
  rev,
  rowOf,
  undo,
} from '../support/proposals-page.ts';

test('what was found is shown whole, accepted, confirmed, set aside and taken back, and counts only then', async ({
  page,
}) => {
  await page.goto('/assess/');
  await chooseFile(page, look);
  const preview = page.locator('#import-panel');
  await expect(preview).toContainText('trivium look (a tool), as of 23 Nov 2026');
  await expect(preview).toContainText(
    'dvc.yaml:3 A pipeline is under version control. Points to an answer from the 3rd to the 5th.',
  );
  await expect(preview).toContainText('etl.ipynb, cell 2, line 1 Trouble: A notebook is scheduled.');
  expect(await countStored(page, 'trivium:')).toBe(0);

  await page.getByRole('button', { name: 'Add to a new assessment' }).click();
  await expect(page.locator('#found')).toBeFocused();
  await page.locator('.findings-list').getByRole('link', { name: gist }).click();
  await expect(page.locator('.findings-panel')).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

  await rowOf(page, 'dvc.yaml')
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(rowOf(page, 'dvc.yaml').getByRole('button', undo)).toBeFocused();
  await page.getByText('Add a note, how sure you are').click();
  await expect(page.getByRole('textbox', { name: 'Link to the evidence' })).toHaveValue('dvc.yaml:3');
  await rowOf(page, 'etl.ipynb')
    .getByRole('button', { name: /^Set aside/ })
    .click();
  await expect(rowOf(page, 'etl.ipynb')).toContainText(t('proposals.reason-aside'));
  await rowOf(page, 'etl.ipynb').getByRole('button', undo).click();
  await expect(rowOf(page, 'etl.ipynb').getByRole('button', { name: /^Accept/ })).toBeFocused();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: t('check.title') })).toBeVisible();
  await expect(page.locator('.check .lead')).toContainText('0 of 15');
  await expect(page.locator('.findings-list')).toContainText(`${gist} 1 place`);
});

test('a proposed answer says that it is one until a person confirms it, and undo takes it back', async ({ page }) => {
  await keepProposals(page, [byAgent]);
  await page.goto(question);
  await expect(rowOf(page, 'Proposed')).toContainText(t('proposals.proposed'));
  await rowOf(page, 'Proposed')
    .getByRole('button', { name: /^Confirm/ })
    .click();
  await expect(page.getByRole('radio', { checked: true })).toHaveValue('3');
  await expect(rowOf(page, 'Proposed')).not.toContainText(t('proposals.proposed'));
  await page.reload();
  await expect(page.getByRole('radio', { checked: true })).toHaveValue('3');
  await rowOf(page, 'Proposed').getByRole('button', undo).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await rowOf(page, 'Proposed')
    .getByRole('button', { name: /^Set aside/ })
    .click();
  await page.goto('/assess/quick/check/');
  await expect(page.locator('.findings-list')).toContainText('1 place');
  await expect(page.locator('.findings-list')).not.toContainText('1 proposed answer');
});

test('two tabs see what the other decides', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await keepProposals(one, [look]);
  await one.goto(question);
  await two.goto(question);
  await expect(rowOf(two, 'dvc.yaml').getByRole('button', { name: /^Accept/ })).toBeVisible();
  await rowOf(one, 'dvc.yaml')
    .getByRole('button', { name: /^Set aside/ })
    .click();
  await expect(rowOf(two, 'dvc.yaml')).toContainText(t('proposals.reason-aside'));
  await rowOf(two, 'etl.ipynb')
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(rowOf(one, 'etl.ipynb')).toContainText(t('proposals.reason-taken'));
});

test('proposals follow their assessment through a new name, deletion and undo', async ({ page }) => {
  await keepProposals(page, [look]);
  await page.goto('/assess/');
  await page.locator('.draft-list summary').click();
  await page.getByRole('button', { name: /^Rename/ }).click();
  await page.locator('.rename input').first().fill('Parcel times');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.draft-list strong')).toHaveText('Parcel times');
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect.poll(() => countStored(page, 'trivium:proposals:')).toBe(0);
  await page.locator('.undo button').click();
  await expect.poll(() => countStored(page, 'trivium:proposals:')).toBe(1);
  await page.goto(question);
  await expect(rowOf(page, 'dvc.yaml')).toBeVisible();
});

test('a browser that refuses to save says so, and what was found stays in the tab', async ({ page }) => {
  await keepProposals(page, [look]);
  await page.goto(question);
  await expect(page.locator('.findings-panel')).toBeVisible();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await rowOf(page, 'dvc.yaml')
    .getByRole('button', { name: /^Set aside/ })
    .click();
  await expect(page.locator('[data-notice=proposals]')).toContainText('QuotaExceededError');
  await expect(rowOf(page, 'dvc.yaml')).toContainText(t('proposals.reason-aside'));
});

for (const [width, height] of [
  [1280, 800],
  [820, 1180],
  [390, 844],
] as const)
  test(`at ${width} pixels what was found moves neither the answers nor Continue`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await keepProposals(page, [look, byAgent]);
    const held = Promise.withResolvers<void>();
    await page.route('**/assess/proposals.json', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(question);
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('fieldset, .choice, .question .steps .primary')].map((element) => {
          const { left, top, width: wide } = element.getBoundingClientRect();
          return [
            element.className,
            Math.round(left),
            Math.round(top),
            element.matches('.primary') ? 0 : Math.round(wide),
          ];
        }),
      );
    await expect(page.locator('.choice').first()).toBeVisible();
    const before = await places();
    held.resolve();
    await expect(page.locator('.findings-panel')).toBeAttached();
    expect(await places()).toEqual(before);
    if (width < 1100) {
      await page.locator('.findings-jump').click();
      await expect(page.locator(`#${item}-found`)).toBeInViewport();
    } else await expect(page.locator('.findings-panel')).toBeInViewport();
  });

test('an assessment without proposals loads nothing of this', async ({ page }) => {
  await keepProposals(page, []);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(question);
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  expect(asked.filter((path) => /proposals|found/.test(path))).toEqual([]);
});

test('by keyboard, the panel is reached after the answers, and keys that choose answers do nothing in it', async ({
  page,
}) => {
  await keepProposals(page, [look]);
  await page.goto(question);
  const take = rowOf(page, 'dvc.yaml').getByRole('button', { name: /^Accept/ });
  await page.getByRole('radio').first().focus();
  const stops: string[] = [];
  while (stops.length < 40 && !(await take.evaluate((button) => button === document.activeElement))) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
  }
  await expect(take, stops.join(' | ')).toBeFocused();
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'dvc.yaml')).toContainText(t('proposals.reason-taken'));
  await expect(page).toHaveURL(new RegExp(`${question}$`));
});

test('hostile text of a file stays text', async ({ page }) => {
  const says = '<img src=x onerror=document.title=1> \u202egpj.exe';
  await keepProposals(page, [
    proposalsOf(pack, [{ item, rev, reasons: [{ says, url: 'https://a.example/"><b>' }], note: says }]),
  ]);
  await page.goto(question);
  await expect(page.locator('.findings-panel li bdi')).toHaveText(says);
  await expect(page.locator('.findings-panel img, .findings-panel b')).toHaveCount(0);
  await expect(page.locator('.findings-panel a')).toHaveAttribute('rel', 'noopener nofollow');
});
