import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { watchTabs } from '../support/opened-tabs.ts';

test.afterEach(({ context }) => context.clearPermissions()); // the context is shared

const kb = loadKnowledgeBase();
const ids = [...kb.entries.keys()];

/** Types into the search field of the page and waits for the list. */
async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search the knowledge base' }).fill(words);
  await expect(page.getByRole('listbox')).toBeVisible();
}

test.describe('search from any page', () => {
  test('/ goes to the field, arrows move through options, Enter opens one', async ({ page }) => {
    await page.goto('/method/');
    await page.keyboard.press('/');
    const field = page.getByRole('combobox');
    await expect(field).toBeFocused();
    await page.keyboard.type('pager all night');
    await expect(page.getByRole('option').first()).toContainText('Alert fatigue');
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowDown');
    const first = page.getByRole('option').first();
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(field).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '');
    await page.keyboard.press('End');
    await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Home');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/entries/alert-fatigue/');
  });

  test('results that are asked for twice do not lose the option that is active', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, { answers: 0 });
      window.Worker = class extends Worker {
        constructor(...source: ConstructorParameters<typeof Worker>) {
          super(...source);
          this.addEventListener('message', () =>
            Object.assign(window, { answers: Reflect.get(window, 'answers') + 1 }),
          );
        }
      };
    });
    const answers = () => page.evaluate(() => Reflect.get(window, 'answers') as number);
    await page.goto('/method/');
    await search(page, 'drift');
    await page.keyboard.press('ArrowDown');
    const first = page.getByRole('option').first();
    await expect(first).toHaveAttribute('aria-selected', 'true');
    const before = await answers();
    await page.getByRole('combobox').dispatchEvent('input');
    await expect.poll(answers).toBeGreaterThan(before);
    await expect(first).toHaveAttribute('aria-selected', 'true');
  });

  test('Escape closes the list, then empties the field; the focus stays', async ({ page }) => {
    await page.goto('/method/');
    await search(page, 'drift');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(page.getByRole('combobox')).toHaveValue('drift');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox')).toHaveValue('');
    await expect(page.getByRole('combobox')).toBeFocused();
  });

  test('results that come after the person has moved on open nothing', async ({ page }) => {
    // Counts what the worker has answered, with a listener that runs before the one of the page.
    await page.addInitScript(() => {
      const PageWorker = window.Worker;
      window.Worker = class extends PageWorker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          this.addEventListener('message', ({ data }) => {
            if ('result' in data) document.documentElement.dataset['answered'] = '';
          });
        }
      };
    });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/search/index.json', (route) => held.then(() => route.continue()));
    await page.goto('/method/');
    await page.getByRole('combobox').fill('drift');
    await page.keyboard.press('Tab');
    release();
    await expect(page.locator('html[data-answered]')).toBeAttached();
    await expect(page.getByRole('listbox')).toBeHidden();
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('listbox')).toBeVisible();
  });

  test('a settled query is announced once, with its count', async ({ page }) => {
    await page.clock.install();
    await page.goto('/method/');
    await page.evaluate(() => {
      const status = document.querySelector('form.search [role=status]') as HTMLElement;
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, { childList: true });
    });
    await page.getByRole('combobox').pressSequentially('drift', { delay: 30 });
    await expect(page.locator('form.search [role=status]')).toHaveText(/\d+ entries found/);
    await page.clock.runFor(5000); // anything still pending would be announced by now
    const said = await page.evaluate(() => Reflect.get(window, 'said') as string[]);
    expect(said.filter((sentence) => sentence !== '')).toHaveLength(1);
  });

  test('results are links: middle click, Ctrl+click and Ctrl+Enter open a new tab; a click stays in this one', async ({
    page,
  }) => {
    await page.goto('/method/');
    await search(page, 'alert fatigue');
    const result = page.getByRole('option').first();
    const entry = '/entries/alert-fatigue/';
    const opensTab = await watchTabs(page);
    await opensTab(() => result.click({ button: 'middle' }), entry);
    await opensTab(() => result.click({ modifiers: ['ControlOrMeta'] }), entry);
    await page.keyboard.press('ArrowDown');
    await opensTab(() => page.keyboard.press('Control+Enter'), entry);
    await expect(page).toHaveURL('/method/');
    await expect(page.getByRole('combobox')).toBeFocused();
    await result.click();
    await expect(page).toHaveURL(entry);
  });

  test('the last result, which leads to all results, is a link too', async ({ page }) => {
    await page.goto('/method/');
    await search(page, 'model');
    await expect(page.getByRole('option').last()).toHaveAttribute('href', /\/entries\/\?q=model$/);
  });

  test('pages that the query names come first, however the name is written', async ({ page }) => {
    await page.goto('/method/');
    await search(page, 'ｐ１８');
    await expect(page.getByRole('option').first()).toHaveAttribute('href', /\/study\/participants\/P18\/$/);
    await search(page, `the ${kb.firstMinutes?.asked[0]?.toUpperCase()}`);
    await expect(page.getByRole('option').first()).toHaveAttribute('href', /\/trouble\/$/);
  });

  test('only the first characters of a very long query are searched, and the page says so', async ({ page }) => {
    const long = `alert fatigue ${'a7b3c9d2'.repeat(10_000)}`;
    await page.goto('/method/');
    await search(page, long);
    await expect(page.getByRole('option').last()).toHaveText('Only the first 300 characters are searched.');
    await expect(page.locator('form.search [role=status]')).toHaveText(
      /^Only the first 300 characters are searched\. \d+ entr(y|ies) found/,
    );
    await search(page, 'alert fatigue');
    await expect(page.getByRole('option').first()).toContainText('Alert fatigue');
    await page.goto(`/entries/?q=${long.slice(0, 2000)}`);
    await expect(page.locator('#found-count')).toHaveText(/Only the first 300 characters are searched\./);
    expect(new URL(page.url()).searchParams.get('q')).toBe(long.slice(0, 300));
  });

  test('an emoji at the limit of a query is not split', async ({ page }) => {
    const start = `alert fatigue ${'a '.repeat(142)}x`;
    expect(start).toHaveLength(299);
    await page.goto('/method/');
    await search(page, `${start}😀😀`);
    await expect(page.getByRole('option').first()).toContainText('Alert fatigue');
    const all = await page.getByRole('option').last().getAttribute('href');
    expect(new URLSearchParams(all?.split('?')[1]).get('q')).toBe(start);
  });

  test('a search that gets stuck is stopped, and the next one is answered', async ({ page }) => {
    await page.clock.install();
    // A worker that loads but never answers the query "stuck".
    await page.addInitScript(() => {
      const PageWorker = window.Worker;
      window.Worker = class extends PageWorker {
        override postMessage(message: { requestId: number; request: { text: string } }): void {
          if (message.request.text !== 'stuck') {
            super.postMessage(message);
            return;
          }
          const data = { requestId: message.requestId, isStarted: true };
          this.dispatchEvent(new MessageEvent('message', { data }));
          document.documentElement.dataset['stuck'] = '';
        }
      };
    });
    await page.goto('/method/');
    await page.getByRole('combobox').fill('stuck');
    await expect(page.locator('html[data-stuck]')).toBeAttached();
    await page.clock.runFor(10_000);
    await expect(page.locator('form.search [role=status]')).toHaveText(/took too long/);
    await search(page, 'drift');
    await expect(page.getByRole('option').first()).toBeVisible();
  });

  test('if nothing is found, the page says so, with similar words', async ({ page }) => {
    await page.goto('/method/');
    await search(page, 'zzzdashbord');
    await expect(page.getByRole('option')).toHaveText(/Nothing found for "zzzdashbord".*dashboard/);
  });

  test('text that looks like markup is searched for as text', async ({ page }) => {
    await page.goto('/entries/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E');
    await expect(page.locator('#find')).toHaveValue('<img src=x onerror=alert(1)>');
    await expect(page.locator('#found-count')).toHaveText(/found|All/);
    await expect(page.locator('main img')).toHaveCount(0);
  });

  test('nothing is loaded for it before the field has the focus, and only our own files then', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/entries/alert-fatigue/', { waitUntil: 'networkidle' });
    expect(asked.filter((url) => url.includes('/search/'))).toEqual([]);
    await search(page, 'labels');
    expect(asked.filter((url) => url.includes('/search/'))).toHaveLength(2);
    expect(asked.filter((url) => !url.startsWith('http://127.0.0.1:'))).toEqual([]);
  });
});

test.describe('the list of all entries', () => {
  const visible = (page: Page) => page.locator('.card:visible');

  test('words and facets narrow it, live in the address, and survive reload and going back', async ({ page }) => {
    await page.goto('/entries/');
    await expect(visible(page)).toHaveCount(ids.length);
    await page.getByRole('checkbox', { name: /^Pain points/ }).check();
    await expect(visible(page)).toHaveCount(14);
    await expect(page).toHaveURL('/entries/?kind=pain-point');
    await page.locator('summary', { hasText: 'The three Vs' }).click();
    await page.getByRole('checkbox', { name: /^Versioning/ }).check();
    await expect(page).toHaveURL(/variable=versioning/); // written once the list is drawn
    const both = await visible(page).count();
    expect(both).toBeLessThan(14);
    await page.reload();
    await expect(visible(page)).toHaveCount(both);
    await page.goBack();
    await expect(visible(page)).toHaveCount(14);
    await expect(page.getByRole('checkbox', { name: /^Versioning/ })).not.toBeChecked();
  });

  test('a query puts the best entry first and marks its words', async ({ page }) => {
    await page.goto('/entries/?q=alert+fatigue');
    await expect(visible(page).first()).toHaveAttribute('id', 'alert-fatigue');
    await expect(visible(page).first().locator('mark').first()).toHaveText(/alert/i);
  });

  test('counts say what each choice would leave, and a choice that leaves nothing cannot be taken', async ({
    page,
  }) => {
    await page.goto('/entries/?kind=pain-point');
    for (const box of await page.locator('.facet input[name=variable]').all()) {
      const shown = box.locator('xpath=../*[contains(@class, "count")]');
      await expect(shown).toHaveText(/\d/);
      const count = Number(await shown.textContent());
      if (count === 0) await expect(box).toBeDisabled();
    }
    await page.locator('summary', { hasText: 'Layer' }).click();
    const label = page.locator('label:has(input[name=layer][value=pipeline])');
    const promised = Number(await label.locator('.count').textContent());
    await label.locator('input').check();
    await expect(visible(page)).toHaveCount(promised);
  });

  test('if nothing is found, the page offers similar words that lead on', async ({ page }) => {
    await page.goto('/entries/?q=zzzdashbord');
    await expect(page.locator('.nothing')).toContainText('Nothing found for "zzzdashbord"');
    await page.locator('.nothing').getByRole('button', { name: 'dashboard' }).click();
    await expect(page.locator('#find')).toHaveValue('dashboard');
    await expect.poll(() => visible(page).count()).toBeGreaterThan(0);
  });

  test('the shortcut can be switched off, and stays off', async ({ page }) => {
    await page.goto('/entries/');
    await page.getByLabel('Press / on any page').uncheck();
    await page.goto('/method/');
    await page.keyboard.press('/');
    await expect(page.getByRole('combobox')).not.toBeFocused();
  });
});

test.describe('an entry', () => {
  test('shows its evidence beside the text at desktop width, with links to participant and claim', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/entries/alert-fatigue/');
    const text = await page.locator('.text p').first().boundingBox();
    const note = await page.locator('.text > p .cite').first().boundingBox();
    expect(note?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
    await expect(page.locator('.text .cite a[href="/study/participants/P8/"]').first()).toBeVisible();
  });

  test('what the authors say and what we infer look different and say so', async ({ page }) => {
    await page.goto('/entries/alert-fatigue/');
    await expect(page.locator('.ours').first()).toContainText('Our reading');
    await expect(page.locator('.variable-effects .is-stated').first()).toContainText('stated by the authors');
    const border = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).borderTopStyle);
    expect(await border('.ours')).toBe('dashed');
    expect(await border('.text > p')).toBe('none');
  });

  test('a citation can be copied, and the page says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/entries/alert-fatigue/');
    await page.getByText('Cite this entry').click();
    await page.getByRole('button', { name: 'Copy' }).nth(1).click();
    await expect(page.locator('#copied')).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('@misc{trivium-alert-fatigue');
  });

  test('headings have links with a name, to themselves', async ({ page }) => {
    await page.goto('/entries/alert-fatigue/');
    const anchor = page.getByRole('link', { name: 'Link to section What interviewees see' });
    await expect(anchor).toHaveAttribute('href', '#what-interviewees-see');
    await expect(page.locator('#what-interviewees-see')).toBeVisible();
  });

  test('its text has a line length that reads well', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/entries/alert-fatigue/');
    const letters = await page
      .locator('.text > p')
      .first()
      .evaluate((paragraph) => {
        const probe = document.createElement('span');
        probe.textContent = 'abcdefghijklmnopqrstuvwxyz'.repeat(2);
        probe.style.position = 'absolute';
        paragraph.append(probe);
        const perLetter = probe.getBoundingClientRect().width / 52;
        probe.remove();
        return paragraph.getBoundingClientRect().width / perLetter;
      });
    expect(letters).toBeGreaterThanOrEqual(45);
    expect(letters).toBeLessThanOrEqual(80);
  });
});

test('the evidence matrix can be put in another order', async ({ page }) => {
  await page.goto('/study/matrix/');
  await page.getByLabel('Order of people').selectOption('size');
  const sizes = await page
    .locator('.matrix thead th[data-size]')
    .evaluateAll((heads) => heads.map((head) => Number((head as HTMLElement).dataset['size'])));
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  const head = await page.locator('.matrix thead th').nth(3).getAttribute('data-id');
  expect(await page.locator('.matrix tbody tr').first().locator('td').nth(2).getAttribute('data-id')).toBe(head);
});

test('participants can be filtered', async ({ page }) => {
  await page.goto('/study/participants/');
  await page.getByLabel('Role').selectOption('MLE manager');
  await expect(page.locator('.participants tbody tr:visible')).toHaveCount(4);
});

test('the first fifteen minutes can be copied as a list', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/trouble/');
  await page.getByRole('button', { name: 'Copy the list' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^The first fifteen minutes\n1\. /);
});

test('the first step and the symptoms are on the first two screens of a phone, and typing narrows the list', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/trouble/');
  const top = async (name: string) => (await page.getByRole('heading', { name }).boundingBox())?.y ?? Infinity;
  expect(await top('Freeze changes')).toBeLessThan(844);
  expect(await top('What do you see?')).toBeLessThan(2 * 844);
  await page.getByLabel('Type a few words to narrow the list').fill('Pager night');
  const shown = page.locator('.all-sentences li:visible');
  await expect(shown).toHaveText([/The pager goes off all night/]);
  await expect(page.getByText('1 sentence has these words.')).toBeVisible();
  await page.getByLabel('Type a few words to narrow the list').fill('xyzzy');
  await expect(page.getByText('No sentence has all of these words.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Search all entries' })).toHaveAttribute('href', '/entries/?q=xyzzy');
  await page.getByLabel('Type a few words to narrow the list').fill(`pager ${'é '.repeat(500)}`);
  await expect(page.getByText('Only the first 300 characters are searched.')).toBeVisible();
  await page.getByLabel('Type a few words to narrow the list').fill('');
  await page.getByRole('link', { name: 'The pager goes off all night' }).first().click();
  await expect(page).toHaveURL('/entries/alert-fatigue/');
});

test('every sentence in the list of symptoms links to its entry', async ({ page }) => {
  await page.goto('/trouble/');
  const links = await page
    .locator('.all-sentences li a')
    .evaluateAll((anchors) => anchors.map((anchor) => [anchor.textContent, anchor.getAttribute('href')]));
  const troubles = [...kb.entries.values()].filter(({ kind }) => kind === 'pain-point' || kind === 'anti-pattern');
  const expected = troubles.flatMap(({ id, symptoms }) => symptoms.map((symptom) => [symptom, `/entries/${id}/`]));
  expect(links.toSorted()).toEqual(expected.toSorted());
});

test('every entry has a Markdown version, is in llms.txt and in the sitemap, and has structured data', async ({
  request,
}) => {
  const [llms, sitemap] = await Promise.all(
    ['/llms.txt', '/sitemap.xml'].map(async (path) => (await request.get(path)).text()),
  );
  for (const id of ids) {
    expect(llms, id).toContain(`/entries/${id}.md`);
    expect(sitemap, id).toContain(`/entries/${id}/</loc>`);
    expect((await request.get(`/entries/${id}.md`)).status(), id).toBe(200);
    const page = await (await request.get(`/entries/${id}/`)).text();
    const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(json), id).toMatchObject({ '@type': 'DefinedTerm', identifier: id, termCode: id });
  }
});

test('the feed holds every change and is well formed', async ({ page, request }) => {
  const text = await (await request.get('/feed.xml')).text();
  await page.goto('about:blank'); // our own pages do not allow parsing markup
  const found = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'application/xml');
    return { broken: feed.querySelector('parsererror') !== null, items: feed.querySelectorAll('entry').length };
  }, text);
  expect(found).toEqual({ broken: false, items: kb.changes.length });
});

test('the card for sharing is there, and small enough', async ({ request }) => {
  const home = await (await request.get('/')).text();
  expect(home.slice(0, 8192)).toContain('property="og:image"');
  const card = await request.get('/card.png');
  const png = await card.body();
  expect(png.length).toBeLessThan(125_000);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]); // the size that previews expect
});

test('the list of entries finds and counts although the browser refuses to change the address', async ({ page }) => {
  await page.addInitScript(() => {
    history.replaceState = () => {
      throw new DOMException('more than 100 times per 10 seconds', 'SecurityError');
    };
  });
  await page.goto('/entries/');
  await page.getByRole('searchbox').fill('drift');
  await expect(page.locator('#found-count')).toContainText(/^\d+ entr/);
});
