import { expect, test } from '@playwright/test';
import { readLink } from '../../src/core/link/read-link.ts';
import { packIndex } from '../../src/core/model/pack-index.ts';
import { report } from '../../src/core/report/report.ts';
import { openState } from '../support/page-states.ts';
import { drawn, luminance, readPdf } from '../support/pdf.ts';
import { owned, pack, pageOne, printed } from '../support/printed.ts';
import { readCode } from '../support/read-code.ts';
import { generateTeam } from '../support/teams.ts';
import { states } from './states.ts';

test('on demand every answer prints with its note and evidence, and long tables repeat their header', async ({
  page,
}) => {
  const noted = {
    ...owned,
    answers: owned.answers.map((answer) => ({
      ...answer,
      note: `Note on ${answer.item}.`,
      confidence: 'guessing',
      evidence: { kind: 'shown', url: 'https://wiki.example/x', date: '2026-10-01' },
    })),
  };
  await printed(page, noted, 'A4');
  await page.emulateMedia({ media: 'screen' });
  await page.getByLabel('with every answer and the whole plan').check();
  await page.emulateMedia({ media: null });
  const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
  const text = pages.map((each) => each.text).join(' ');
  for (const { item } of owned.answers) expect(text).toContain(`Note on ${item}.`);
  for (const { id, title } of pack.items) expect(text, id).toContain(title);
  expect(text).toContain('How sure: guessing');
  expect(text).toContain('shown, https://wiki.example/x, of 1 Oct 2026');
  const later = pages.slice(3);
  expect(later.length).toBeGreaterThan(0);
  for (const each of later) expect(each.text).toMatch(/^Question Answer/);
});

test('a long address or name makes nothing wider than the paper, and page 1 stays one page', async ({ page }) => {
  const address = `https://wiki.example/${'a'.repeat(200)}`;
  const long = {
    ...owned,
    answers: owned.answers.map((answer) => ({ ...answer, note: address, evidence: { kind: 'shown', url: address } })),
    decisions: owned.decisions.map((decision) => ({ ...decision, owner: 'o'.repeat(100), next: address })),
  };
  await printed(page, long, 'A4');
  await page.getByLabel('with every answer and the whole plan').evaluate((box: HTMLInputElement) => box.click());
  await expect(page.locator('.all-answers')).toBeAttached();
  const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
  expect(pages[1]?.text).toContain('Practice sheet');
  await page.setViewportSize({ width: 703, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(703);
});

test('the PDF is tagged and carries title, language and links', async ({ page }) => {
  const { info, marks, tree, pages } = await printed(page, owned, 'A4');
  expect(info.Title).toBe(`${report(owned, pack).verdict} Fraud & <score>, 23 Nov 2026 · Trivium`);
  expect(info.Language).toBe('en');
  expect((marks as unknown as Map<string, boolean>).get('Marked')).toBe(true);
  const roles = JSON.stringify(tree);
  for (const role of ['H1', 'H2', 'Table', 'TH', 'TD', 'Link', 'Figure']) expect(roles).toContain(`"${role}"`);
  expect(pageOne(pages).links.some((url) => url.includes('/open/#'))).toBe(true);
  expect(pageOne(pages).links.some((url) => url.endsWith('/method/'))).toBe(true);
});

test('navigation, buttons and banners stay off the paper', async ({ page }) => {
  const { pages } = await printed(page, owned, 'A4');
  const text = pages.map((each) => each.text).join(' ');
  for (const part of ['Skip to', 'Knowledge', 'Print', 'Download', 'Check your answers', 'Try other answers'])
    expect(text).not.toContain(part);
});

test('no heading is left alone at the foot of a page', async ({ page }) => {
  for (const format of ['A4', 'Letter']) {
    const { pages } = await printed(page, owned, format);
    const headings = ['All signals of trouble', 'The whole plan', 'All answers'];
    for (const { pieces } of pages) {
      for (const { text, y } of pieces.filter((piece) => headings.includes(piece.text))) {
        const below = pieces.filter((piece) => piece.y < y - 4 && !/^\d+ \/ \d+$/.test(piece.text));
        expect(below.length, text).toBeGreaterThan(3);
      }
    }
  }
});

test('printed from the dark theme, paper is white and text is dark, also in grey', async ({ page }) => {
  const { pages } = await printed(page, owned, 'A4', 'dark');
  for (const each of pages) {
    const { at, image } = await drawn(each);
    for (const [x, y] of [
      [5, 5],
      [each.width / 2, 8],
      [each.width - 5, each.height - 5],
      [each.width / 2, 20],
    ] as const)
      expect(at(x, y)).toEqual([255, 255, 255]);
    let dark = 0;
    let light = 0;
    for (let start = 0; start < image.data.length; start += 4) {
      const grey = luminance([...image.data.slice(start, start + 3)]);
      if (grey < 0.2) dark += 1;
      if (grey > 0.85) light += 1;
    }
    expect(light / (image.data.length / 4)).toBeGreaterThan(0.7);
    expect(dark).toBeGreaterThan(1000);
  }
});

test('the practice sheet prints on one landscape page, with every question, in text of at least 7.5 points', async ({
  page,
}) => {
  for (const format of ['A4', 'Letter']) {
    const { pages } = await printed(page, owned, format);
    const sheet = pages[1];
    if (!sheet) throw new Error('There is no sheet.');
    expect(sheet.width).toBeGreaterThan(sheet.height);
    const { shortTitle } = packIndex(pack);
    for (const { id } of pack.items) expect(sheet.text).toContain(shortTitle(id));
    expect(
      Math.min(...sheet.pieces.filter(({ text }) => text.trim()).map(({ height }) => height)),
    ).toBeGreaterThanOrEqual(7.5);
  }
});

test('notes on tensions print no larger than the sheet, which stays on one page with three of them', async ({
  page,
}) => {
  for (const format of ['A4', 'Letter']) {
    const { pages } = await printed(page, generateTeam(pack, 138), format);
    expect(pages.length).toBe(2);
    const notes = (pages[1]?.pieces ?? []).filter(({ text }) => text.includes('But: '));
    expect(notes).toHaveLength(3);
    for (const { text, height } of notes) expect(height, text).toBeLessThanOrEqual(8.1);
  }
});

test('the last page of every answer and the whole plan is neither empty nor nearly so', async ({ page }) => {
  for (const seed of [7, 11, 12]) {
    await printed(page, generateTeam(pack, seed), 'A4');
    await page.emulateMedia({ media: 'screen' });
    await page.getByLabel('with every answer and the whole plan').check();
    await page.emulateMedia({ media: null });
    for (const format of ['A4', 'Letter']) {
      const { pages } = await readPdf(await page.pdf({ format }));
      expect(pages.at(-1)?.pieces.length, `${seed} on ${format}`).toBeGreaterThan(20);
    }
  }
});

test('the answers of several people print with every column', async ({ page }) => {
  const state = states.find(({ name }) => name === 'together, three people');
  if (!state) throw new Error('There is no such state.');
  await openState(page, state);
  for (const format of ['A4', 'Letter']) {
    const { pages } = await readPdf(await page.pdf({ format }));
    const text = pages.map((each) => each.text).join(' ');
    for (const { pieces, width } of pages)
      for (const { text: each, x } of pieces) expect(x, each).toBeLessThan(width - 40);
    expect(text).toMatch(/Levels\s+apart/);
    expect(text).not.toContain('All licences');
  }
});

test('an independent reader reads the code on paper, which opens the same answers, without names', async ({ page }) => {
  const { pages } = await printed(page, owned, 'A4');
  const { image } = await drawn(pageOne(pages), 3);
  const code = await readCode(image);
  expect(code?.text).toMatch(/\/open\/#[\w-]+$/);
  expect(pageOne(pages).links).toContain(code?.text);
  const read = await readLink(code?.text ?? '', pack);
  if (!read.ok) throw new Error(read.problems.join(' '));
  expect(read.value.system).toBe('');
  expect(read.value.decisions).toEqual([]);
  expect(report(read.value, pack).variables).toEqual(report(owned, pack).variables);
});

test('the page for leadership can be read on screen as well, by keyboard', async ({ page }) => {
  await printed(page, owned, 'A4');
  await page.emulateMedia({ media: 'screen' });
  const summary = page.locator('.one-page > summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.one-page .ask')).toBeVisible();
  await expect(page.locator('.one-page .qr')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.one-page .ask')).toBeHidden();
});

test('a sample prints its page for leadership as well', async ({ page }) => {
  await page.goto('/sample/card-fraud-score/');
  const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
  expect(pageOne(pages).text).toContain('The ask:');
  expect(pages[1]?.text).toMatch(/^Practice sheet/);
});
