import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { type Browser, type BrowserContext, expect, type Page, type TestInfo, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { loadPrivacyPromises } from '../../src/build/privacy-promises.ts';
import { t } from '../../src/build/strings.ts';
import type { Answers } from '../../src/core/answers/answers.ts';
import { readLink } from '../../src/core/link/read-link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { siteServer } from '../../tools/tasks/serve.mjs';
import { noting } from '../support/noting.ts';
import { agent, agentProposal, proposalsOf, secret } from '../support/proposals.ts';
import { generateTeam } from '../support/teams.ts';
import { spawnWatched } from '../support/watched-cli.ts';

// Each statement of the page "What happens to my answers" is proven by the test of the same name. One of our servers
// notes what it is asked; another plays the part of any other site.

test.describe.configure({ mode: 'default' }); // one after the other, so that they share the setup

const pack = packOf(loadKnowledgeBase());
/** Words that mark everything personal; the site itself contains none of them. */
const secrets = {
  system: 'Quagga times',
  role: 'Okapi keeper',
  note: 'Zorilla note',
  owner: 'Numbat',
  reason: 'Vicuna reason',
};
const generated = generateTeam(pack, 3);
const [firstAnswer, ...otherAnswers] = generated.answers;
if (!firstAnswer) throw new Error('The team has no answers.');
const team: Answers = {
  ...generated,
  system: secrets.system,
  respondent: { role: secrets.role },
  context: { serving: 'online' },
  answers: [{ ...firstAnswer, note: secrets.note }, ...otherAnswers],
  decisions: [{ practice: 'fallback-models', decision: 'do', owner: secrets.owner, due: '2027-01-15' }],
  targets: [{ item: 'fast-idea-to-model', level: 4, reason: secrets.reason }],
  overrides: [{ signal: pack.signals[0]?.id ?? '', reason: secrets.reason }],
};
const question = '/assess/quick/fast-idea-to-model/';
const tells = (text: string) =>
  Object.values(secrets).filter((secret) => decodeURIComponent(text.replaceAll('+', ' ')).includes(secret));

let site: Awaited<ReturnType<typeof noting>>;
let elsewhere: Awaited<ReturnType<typeof noting>>;
/** A person who has filled in an assessment, made links to it and downloaded it as a file. */
let context: BrowserContext;
let page: Page;
const made = { bare: '', full: '', file: '', requests: [] as string[] };
const others: BrowserContext[] = [];

/** A separate browser profile, with the team's answers in it or none. */
async function profile(browser: Browser, kept?: object, serviceWorkers: 'allow' | 'block' = 'block') {
  const fresh = await browser.newContext({ baseURL: site.origin, serviceWorkers, acceptDownloads: true });
  others.push(fresh);
  const tab = await fresh.newPage();
  if (kept) {
    await tab.goto('/404.html');
    await tab.evaluate((text) => localStorage.setItem('trivium:assessment:test', text), JSON.stringify(kept));
  }
  return { context: fresh, tab };
}
const copyReady = (tab: Page) => tab.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
/** Everything that Trivium keeps in a profile, as its page finds it. */
const keptIn = (tab: Page) =>
  tab.evaluate(async () => {
    await navigator.locks.request('trivium', () => undefined);
    const names = await caches.keys();
    const databases = await indexedDB.databases();
    return {
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      caches: names,
      databases: databases.length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });
const nothing = { local: [], session: [], caches: [], databases: 0, workers: 0 };
const assessments = async (tab: Page) =>
  (await keptIn(tab)).local.filter((key) => key.startsWith('trivium:assessment:'));
async function deleteAll(tab: Page): Promise<void> {
  await tab.goto('/privacy/');
  await tab.getByRole('button', { name: 'Delete everything in this browser' }).click();
  await tab.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(tab.getByRole('status').filter({ hasText: 'Everything is deleted' })).toBeVisible();
}
/** What a person does in the settings of the browser, and what Safari does after seven days. */
async function clearSiteData(tab: Page): Promise<void> {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'all' });
}
async function openReport(tab: Page): Promise<void> {
  await tab.goto('/assess/full/report/');
  await expect(tab.locator('.report > .practice-sheet')).toBeVisible();
}
async function makeLink(tab: Page): Promise<string> {
  await tab.getByRole('button', { name: 'Share a private link' }).click();
  await expect(tab.locator('.shared-link')).toContainText('/open/#');
  return (await tab.locator('.shared-link').textContent()) ?? '';
}
async function openLink(tab: Page, link: string): Promise<void> {
  await tab.goto(link);
  await expect(tab.locator('.report > .practice-sheet')).toBeVisible();
}

test.beforeAll(async ({ browser }) => {
  site = await noting(siteServer());
  elsewhere = await noting(http.createServer((_, response) => response.end('elsewhere')));
  ({ context, tab: page } = await profile(browser, team, 'allow'));
  context.on('request', (request) => made.requests.push(request.url()));
  await page.goto(question);
  await copyReady(page);
  await page.getByRole('radio').nth(2).check();
  const note = page.getByRole('textbox', { name: /^Note/ });
  if (!(await note.isVisible())) await page.getByText('Add a note, how sure you are').click();
  await note.fill(`${secrets.note} again`);
  await openReport(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await page.getByRole('button', { name: 'Download answers' }).click();
  made.file = readFileSync(await (await download).path(), 'utf8');
  made.bare = await makeLink(page);
  for (const box of await page.locator('dialog.share').getByRole('checkbox').all()) await box.check();
  await expect.poll(async () => (await page.locator('.shared-link').textContent()) ?? '').not.toBe(made.bare);
  await expect
    .poll(async () => {
      made.full = (await page.locator('.shared-link').textContent()) ?? '';
      const read = await readLink(made.full, pack);
      return read.ok && read.value.decisions.length;
    })
    .toBe(1);
  await page.keyboard.press('Escape');
});
test.afterEach(async () => {
  for (const other of others.splice(0)) if (other !== context) await other.close();
});
test.afterAll(async () => {
  await context?.close();
  site?.close();
  elsewhere?.close();
});

type Proof = (fixtures: { browser: Browser }, info: TestInfo) => Promise<void>;
const proven: string[] = [];
function proves(statement: string, proof: Proof): void {
  proven.push(statement);
  test(statement, ({ browser }, info) => proof({ browser }, info));
}

proves(
  'Answers are kept in the storage of this browser, on this device, each as soon as you give it.',
  async ({ browser }) => {
    const { tab } = await profile(browser);
    await tab.goto(question);
    await tab.getByRole('radio').nth(1).check();
    await expect(tab.getByText('Saved in this browser')).toBeVisible();
    const [key = ''] = await assessments(tab);
    expect(await tab.evaluate((name) => localStorage.getItem(name), key)).toContain('"item":"fast-idea-to-model"');
    await tab.reload();
    await expect(tab.getByRole('radio').nth(1)).toBeChecked();
  },
);

proves('Everything that Trivium keeps there has a name that begins with "trivium:".', async () => {
  await page.goto('/entries/');
  await page.goto('/assess/full/meeting/fast-idea-to-model/');
  await expect(page.getByRole('radio').first()).toBeVisible();
  const { local, session, databases } = await keptIn(page);
  expect(local.length).toBeGreaterThan(1);
  expect([...local, ...session].filter((name) => !name.startsWith('trivium:'))).toEqual([]);
  expect(databases).toBe(0);
});

proves(
  'For times without a network, the browser keeps a copy of the files of this site; your answers are not in it.',
  async () => {
    const copy = await page.evaluate(async () => {
      const files: [string, string][] = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys())
          files.push([new URL(request.url).pathname, (await (await caches.match(request))?.text()) ?? '']);
      return files;
    });
    expect(copy.length).toBeGreaterThan(400);
    expect(copy.filter(([, text]) => Object.values(secrets).some((secret) => text.includes(secret)))).toEqual([]);
    const file = (name: string) => path.join('dist', name.endsWith('/') ? `${name}index.html` : name);
    expect(copy.map(([name]) => name).filter((name) => !existsSync(file(name)))).toEqual([]);
  },
);

proves('A browser that is set to save data makes no such copy.', async ({ browser }) => {
  const saving = await profile(browser, undefined, 'allow');
  await saving.context.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await saving.tab.goto('/', { waitUntil: 'networkidle' });
  expect(await keptIn(saving.tab)).toEqual(nothing);
});

proves('No answer, note or name is sent to any server.', async () => {
  expect(site.asked.some(({ url }) => url === question)).toBe(true);
  expect(site.asked.filter(({ method, body }) => method !== 'GET' || body !== '')).toEqual([]);
  expect(site.asked.flatMap(({ url, headers }) => [...tells(url), ...tells(headers.referer ?? '')])).toEqual([]);
});

proves('This site sets no cookie and asks no other site for anything.', async () => {
  expect(await context.cookies()).toEqual([]);
  expect(made.requests.length).toBeGreaterThan(20);
  expect(made.requests.filter((url) => !url.startsWith(`${site.origin}/`) && !/^(blob|data):/.test(url))).toEqual([]);
});

proves('Nobody is counted or watched; every request asks for a file of this site.', async () => {
  const files = site.asked.map(({ url }) => new URL(url, site.origin).pathname);
  const file = (name: string) => path.join('dist', name.endsWith('/') ? `${name}index.html` : name);
  expect([...new Set(files)].filter((name) => !existsSync(file(name)))).toEqual([]);
  expect(site.asked.filter(({ url }) => url.includes('?')).map(({ url }) => url)).toEqual([]);
});

proves('A content security policy forbids these pages from sending anything to another site.', async () => {
  await page.goto('/privacy/');
  const before = elsewhere.asked.length;
  const blocked = await page.evaluate(async (origin) => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective));
    await fetch(`${origin}/fetch`, { method: 'POST', mode: 'no-cors', body: 'x' }).catch(() => undefined);
    navigator.sendBeacon(`${origin}/beacon`, 'x');
    const image = new Image();
    const failed = new Promise((resolve) => image.addEventListener('error', resolve));
    image.src = `${origin}/image`;
    await failed;
    const form = document.createElement('form');
    Object.assign(form, { action: `${origin}/form`, method: 'post' });
    document.body.append(form);
    const refused = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (effectiveDirective === 'form-action') resolve();
      });
    });
    form.submit();
    await refused;
    return seen;
  }, elsewhere.origin);
  expect(blocked).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'form-action']));
  expect(page.url()).toBe(`${site.origin}/privacy/`);
  expect(elsewhere.asked.slice(before)).toEqual([]);
});

proves('A site that you go to from here is not told where you came from.', async () => {
  await page.goto(question);
  await page.evaluate((origin) => {
    const link = document.createElement('a');
    link.href = `${origin}/landing`;
    document.body.append(link);
    link.click();
  }, elsewhere.origin);
  await page.waitForURL(`${elsewhere.origin}/landing`);
  expect(elsewhere.asked.find(({ url }) => url === '/landing')?.headers.referer).toBeUndefined();
});

proves(
  'Whoever runs the server sees what every server sees, which file was asked for, when, and from which network address.',
  async () => {
    const usual =
      /^(host|connection|user-agent|accept(-.+)?|sec-.+|upgrade-insecure-requests|referer|origin|cache-control|pragma|if-.+|range|priority|purpose|service-worker)$/;
    const entry = site.asked.find(({ url }) => url === question);
    expect(entry?.from).toBe('127.0.0.1');
    expect(site.asked.flatMap(({ headers }) => Object.keys(headers)).filter((name) => !usual.test(name))).toEqual([]);
    expect(site.asked.filter(({ headers }) => headers.referer?.includes('#'))).toEqual([]);
  },
);

proves('That can show which question you looked at, but not what you answered.', async ({ browser }) => {
  const askedFor = async (choice: number) => {
    const { tab } = await profile(browser);
    const before = site.asked.length;
    await tab.goto(question);
    await tab.getByRole('radio').nth(choice).check();
    await expect(tab.getByText('Saved in this browser')).toBeVisible();
    const urls = site.asked.slice(before).map(({ url }) => url);
    return urls.filter((url) => !/^\/(_astro\/|sw\.js)/.test(url)).toSorted();
  };
  const [low, high] = [await askedFor(0), await askedFor(4)];
  expect(low).toContain(question);
  expect(high).toEqual(low);
});

proves(
  'Words that you type into the search stay in this browser until you ask for the whole list, whose address holds them.',
  async ({ browser }) => {
    const { tab } = await profile(browser);
    await tab.goto('/');
    const before = site.asked.length;
    await tab.getByRole('combobox').fill('label lag');
    await expect(tab.getByRole('option').first()).toBeVisible();
    expect(site.asked.slice(before).filter(({ url, headers }) => /lag/.test(url + headers.referer))).toEqual([]);
    await tab.getByRole('button', { name: 'Search' }).click();
    await tab.waitForURL(/q=label/);
    expect(site.asked.slice(before).some(({ url }) => url === '/entries/?q=label+lag')).toBe(true);
  },
);

proves(
  'A private link carries the report after its "#", a part that browsers do not send to a server.',
  async ({ browser }) => {
    const { tab } = await profile(browser);
    const before = site.asked.length;
    await openLink(tab, made.full);
    const code = made.full.split('#')[1] ?? '';
    expect(code.length).toBeGreaterThan(50);
    expect(JSON.stringify(site.asked.slice(before))).not.toContain(code.slice(0, 12));
  },
);

proves(
  'Mail and chat programs that check links, such as Outlook and Teams, send all of a link to their own servers, so send the file if they must not see it.',
  async ({ browser }) => {
    const { tab } = await profile(browser, team);
    const code = made.full.split('#')[1] ?? '';
    const replaced = `${elsewhere.origin}/?url=${encodeURIComponent(made.full)}&data=05%7C02&reserved=0`;
    await tab.goto(replaced); // the first request of a click on such a link
    expect(elsewhere.asked.some(({ url }) => url.includes(code))).toBe(true);
    await openReport(tab);
    await makeLink(tab);
    const download = tab.waitForEvent('download');
    await tab.locator('dialog.share').getByRole('button', { name: 'Download the file' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.json$/);
    expect(elsewhere.asked.filter(({ url }) => url.includes('.json'))).toEqual([]);
  },
);

proves(
  'Whoever has a link can read what is in it and pass it on, even after you have deleted everything here.',
  async ({ browser }) => {
    const giver = await profile(browser, team);
    await openReport(giver.tab);
    const link = await makeLink(giver.tab);
    await deleteAll(giver.tab);
    const receiver = await profile(browser);
    await openLink(receiver.tab, link);
    const next = await profile(browser);
    await openLink(next.tab, receiver.tab.url());
  },
);

proves(
  'A link holds answers, coded reasons, targets, context and date, and how far apart a group is; names, notes and decisions only where you tick them.',
  async () => {
    const read = async (link: string) => {
      const opened = await readLink(link, pack);
      if (!opened.ok) throw new Error(opened.problems.join(' '));
      return opened.value;
    };
    const [bare, full] = [await read(made.bare), await read(made.full)];
    const own = JSON.parse(made.file);
    expect(bare).toMatchObject({
      context: own.context,
      date: own.date,
      targets: own.targets.map(({ item, level }: { item: string; level: number }) => ({ item, level })),
    });
    expect(bare.answers.filter(({ state }) => state !== 'unanswered')).toHaveLength(own.answers.length);
    expect(bare.answers.flatMap(({ reason }) => reason ?? []).length).toBe(
      own.answers.flatMap(({ reason }: { reason?: string }) => reason ?? []).length,
    );
    expect(tells(JSON.stringify(bare))).toEqual([]);
    expect(tells(JSON.stringify(full))).toEqual(Object.values(secrets));
  },
);

proves('Opening a link stores nothing of it here until you save a copy.', async ({ browser }) => {
  const { tab } = await profile(browser);
  await openLink(tab, made.full);
  expect(await keptIn(tab)).toEqual(nothing);
  await tab.getByRole('button', { name: 'Save a copy' }).click();
  await tab.waitForURL(/report/);
  expect(await assessments(tab)).toHaveLength(1);
});

proves('A link that you opened stays in the history of the browser, with everything in it.', async ({ browser }) => {
  const { tab } = await profile(browser);
  await openLink(tab, made.full);
  await tab.goto('/study/');
  await tab.goBack();
  expect(tab.url()).toBe(made.full);
});

proves(
  'A downloaded file of answers holds everything you wrote in that assessment, with names, notes and decisions.',
  async () => {
    expect(tells(made.file)).toEqual(Object.values(secrets));
    expect(made.file).toContain(`${secrets.note} again`);
    expect(JSON.parse(made.file).answers.length).toBeGreaterThan(10);
  },
);

proves('A file that you open here is read in this browser and not uploaded.', async ({ browser }) => {
  const { tab } = await profile(browser);
  await tab.goto('/open/');
  const before = site.asked.length;
  await tab
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(made.file) });
  await expect(tab.locator('.report > .practice-sheet')).toBeVisible();
  expect(site.asked.slice(before).filter(({ method, body }) => method !== 'GET' || body !== '')).toEqual([]);
  expect(site.asked.slice(before).flatMap(({ url }) => tells(url))).toEqual([]);
});

proves('Everyone who uses this browser profile can read your answers, as there is no password.', async () => {
  const other = await context.newPage();
  await other.goto('/assess/');
  await expect(other.locator('.draft-list strong')).toHaveText(secrets.system);
  await other.close();
});

proves(
  'Other sites at the same host name can read them too, for example all sites below one github.io name.',
  async ({ browser }) => {
    const { context: profileOf, tab } = await profile(browser, team);
    await profileOf.route('**/somebody-else/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>Another site' }),
    );
    const readable = () => tab.evaluate(() => JSON.stringify(localStorage));
    await tab.goto('/somebody-else/');
    expect(tells(await readable())).toContain(secrets.note);
    await tab.goto(`${site.origin.replace('127.0.0.1', 'localhost')}/somebody-else/`);
    expect(tells(await readable())).toEqual([]);
  },
);

proves('A private window forgets them when it is closed.', async ({ browser }) => {
  const first = await profile(browser, team);
  await first.context.close();
  const { tab } = await profile(browser);
  await tab.goto('/assess/');
  expect(await assessments(tab)).toEqual([]);
});

proves(
  'Safari may delete them after seven days without a visit; a downloaded file brings them back.',
  async ({ browser }) => {
    const { tab } = await profile(browser, team);
    await clearSiteData(tab);
    await tab.goto('/assess/');
    await expect(tab.locator('.draft-list')).toBeHidden();
    await tab
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(made.file) });
    await tab.getByRole('button', { name: 'Add as a new assessment' }).click();
    await expect(tab.locator('.draft-list strong')).toHaveText(secrets.system);
    const [key = ''] = await assessments(tab);
    const { savedAt: _, ...back } = JSON.parse(await tab.evaluate((name) => localStorage.getItem(name) ?? '', key));
    const { savedAt: __, ...file } = JSON.parse(made.file);
    expect(back).toEqual(file);
  },
);

proves(
  'The button below deletes what Trivium keeps in this browser, which is answers, earlier states, settings and the copy of the site.',
  async ({ browser }) => {
    const { tab } = await profile(browser, team, 'allow');
    await tab.goto(question);
    await copyReady(tab);
    await tab.getByRole('radio').nth(0).check();
    await expect(tab.getByText('Saved in this browser')).toBeVisible();
    const before = await keptIn(tab);
    expect(before.local.map((key) => key.split(':')[1])).toEqual(
      expect.arrayContaining(['assessment', 'snapshot', 'current']),
    );
    expect(before).toMatchObject({ workers: 1, caches: [expect.stringContaining('trivium-copy-')] });
    await deleteAll(tab);
    expect(await keptIn(tab)).toEqual(nothing);
  },
);

test('a tab that stays open keeps nothing either once another has deleted everything', async ({ browser }) => {
  const { context: both, tab } = await profile(browser, team);
  await tab.goto(question);
  const other = await both.newPage();
  for (const choice of [0, 1]) {
    await tab.getByRole('radio').nth(choice).check();
    await expect(tab.getByText('Saved in this browser')).toBeVisible();
  }
  expect((await keptIn(tab)).session).toContain('trivium:last-saved');
  await other.goto('/privacy/');
  await tab.waitForTimeout(1500); // by then the script of every page listens
  await deleteAll(other);
  await expect(tab).toHaveURL(/\/assess\/$/);
  expect((await keptIn(tab)).session).not.toContain('trivium:last-saved');
  await tab.goto('/method/');
  await expect.poll(() => keptIn(tab)).toEqual(nothing); // also without the number of the new, empty assessment
  await other.close();
});

proves('It leaves alone what other sites at this address keep.', async ({ browser }) => {
  const { tab } = await profile(browser, team);
  await tab.evaluate(async () => {
    localStorage.setItem('their-notes', 'theirs');
    await caches.open('their-copy');
  });
  await deleteAll(tab);
  expect(await keptIn(tab)).toEqual({ ...nothing, local: ['their-notes'], caches: ['their-copy'] });
});

proves(
  'Other open tabs of Trivium close an assessment that was deleted, unless it has changes that could not be saved.',
  async ({ browser }) => {
    const { context: both, tab } = await profile(browser, team);
    await tab.goto(question);
    await tab.getByRole('radio').nth(0).check();
    await expect(tab.getByText('Saved in this browser')).toBeVisible();
    const other = await both.newPage();
    await deleteAll(other);
    await expect(tab).toHaveURL(/\/assess\/$/);
    await tab.getByLabel('Name of the system').fill('Search');
    await expect.poll(() => assessments(other)).toHaveLength(1);
    expect(await other.evaluate(() => JSON.stringify(localStorage))).not.toContain('"level"');
  },
);

proves('Your next visit makes a new copy of the site, without answers.', async ({ browser }) => {
  const { tab } = await profile(browser, team, 'allow');
  await tab.goto('/');
  await copyReady(tab);
  await deleteAll(tab);
  await tab.goto('/');
  await copyReady(tab);
  const { caches: copies, local } = await keptIn(tab);
  expect([copies.length, local]).toEqual([1, []]);
});

proves(
  'Deleting the data of this site in the settings of the browser does the same as the button.',
  async ({ browser }) => {
    const { tab } = await profile(browser, team, 'allow');
    await tab.goto('/404.html');
    await copyReady(tab);
    await clearSiteData(tab);
    await expect.poll(() => keptIn(tab)).toEqual({ ...nothing, session: expect.anything() });
  },
);

/** A repository with code that would tell on itself if it ran, and with words that must not leave it. */
function repository(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'trivium-privacy-'));
  const ran = path.join(folder, 'ran');
  writeFileSync(
    path.join(folder, 'train.py'),
    `import mlflow\nmlflow.autolog()  # ${secrets.note}\nopen('${ran}', 'w')\n`,
  );
  writeFileSync(path.join(folder, 'conftest.py'), `open('${ran}', 'w')\n`);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ scripts: { install: `touch ${ran}` } }));
  writeFileSync(path.join(folder, 'dvc.yaml'), `stages:\n  train:\n    cmd: touch ${ran} # ${secrets.reason}\n`);
  return folder;
}

proves(
  'A look at a repository reads files in the folder that you name, runs none of its code and uses no network.',
  async () => {
    const folder = repository();
    const outside = path.join(path.dirname(folder), `${path.basename(folder)}-outside.py`);
    writeFileSync(outside, 'import wandb\nwandb.init()\n');
    symlinkSync(outside, path.join(folder, 'link.py'));
    const { status, out, err } = spawnWatched(['look', folder]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('dvc.yaml');
    expect(out).not.toMatch(/wandb|Weights|outside/);
    expect(existsSync(path.join(folder, 'ran'))).toBe(false);
  },
);

proves(
  'What a look finds is a file, a line and a sentence of ours, and it holds nothing else of your code.',
  async () => {
    const folder = repository();
    const file = path.join(folder, 'found.json');
    expect(spawnWatched(['look', folder, '--out', file]).status).toBe(0);
    const ours = new Set([...loadKnowledgeBase().lookRules.values()].map(({ says }) => says));
    const { items } = JSON.parse(readFileSync(file, 'utf8'));
    const reasons = items.flatMap((item: { reasons: object[] }) => item.reasons);
    expect(reasons.length).toBeGreaterThan(0);
    for (const { says, file: at, line, points, trouble, ...more } of reasons) {
      expect(ours.has(says)).toBe(true);
      expect([typeof at, ['number', 'undefined'].includes(typeof line), more]).toEqual(['string', true, {}]);
    }
    expect(tells(readFileSync(file, 'utf8'))).toEqual([]);
  },
);

/** Puts what an agent found about the first question beside the assessment of a tab. */
async function putProposals(tab: Page): Promise<void> {
  const item = pack.items.find(({ id }) => id === 'fast-idea-to-model');
  if (!item) throw new Error('The question has gone.');
  const file = proposalsOf(pack, [agentProposal(item.id, item.rev, 4)], agent);
  await tab.goto('/open/');
  await tab
    .locator('input[type=file]')
    .setInputFiles({ name: 'found.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await expect(tab.locator('.proposals')).toContainText(secret);
}

proves(
  'What was found counts nowhere until you accept or confirm it. Until then, no report, link or file of answers contains it.',
  async ({ browser }) => {
    const { answers, ...rest } = team;
    const kept = { ...rest, answers: answers.filter((each) => each.item !== 'fast-idea-to-model') };
    const filesOf = async (tab: Page) => {
      await openReport(tab);
      await expect(tab.locator('.report .last-columns')).toBeVisible(); // the last part that is drawn
      await expect(tab.locator('.report dt', { hasText: t('report.measure') }).first()).toBeVisible(); // arrives later
      const shown = await tab.locator('.report').innerText();
      const download = tab.waitForEvent('download');
      await tab.getByRole('button', { name: 'Download', exact: true }).click();
      await tab.getByRole('button', { name: 'Download answers' }).click();
      const file = readFileSync(await (await download).path(), 'utf8');
      const link = (await makeLink(tab)).split('#')[1] ?? '';
      return { shown, file: JSON.parse(file).answers, link };
    };
    const { tab } = await profile(browser, kept);
    const before = await filesOf(tab);
    await putProposals(tab);
    await tab.getByRole('button', { name: /^Add to Quagga/ }).click();
    await tab.waitForURL(/check/);
    expect(await filesOf(tab)).toEqual(before);
    const press = async (name: RegExp) => {
      await tab.goto(question);
      await tab.getByRole('button', { name }).click();
      await expect(tab.getByText('Saved in this browser')).toBeVisible();
      return filesOf(tab);
    };
    const taken = await press(/^Accept as evidence/);
    expect(JSON.stringify(before.file)).not.toContain(secret);
    expect(JSON.stringify(taken.file)).toContain(secret);
    const confirmed = await press(/^Confirm this answer/);
    expect(confirmed.link).not.toBe(before.link);
    expect(confirmed.file).toHaveLength(before.file.length + 1);
  },
);

proves(
  'A proposals file that you open here is shown before anything is kept, stays in this browser and is not uploaded.',
  async ({ browser }) => {
    const { tab } = await profile(browser);
    const before = site.asked.length;
    await putProposals(tab);
    expect(await keptIn(tab)).toEqual(nothing);
    await tab.getByRole('button', { name: 'Add to a new assessment' }).click();
    await tab.waitForURL(/check/);
    await expect(tab.locator('#found')).toBeVisible();
    expect((await keptIn(tab)).local.filter((key) => key.startsWith('trivium:proposals:'))).toHaveLength(1);
    const asked = site.asked.slice(before);
    expect(asked.filter(({ method, body }) => method !== 'GET' || body !== '')).toEqual([]);
    expect(asked.filter(({ url }) => decodeURIComponent(url).includes(secret))).toEqual([]);
  },
);

proves(
  'An assistant that works with Trivium can look at the one folder that you named, and only scores the answers that it is given.',
  async () => {
    const client = new Client({ name: 'test', version: '1' });
    const args = ['src/cli/trivium.ts', 'mcp', repository()];
    await client.connect(new StdioClientTransport({ command: process.execPath, args }));
    const { tools } = await client.listTools();
    const inputs = tools.flatMap(({ name, inputSchema }) =>
      Object.keys(inputSchema.properties ?? {}).map((key) => `${name}.${key}`),
    );
    expect(inputs.filter((input) => /folder|path|file|url|address/i.test(input.split('.')[1] ?? ''))).toEqual([]);
    const { content } = await client.callTool({ name: 'look_at_folder', arguments: {} });
    expect(tells(JSON.stringify(content))).toEqual([]);
    const scored = await client.callTool({ name: 'score_answers', arguments: { answers: JSON.stringify(team) } });
    expect(JSON.stringify(scored.content)).toContain(secrets.system);
    expect((await client.callTool({ name: 'score_answers', arguments: { answers: '' } })).isError).toBe(true);
    await client.close();
  },
);

test('the page states these sentences and no others', async ({ browser }) => {
  const { tab } = await profile(browser);
  await tab.goto('/privacy/');
  const stated = await tab.locator('main li').allTextContents();
  expect(stated).toEqual(loadPrivacyPromises().flatMap(({ statements }) => statements));
  expect(proven.toSorted()).toEqual(stated.toSorted());
  expect(new Set(proven).size).toBe(proven.length);
  await expect(tab.locator('main :is(p, dd):visible').filter({ hasText: /\w/ })).toHaveCount(0);
});

test('nothing is deleted before the question is answered, and a refusal by the browser is shown', async ({
  browser,
}) => {
  const { tab } = await profile(browser, team);
  await tab.goto('/privacy/');
  const ask = tab.getByRole('button', { name: 'Delete everything in this browser' });
  await ask.focus();
  await tab.keyboard.press('Enter');
  await expect(tab.getByText('Delete all of this?')).toBeFocused();
  await expect(tab.locator('.here')).toHaveText(/^Assessments: 1\. .+ 0\. Files in the copy of the site: 0\.$/);
  await tab.getByRole('button', { name: 'Keep it' }).click();
  await expect(ask).toBeFocused();
  expect(await assessments(tab)).toHaveLength(1);
  await tab.evaluate(() => {
    Storage.prototype.removeItem = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });
  await ask.click();
  await tab.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(tab.getByRole('status').filter({ hasText: 'did not delete everything (SecurityError)' })).toBeVisible();
  expect(await assessments(tab)).toHaveLength(1);
  await tab.evaluate(() => localStorage.clear());
  await tab.reload();
  await ask.click();
  await expect(tab.getByText('There is nothing to delete')).toBeVisible();
});
