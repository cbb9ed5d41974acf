import { expect, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { questionCount } from '../support/today.ts';

const entries = [...loadKnowledgeBase().entries.values()];

test('every question reads whole, and leads to the next', async ({ page }) => {
  await page.goto('/assess/');
  await page.getByRole('link', { name: 'Start the quick check' }).click();
  await expect(page).toHaveURL('/assess/quick/fast-idea-to-model/');
  await expect(page.getByRole('radio')).toHaveCount(7);
  await expect(page.getByText('Choosing and saving an answer needs JavaScript')).toBeVisible();
  await expect(page.locator('.why-we-ask .cite').first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('.why-we-ask .cite').first()).toBeHidden();
  await page.locator('.why-we-ask summary').click();
  await expect(page.locator('.why-we-ask .cite').first()).toBeVisible();
  await page.getByRole('link', { name: 'Next question' }).click();
  await expect(page.locator('.progress-line')).toContainText('Question');
});

test('a stage and a meeting read whole, and lead on', async ({ page }) => {
  await page.goto('/assess/full/stage/data-collection-labeling/');
  await expect(page.getByRole('radio')).toHaveCount(21);
  await expect(page.getByText('Choosing and saving an answer needs JavaScript')).toBeVisible();
  await expect(page.locator('main').getByRole('button')).toHaveCount(0);
  await page.getByRole('link', { name: 'Next stage: Experimentation' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Experimentation');
  await page.goto('/assess/full/meeting/');
  await expect(page.locator('.meeting-agenda li li')).toHaveCount(questionCount);
  await page.getByRole('link', { name: 'Start with the first open question' }).click();
  await expect(page.getByRole('radio')).toHaveCount(7);
  await page.getByRole('link', { name: 'Next question' }).click();
  await expect(page.locator('.progress-line')).toContainText(`Question 2 of ${questionCount}`);
});

test('nothing can be filled in that would be lost', async ({ page }) => {
  for (const path of [
    '',
    'quick/fast-idea-to-model/',
    'full/stage/data-collection-labeling/',
    'quick/meeting/fast-idea-to-model/',
  ]) {
    await page.goto(`/assess/${path}`);
    const fields = page.locator('#app').locator('input, select, textarea');
    expect(await fields.count(), path).toBeGreaterThan(0);
    await expect(fields.and(page.locator(':enabled')), path).toHaveCount(0);
  }
});

test('all questions, the evidence, the method and a whole report read without a script', async ({ page }) => {
  await page.goto('/assess/full/');
  await expect(page.locator('.questions > li')).toHaveCount(questionCount);
  await page.goto('/sample/');
  await page.locator('.samples a').last().click();
  await expect(page.locator('.report > .practice-sheet .sheet-wide .sheet-line')).toHaveCount(questionCount);
  await expect(page.locator('.move').first()).toBeVisible();
  await page.getByText(`All ${questionCount} answers`).click();
  await expect(page.locator('.given-answers dt')).toHaveCount(questionCount);
  await page.goto('/study/claims/2022-4/');
  await expect(page.locator('.claim').first()).toBeVisible();
  await page.goto('/method/');
  await expect(page.getByRole('heading', { name: 'A worked example' })).toBeVisible();
});

test('the knowledge base is browsed without a script: list, lists of a kind, entries, pictures', async ({ page }) => {
  await page.goto('/entries/');
  await expect(page.locator('.card')).toHaveCount(entries.length);
  await expect(page.locator('.facet label:visible')).toHaveCount(0);
  await page.locator('.facet').first().getByRole('link', { name: 'Pain points' }).click();
  await expect(page.locator('.card')).toHaveCount(entries.filter(({ kind }) => kind === 'pain-point').length);
  await page.getByRole('link', { name: 'Alert fatigue' }).click();
  await expect(page.locator('.text .cite').first()).toBeVisible();
  for (const path of ['/map/', '/tensions/', '/study/transcripts/']) {
    await page.goto(path);
    await expect(page.locator('.chart-figure svg').first()).toBeVisible();
  }
  await page.goto('/study/matrix/');
  await expect(page.locator('.matrix tbody tr')).toHaveCount(entries.length);
});

test('what needs a script says so', async ({ page }) => {
  for (const path of ['/assess/', '/assess/quick/check/', '/assess/quick/report/']) {
    await page.goto(path);
    await expect(page.locator('.needs-script')).toContainText('JavaScript');
    await expect(page.locator('main').getByRole('button')).toHaveCount(0);
  }
});
