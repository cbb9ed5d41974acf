import { expect, type Page, test } from '@playwright/test';
import type { Answers } from '../../src/core/answers/answers.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { hostileTexts } from '../support/hostile.ts';
import { onPageError } from '../support/page-errors.ts';
import { reportShown } from '../support/report-shown.ts';
import { everything, openLink, pack } from '../support/shared-report.ts';
import { answersBy } from '../support/teams.ts';
import { textsInData } from '../support/texts.ts';

/** An assessment with a text wherever a person may write: the first text is its name, the others take turns. */
function saying(texts: readonly string[]): Answers {
  const take = (at: number): string => texts[at % texts.length] ?? '';
  const [name = ''] = texts;
  const practices = pack.items.filter(({ kind }) => kind === 'practice');
  return {
    ...answersBy(pack, () => 1),
    system: name,
    respondent: { role: take(1), name: take(2) },
    scope: { boundary: take(3), lastChange: take(4) },
    answers: pack.items.map(({ id: item, rev }, at) =>
      at % 2 === 0
        ? { item, rev, state: 'na', reason: take(at), note: take(at + 1) }
        : { item, rev, state: 'level', level: 1, note: take(at), evidence: { kind: 'shown', url: take(at + 1) } },
    ),
    targets: [{ item: 'fallback-models', level: 4, reason: name }],
    decisions: practices.map(({ id }, at) => ({ practice: id, owner: take(at), reason: take(at + 1) })),
    overrides: pack.signals.map(({ id }, at) => ({ signal: id, reason: take(at) })),
  };
}

/** Records every error, dialog and request that a hostile text causes. */
function listen(page: Page): string[] {
  const noise: string[] = [];
  page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
  onPageError(page, (error) => noise.push(String(error)));
  page.on('dialog', (dialog) => {
    noise.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => /hostile|evil/.test(request.url()) && noise.push(request.url()));
  return noise;
}

// The head is left out: it gains a preload link for each script that is loaded later.
const elements = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('body, body *, script, style, base').length);
/** How often to look, in milliseconds. */
const intervals = [20];
const ran = (page: Page) => page.evaluate(() => Reflect.get(window, 'ran') ?? null);
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const systemShown = async (page: Page) => oneLine((await page.locator('.report .report-meta').textContent()) ?? '');

/** 500 texts in groups that together fit into one assessment. A report for each group is most of what these tests take. */
function hostileGroups(): string[][] {
  const texts = hostileTexts();
  expect(texts.length).toBeGreaterThanOrEqual(500);
  expect(new Set(texts).size).toBe(texts.length);
  const size = 40;
  const groups = Array.from({ length: Math.ceil(texts.length / size) }, (_, at) =>
    texts.slice(at * size, (at + 1) * size),
  );
  const missing = groups.flatMap((group) => {
    const said = new Set(textsInData(saying(group)));
    return group.filter((text) => !said.has(text));
  });
  expect(missing, 'texts that no field holds').toEqual([]);
  return groups;
}

/** Three ways to open an assessment on /open/. */
const waysToOpen: Record<string, (page: Page, answers: Answers) => Promise<void>> = {
  link: async (page, answers) => {
    const code = await writeLink(answers, pack, everything);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, code);
  },
  paste: async (page, answers) => {
    const code = await writeLink(answers, pack, everything);
    await page.getByRole('button', { name: 'Open another' }).click();
    await page.getByLabel('Paste the link').fill(`#${code} ${answers.system}`);
    await page.getByRole('button', { name: 'Open the link' }).click();
  },
  file: async (page, answers) => {
    await page.getByRole('button', { name: 'Open another' }).click();
    const buffer = Buffer.from(JSON.stringify(answers));
    await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer });
  },
};

for (const [at, [way, open]] of Object.entries(waysToOpen).entries()) {
  test(`500 hostile texts through ${way} make no element and run nothing`, async ({ page }) => {
    const noise = listen(page);
    await openLink(page, await writeLink(saying(['plain']), pack, everything));
    await reportShown(page);
    const usual = await elements(page);
    for (const group of hostileGroups()) {
      const texts = [...group.slice(at), ...group.slice(0, at)]; // another name for each way
      const [name = ''] = texts;
      await open(page, saying(texts));
      await expect.poll(() => systemShown(page), { message: name, intervals }).toContain(oneLine(name));
      await expect.poll(() => elements(page), { message: name, intervals }).toBe(usual);
    }
    expect(await ran(page)).toBeNull();
    expect(noise).toEqual([]);
  });
}

test('500 hostile texts in storage make no element and run nothing', async ({ page }) => {
  const noise = listen(page);
  const openStored = async (texts: readonly string[]) => {
    const stored = JSON.stringify(saying(texts));
    await page.evaluate((text) => localStorage.setItem('trivium:assessment:test', text), stored);
    await page.goto('/assess/full/report/');
    await expect
      .poll(() => systemShown(page), { message: texts[0] ?? '', intervals })
      .toContain(oneLine(texts[0] ?? ''));
  };
  await page.goto('/404.html');
  await openStored(['plain']);
  await reportShown(page);
  const usual = await elements(page);
  for (const group of hostileGroups()) {
    await openStored(group.toReversed());
    await expect.poll(() => elements(page), { message: group[0] ?? '', intervals }).toBe(usual);
    expect(await ran(page)).toBeNull();
  }
  expect(noise).toEqual([]);
});
