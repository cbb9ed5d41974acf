import { expect, test } from '@playwright/test';
import { loadPrivacyPromises } from '../../src/build/privacy-promises.ts';
import { assessments, deleteAll, keptIn, nothing } from '../support/privacy-acts.ts';
import { openSetting, type Setting } from '../support/privacy-setting.ts';
import { question, team } from '../support/privacy-team.ts';
import { deletingProofs } from './privacy/delete.ts';
import { filesProofs } from './privacy/files.ts';
import { keptProofs } from './privacy/kept.ts';
import { linksProofs } from './privacy/links.ts';
import { othersProofs } from './privacy/others.ts';
import { repositoriesProofs } from './privacy/repositories.ts';
import { sentProofs } from './privacy/sent.ts';
import { serverProofs } from './privacy/server.ts';

// Each statement of the page "What happens to my answers" is proven by the test of the same name. The proofs are in the
// folder `privacy`, in a file for each part of the page.

test.describe.configure({ mode: 'default' }); // one after the other, so that they share the setting

let setting: Setting;
test.beforeAll(async ({ browser }) => {
  setting = await openSetting(browser);
});
test.afterEach(() => setting.closeProfiles());
test.afterAll(() => setting?.close());

const proofs = [
  keptProofs,
  sentProofs,
  serverProofs,
  linksProofs,
  filesProofs,
  othersProofs,
  deletingProofs,
  repositoriesProofs,
].flatMap((part) => Object.entries(part));
const proven = proofs.map(([statement]) => statement);
for (const [statement, proof] of proofs) test(statement, () => proof(setting));

test('the page states these sentences and no others', async () => {
  const { tab } = await setting.profile();
  await tab.goto('/privacy/');
  const stated = await tab.locator('main li').allTextContents();
  expect(stated).toEqual(loadPrivacyPromises().flatMap(({ statements }) => statements));
  expect(proven.toSorted()).toEqual(stated.toSorted());
  expect(new Set(proven).size).toBe(proven.length);
  await expect(tab.locator('main :is(p, dd):visible').filter({ hasText: /\w/ })).toHaveCount(0);
});

test('a tab that stays open keeps nothing either once another has deleted everything', async () => {
  const { context: both, tab } = await setting.profile(team);
  const listens = tab.waitForResponse(/\/once-loaded\./); // the script of every page, which comes after the page
  await tab.goto(question);
  const other = await both.newPage();
  for (const choice of [0, 1]) {
    await tab.getByRole('radio').nth(choice).check();
    await expect(tab.getByText('Saved in this browser')).toBeVisible();
  }
  expect((await keptIn(tab)).session).toContain('trivium:last-saved');
  await other.goto('/privacy/');
  await (await listens).finished();
  await deleteAll(other);
  await expect(tab).toHaveURL(/\/assess\/$/);
  expect((await keptIn(tab)).session).not.toContain('trivium:last-saved');
  await tab.goto('/method/');
  await expect.poll(() => keptIn(tab)).toEqual(nothing); // also without the number of the new, empty assessment
  await other.close();
});

test('nothing is deleted before the question is answered, and a refusal by the browser is shown', async () => {
  const { tab } = await setting.profile(team);
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
