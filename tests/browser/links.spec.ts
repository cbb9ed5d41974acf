import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import type { Answers } from '../../src/core/answers/answers.ts';
import { readLink } from '../../src/core/link/read-link.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { randomFrom } from '../../src/core/reliability/bootstrap.ts';
import { report } from '../../src/core/report/report.ts';
import { hostileTexts } from '../support/hostile.ts';
import { onPageError } from '../support/page-errors.ts';
import { reportShown } from '../support/report-shown.ts';
import { answersBy, generateTeam } from '../support/teams.ts';
import { textsInData } from '../support/texts.ts';

test.afterEach(({ context }) => context.clearPermissions()); // the context is shared

const pack = packOf(loadKnowledgeBase());
const everything = { name: true, notes: true, decisions: true };
const team: Answers = {
  ...generateTeam(pack, 3),
  system: 'Parcel times',
  respondent: { role: 'On call' },
  context: { serving: 'online' },
  decisions: [{ practice: 'fallback-models', decision: 'do', owner: 'Ada', due: '2027-01-15' }],
};
const [first] = team.answers;
if (first) team.answers = [{ ...first, note: 'A quiet note' }, ...team.answers.slice(1)];
const made = report(team, pack);

/** Opens the report of answers as if they had been given in this browser, and then the dialog. */
async function openDialog(page: Page, answers: object = team): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:test', text), JSON.stringify(answers));
  await page.goto('/assess/full/report/');
  await page.getByRole('button', { name: 'Share a private link' }).click();
  await expect(page.locator('dialog.share')).toBeVisible();
  await expect(page.locator('.shared-link')).toContainText('/open/#');
}
const linkIn = async (page: Page) => (await page.locator('.shared-link').textContent()) ?? '';
const storage = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).toSorted()));
/** Opens a link and waits for its report. */
async function openLink(page: Page, code: string): Promise<void> {
  await page.goto(`/open/#${code}`);
  await expect(page.locator('.report > .practice-sheet')).toBeVisible();
}

test('the dialog says what is in the link: no text until it is chosen, then exactly that text', async ({ page }) => {
  await openDialog(page);
  const dialog = page.locator('dialog.share');
  await expect(dialog.getByRole('heading', { name: 'Share a private link' })).toBeFocused();
  await expect(dialog.getByRole('checkbox')).toHaveCount(3);
  for (const box of await dialog.getByRole('checkbox').all()) await expect(box).not.toBeChecked();
  await expect(dialog.locator('.link-contents')).not.toContainText(/Parcel times|On call|A quiet note|Ada/);
  const bare = await linkIn(page);
  expect(await readLink(bare, pack)).toMatchObject({
    ok: true,
    value: { system: '', decisions: [], context: { serving: 'online' } },
  });
  await expect(dialog).toContainText(`${bare.length} characters.`);
  await dialog.getByLabel('The name of the system, your role').check();
  await expect(dialog.locator('.link-contents')).toContainText('Parcel times');
  await expect(dialog.locator('.link-contents')).not.toContainText('A quiet note');
  await expect
    .poll(async () => (await readLink(await linkIn(page), pack)).ok && (await linkIn(page)) !== bare)
    .toBe(true);
  expect(await readLink(await linkIn(page), pack)).toMatchObject({ value: { system: 'Parcel times', decisions: [] } });
  await dialog.getByLabel('Notes, evidence').check();
  await dialog.getByLabel('Decisions with owners').check();
  await expect(dialog.locator('.link-contents')).toContainText('A quiet note');
  await expect(dialog.locator('.link-contents')).toContainText('Do, Ada, 15 Jan 2027');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Share a private link' })).toBeFocused();
});

test('copying works with the clipboard, and without it selects the link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDialog(page);
  const link = await linkIn(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is selected')).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe(link);
});

test('where the browser can hand links to other programs, it is offered', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: (data: { url: string }) => Promise.resolve(Object.assign(window, { sent: data.url })),
    });
  });
  await openDialog(page);
  await page.getByRole('button', { name: 'Send with' }).click();
  expect(await page.evaluate(() => Reflect.get(window, 'sent'))).toBe(await linkIn(page));
});

test('a link that would be too long is not offered; the file is', async ({ page }) => {
  const random = randomFrom(7);
  const noise = () => Array.from({ length: 1900 }, () => String.fromCharCode(33 + 90 * random())).join('');
  const long = { ...team, answers: team.answers.map((answer, at) => (at < 3 ? { ...answer, note: noise() } : answer)) };
  await openDialog(page, long);
  await page.getByLabel('Notes, evidence').check();
  await expect(page.getByText('Chat and mail cut links longer than 2000')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the file' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
});

test('a link opens read-only, says so, and touches nothing that is kept; a copy is a new assessment', async ({
  page,
}) => {
  await page.goto('/404.html');
  await page.evaluate(
    (text) => localStorage.setItem('trivium:assessment:mine', text),
    JSON.stringify(answersBy(pack, () => 1)),
  );
  await page.goto('/assess/'); // this tab has its own assessment open
  await expect(page.locator('.draft-list li')).toHaveCount(1);
  const before = await storage(page);
  await openLink(page, await writeLink(team, pack, everything));
  await expect(page.locator('.opened-banner')).toContainText('Opened from a link, not verified');
  await expect(page.locator('.opened-banner')).toContainText('Answers dated 23 Nov 2026.');
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  await expect(page.locator('.report .report-meta')).toContainText('Parcel times');
  await expect(page.getByLabel('Owner')).toHaveCount(0);
  await page.locator('.skip-link').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await page.locator('.report > .practice-sheet .sheet-wide .sheet-head').first().click();
  await expect(page.locator('dialog.workings')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  expect(await storage(page)).toBe(before);
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await expect(page).toHaveURL(/\/assess\/full\/report\/$/);
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  const mine = await page.evaluate(() => localStorage.getItem('trivium:assessment:mine'));
  expect(before).toContain(JSON.stringify(mine));
  const kept = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('trivium:assessment:')),
  );
  expect(kept).toHaveLength(2);
});

test('where storage is refused, a copy says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openLink(page, await writeLink(team, pack));
  await page.getByRole('button', { name: 'Save a copy' }).click();
  await expect(page.getByText('refused to save it (QuotaExceededError)')).toBeVisible();
});

test('a damaged link says so and takes the link again; a file opens as well', async ({ page }) => {
  const code = await writeLink(team, pack);
  await page.goto(`/open/#${code.slice(0, -3)}`);
  await expect(page.getByRole('alert')).toContainText('This link is cut off');
  await page
    .getByLabel('Paste the link')
    .fill(`It is here:\n<https://example.org/open/#${code.slice(0, 30)}\n${code.slice(30)}>`);
  await page.getByRole('button', { name: 'Open the link' }).click();
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  await expect(page.locator('.report h1')).toBeFocused();
  expect(page.url()).not.toContain('#');
  await page.getByRole('button', { name: 'Open another' }).click();
  const choose = (text: string, name: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await choose(JSON.stringify(team), 'answers.json');
  await expect(page.locator('.opened-banner')).toContainText('Opened from a file, not verified');
  await page.getByRole('button', { name: 'Open another' }).click();
  const json = JSON.stringify(team).replaceAll('<', '\\u003c');
  await choose(
    `<!doctype html><title>x</title><script type="application/json" id="trivium-answers">${json}</script>`,
    'r.html',
  );
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  await page.getByRole('button', { name: 'Open another' }).click();
  await choose(' '.repeat(1_048_577), 'large.json');
  await expect(page.getByRole('alert')).toContainText('larger than 1 MiB');
  await page.goto(`/open/#${code}`);
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  await expect(page).toHaveTitle(new RegExp(`^${RegExp.escape(made.verdict)} .* · Trivium$`));
});

test('what follows the # is in no request, no referrer, no title and no message', async ({ page }) => {
  const code = await writeLink(team, pack, everything);
  const seen: string[] = [];
  page.on('request', (request) =>
    seen.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? ''),
  );
  page.on('console', (message) => seen.push(message.text()));
  onPageError(page, (error) => seen.push(String(error)));
  await openLink(page, code);
  seen.push(await page.title());
  await page.locator('.report > .practice-sheet .sheet-wide .sheet-head').first().click();
  await expect(page.locator('dialog.workings')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Method', exact: true }).click();
  await expect(page).toHaveURL(/\/method\/$/);
  seen.push(await page.evaluate(() => document.referrer), await page.title());
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.filter((text) => text.includes(code.slice(5, 25)))).toEqual([]);
});

test('without a script the page says what it needs', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/open/');
  await expect(page.getByText('Opening a link needs JavaScript')).toBeVisible();
  await context.close();
});

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

test('a link opens even if its "#" was encoded or lost on the way', async ({ page }) => {
  const code = await writeLink(team, pack, { name: true });
  for (const path of [
    `/open/%23${code}`,
    `/open/${code}`,
    `/open%23${code}`,
    `/open/%2523${code}`,
    `/open/%23${code}.`,
    `/open/＃${code}`,
    `/open/%20${code}`,
    `/open/?${code}`,
    `/open/?%23${code}`,
    `/open/?utm_source=mail&link=${code}`,
  ]) {
    await page.goto(path);
    await expect(page.locator('.opened-banner')).toContainText('Opened from a link, not verified');
    expect(new URL(page.url()).hash).toBe(`#${code}`);
  }
  await page.goto(`/open/?${code.slice(0, -4)}`);
  await expect(page.getByRole('alert')).toContainText('This link is cut off');
  await page.goto('/open/?utm_source=a-long-name-of-a-campaign');
  await expect(page.getByRole('textbox')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.goto('/open/%23');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
});

test('a pasted link opens even if another program rewrote it; other files are named', async ({ page }) => {
  const code = await writeLink(team, pack, { name: true });
  const link = `https://trivium.example/open/#${code}`;
  for (const pasted of [
    `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02&reserved=0`,
    `<${link}|our report>`,
    link.replace('#', ''),
  ]) {
    await page.goto('/open/');
    await page.getByRole('textbox').fill(pasted);
    await page.getByRole('button', { name: 'Open the link' }).click();
    await expect(page.locator('.opened-banner')).toBeVisible();
  }
  await page.goto('/open/');
  await page.getByRole('textbox').fill('https://trivium.example/open/');
  await page.getByRole('button', { name: 'Open the link' }).click();
  await expect(page.getByRole('alert')).toContainText('There is no link in this text.');
  const table = { name: 'scores.csv', mimeType: 'text/csv', buffer: Buffer.from('system,score\nParcels,3\n') };
  await page.locator('input[type=file]').setInputFiles(table);
  await expect(page.getByRole('alert')).toContainText('This is a table (CSV).');
});

test('a link with one damaged field opens without it, and names the field and its value', async ({ page }) => {
  const decisions = [{ practice: 'fallback-models', decision: 'do' as const, owner: 'Ada', due: '20266-11-28' }];
  await openLink(page, await writeLink({ ...team, decisions }, pack, everything));
  const notice = page.locator('[data-notice=lost]');
  await expect(notice).toContainText('decisions[0].due (fallback-models)');
  await expect(notice.locator('code')).toHaveText('20266-11-28');
  await page.getByRole('button', { name: 'Save a copy' }).dblclick();
  await expect(page).toHaveURL(/\/assess\/.*\/report\//);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':assessment:'))),
  ).toHaveLength(1);
});

test('a link that takes longer to read never replaces a later one', async ({ page }) => {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/broken-link[.-]/, async (route) => {
    await isReleased;
    await route.continue();
  });
  const explained = page.waitForRequest(/\/broken-link[.-]/);
  await page.goto('/open/#AgDamaged0000000000000000');
  await explained;
  const code = await writeLink(team, pack, everything);
  await page.evaluate((text) => {
    location.hash = text;
  }, code);
  await expect(page.locator('.report > .practice-sheet')).toBeVisible();
  const answered = page.waitForResponse(/\/broken-link[.-]/);
  release();
  await answered;
  await reportShown(page);
  await expect(page.locator('h1 .verdict')).toHaveText(made.verdict);
  await expect(page.locator('[role=alert]')).toHaveCount(0);
});
