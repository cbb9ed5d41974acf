import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { t } from '../../src/build/strings.ts';
import { packOf } from '../../src/core/model/pack.ts';
import type { Proposals } from '../../src/core/proposals/proposals.ts';
import { agent, agentProposal, keptText, notebook, pipeline, proposalsOf } from '../support/proposals.ts';
import { generateTeam } from '../support/teams.ts';
import { revOf } from '../support/today.ts';

const pack = packOf(loadKnowledgeBase());
const item = 'fast-idea-to-model';
const question = `/assess/quick/${item}/`;
const rev = revOf(item);
/** What lists call the question. */
const gist = loadKnowledgeBase().questions.get(item)?.gist ?? '';
const look = proposalsOf(pack, [{ item, rev, reasons: [pipeline, notebook] }]);
const byAgent = proposalsOf(pack, [agentProposal(item, rev, 3)], agent);
const team = { ...generateTeam(pack, 4), system: 'Parcels', date: '2026-11-01' };
const open = { ...team, answers: team.answers.filter((answer) => answer.item !== item) };

const file = (content: object | string, name = 'found.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});
const give = (page: Page, content: object | string) => page.locator('input[type=file]').setInputFiles(file(content));
const drop = async (page: Page, selector: string, content: object) => {
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'found.json', { type: 'application/json' }));
    return transfer;
  }, JSON.stringify(content));
  await page.dispatchEvent(selector, 'drop', { dataTransfer: data });
};
/** A browser that keeps an assessment, with these files beside it. */
async function keep(page: Page, files: readonly Proposals[], answers: object = open): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate(
    ([draft, found]) => {
      localStorage.setItem('trivium:assessment:a', draft);
      if (found !== '') localStorage.setItem('trivium:proposals:a', found);
    },
    [JSON.stringify(answers), files.length > 0 ? keptText(files) : ''] as const,
  );
}
const stored = (page: Page, prefix: string) =>
  page.evaluate(async (start) => {
    await navigator.locks.request('trivium', () => undefined);
    return Object.keys(localStorage).filter((key) => key.startsWith(start)).length;
  }, prefix);
const row = (page: Page, words: string) => page.locator('.findings-panel li', { hasText: words });
const undo = { name: /^Undo/ };

test('what was found is shown whole, accepted, confirmed, set aside and taken back, and counts only then', async ({
  page,
}) => {
  await page.goto('/assess/');
  await give(page, look);
  const preview = page.locator('#import-panel');
  await expect(preview).toContainText('trivium look (a tool), as of 23 Nov 2026');
  await expect(preview).toContainText(
    'dvc.yaml:3 A pipeline is under version control. Points to an answer from the 3rd to the 5th.',
  );
  await expect(preview).toContainText('etl.ipynb, cell 2, line 1 Trouble: A notebook is scheduled.');
  expect(await stored(page, 'trivium:')).toBe(0);

  await page.getByRole('button', { name: 'Add to a new assessment' }).click();
  await expect(page.locator('#found')).toBeFocused();
  await page.locator('.findings-list').getByRole('link', { name: gist }).click();
  await expect(page.locator('.findings-panel')).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

  await row(page, 'dvc.yaml')
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(row(page, 'dvc.yaml').getByRole('button', undo)).toBeFocused();
  await page.getByText('Add a note, how sure you are').click();
  await expect(page.getByRole('textbox', { name: 'Link to the evidence' })).toHaveValue('dvc.yaml:3');
  await row(page, 'etl.ipynb')
    .getByRole('button', { name: /^Set aside/ })
    .click();
  await expect(row(page, 'etl.ipynb')).toContainText(t('proposals.reason-aside'));
  await row(page, 'etl.ipynb').getByRole('button', undo).click();
  await expect(row(page, 'etl.ipynb').getByRole('button', { name: /^Accept/ })).toBeFocused();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: t('check.title') })).toBeVisible();
  await expect(page.locator('.check .lead')).toContainText('0 of 15');
  await expect(page.locator('.findings-list')).toContainText(`${gist} 1 place`);
});

test('a proposed answer says that it is one until a person confirms it, and undo takes it back', async ({ page }) => {
  await keep(page, [byAgent]);
  await page.goto(question);
  await expect(row(page, 'Proposed')).toContainText(t('proposals.proposed'));
  await row(page, 'Proposed')
    .getByRole('button', { name: /^Confirm/ })
    .click();
  await expect(page.getByRole('radio', { checked: true })).toHaveValue('3');
  await expect(row(page, 'Proposed')).not.toContainText(t('proposals.proposed'));
  await page.reload();
  await expect(page.getByRole('radio', { checked: true })).toHaveValue('3');
  await row(page, 'Proposed').getByRole('button', undo).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await row(page, 'Proposed')
    .getByRole('button', { name: /^Set aside/ })
    .click();
  await page.goto('/assess/quick/check/');
  await expect(page.locator('.findings-list')).toContainText('1 place');
  await expect(page.locator('.findings-list')).not.toContainText('1 proposed answer');
});

for (const [way, give2] of [
  [
    'pasted',
    (page: Page) =>
      page
        .locator('textarea')
        .fill(JSON.stringify(byAgent))
        .then(() => page.getByRole('button', { name: t('open.button') }).click()),
  ],
  ['dropped', (page: Page) => drop(page, '.open-link', byAgent)],
  ['chosen', (page: Page) => give(page, byAgent)],
] as const)
  test(`under /open/ a ${way} proposals file is shown and added to the assessment that is chosen`, async ({ page }) => {
    await keep(page, []);
    await page.goto('/open/');
    await expect(page.locator('textarea')).toBeVisible();
    await give2(page);
    await expect(page.locator('.proposals')).toContainText(agent.name);
    expect(await stored(page, 'trivium:proposals:')).toBe(0);
    await page.getByRole('button', { name: 'Add to Parcels' }).click();
    await page.waitForURL('**/assess/quick/check/#found');
    await expect(page.locator('.findings-list')).toContainText(`${gist} 1 proposed answer, 1 place`);
  });

test('a file dropped on the start page is shown, and a wrong one says what it is', async ({ page }) => {
  await keep(page, []);
  await page.goto('/assess/');
  await expect(page.locator('.draft-list li')).toBeVisible();
  await drop(page, '.start', look);
  await expect(page.locator('#import-panel')).toContainText('dvc.yaml:3');
  const other = { ...look, pack: { id: 'another-pack', version: '1.0.0' } };
  await give(page, other);
  await expect(page.locator('#import-panel')).toContainText('another-pack');
  await expect(page.locator('#import-panel')).toContainText(pack.id);
  await give(page, { ...look, items: [...look.items, { item: 'no-such-question', rev: 1, reasons: [] }] });
  await expect(page.locator('#import-panel [data-notice=lost]')).toContainText('no-such-question');
  await expect(page.locator('#import-panel')).toContainText('dvc.yaml:3');
});

test('the same file twice changes nothing, a newer one takes its place or is kept beside it', async ({ page }) => {
  await keep(page, [look]);
  await page.goto('/assess/');
  await expect(page.locator('.draft-list li')).toBeVisible();
  await give(page, look);
  await page.getByRole('button', { name: 'Already added to Parcels: see it there' }).click();
  await expect(page.locator('.findings-list .files li')).toHaveCount(1);
  await page.goto('/assess/');
  await give(page, { ...look, source: { ...look.source, date: '2026-11-30' } });
  await page.getByRole('button', { name: 'Replace the earlier file of Parcels' }).click();
  await expect(page.locator('.findings-list .files')).toContainText('30 Nov 2026');
  await expect(page.locator('.findings-list .files li')).toHaveCount(1);
  await page.goto('/assess/');
  await give(page, { ...look, items: look.items.map((each) => ({ ...each, reasons: [notebook] })) });
  await page.getByRole('button', { name: 'Keep both' }).click();
  await expect(page.locator('.findings-list .files li')).toHaveCount(2);
});

test('two tabs see what the other decides', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await keep(one, [look]);
  await one.goto(question);
  await two.goto(question);
  await expect(row(two, 'dvc.yaml').getByRole('button', { name: /^Accept/ })).toBeVisible();
  await row(one, 'dvc.yaml')
    .getByRole('button', { name: /^Set aside/ })
    .click();
  await expect(row(two, 'dvc.yaml')).toContainText(t('proposals.reason-aside'));
  await row(two, 'etl.ipynb')
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(row(one, 'etl.ipynb')).toContainText(t('proposals.reason-taken'));
});

test('proposals follow their assessment through a new name, deletion and undo', async ({ page }) => {
  await keep(page, [look]);
  await page.goto('/assess/');
  await page.locator('.draft-list summary').click();
  await page.getByRole('button', { name: /^Rename/ }).click();
  await page.locator('.rename input').first().fill('Parcel times');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.draft-list strong')).toHaveText('Parcel times');
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect.poll(() => stored(page, 'trivium:proposals:')).toBe(0);
  await page.locator('.undo button').click();
  await expect.poll(() => stored(page, 'trivium:proposals:')).toBe(1);
  await page.goto(question);
  await expect(row(page, 'dvc.yaml')).toBeVisible();
});

test('a browser that refuses to save says so, and what was found stays in the tab', async ({ page }) => {
  await keep(page, [look]);
  await page.goto(question);
  await expect(page.locator('.findings-panel')).toBeVisible();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await row(page, 'dvc.yaml')
    .getByRole('button', { name: /^Set aside/ })
    .click();
  await expect(page.locator('[data-notice=proposals]')).toContainText('QuotaExceededError');
  await expect(row(page, 'dvc.yaml')).toContainText(t('proposals.reason-aside'));
});

for (const [width, height] of [
  [1280, 800],
  [820, 1180],
  [390, 844],
] as const)
  test(`at ${width} pixels what was found moves neither the answers nor Continue`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await keep(page, [look, byAgent]);
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
  await keep(page, []);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(question);
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  expect(asked.filter((path) => /proposals|found/.test(path))).toEqual([]);
});

test('by keyboard, the panel is reached after the answers, and keys that choose answers do nothing in it', async ({
  page,
}) => {
  await keep(page, [look]);
  await page.goto(question);
  const take = row(page, 'dvc.yaml').getByRole('button', { name: /^Accept/ });
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
  await expect(row(page, 'dvc.yaml')).toContainText(t('proposals.reason-taken'));
  await expect(page).toHaveURL(new RegExp(`${question}$`));
});

test('hostile text of a file stays text', async ({ page }) => {
  const says = '<img src=x onerror=document.title=1> \u202egpj.exe';
  await keep(page, [
    proposalsOf(pack, [{ item, rev, reasons: [{ says, url: 'https://a.example/"><b>' }], note: says }]),
  ]);
  await page.goto(question);
  await expect(page.locator('.findings-panel li bdi')).toHaveText(says);
  await expect(page.locator('.findings-panel img, .findings-panel b')).toHaveCount(0);
  await expect(page.locator('.findings-panel a')).toHaveAttribute('rel', 'noopener nofollow');
});
