import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { fileKinds } from '../../src/app/report/files/Downloads.tsx';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { t } from '../../src/build/strings.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { readPdf } from '../support/pdf.ts';
import { agent, agentProposal, keptText, proposalsOf, secret } from '../support/proposals.ts';
import { reportShown } from '../support/report-shown.ts';
import { generateTeam } from '../support/teams.ts';

// What nobody has confirmed must not leave by any exit: each is taken once without proposals, and once with an agent's
// answer to every question beside the assessment.

const pack = packOf(loadKnowledgeBase());
const item = 'fast-idea-to-model';
const team = { ...generateTeam(pack, 4), system: 'Parcels', date: '2026-11-01' };
/** An assessment with one question open. */
const answered = { ...team, answers: team.answers.filter((answer) => answer.item !== item && answer.state !== 'dk') };
const open = {
  ...answered,
  savedAt: '2026-11-01T10:00:00Z',
  decisions: [
    {
      practice: report(answered, pack).moves[0]?.practice ?? '',
      decision: 'do' as const,
      owner: 'Ada',
      due: '2027-01-15',
    },
  ],
};
const earlier = { ...generateTeam(pack, 9), system: 'Parcels', date: '2026-05-01', savedAt: '2026-05-01T10:00:00Z' };
const levels = new Map(
  open.answers.map((answer) => [answer.item, answer.state === 'level' ? answer.level : undefined]),
);
/** An answer to every question that differs from the team's. */
const found = proposalsOf(
  pack,
  pack.items.map(({ id, rev }) => agentProposal(id, rev, levels.get(id) === 4 ? 0 : 4)),
  agent,
);

async function openReport(page: Page): Promise<void> {
  await page.goto('/assess/full/report/');
  await reportShown(page);
}

/** The text of each file that the report can be saved as. */
async function filesOf(page: Page): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const [index, kind] of fileKinds.entries()) {
    if (index % 8 === 0) {
      await openReport(page); // a browser stops after ten downloads of one page
      await page.getByRole('button', { name: 'Download', exact: true }).click();
    }
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: t(`files.${kind}`), exact: true }).click();
    files[kind] = readFileSync(await (await waiting).path(), kind === 'png' ? 'base64' : 'utf8');
  }
  return files;
}

/** A private link without texts, and one with every text that can be ticked. */
async function linksOf(page: Page): Promise<{ link: string; 'link with texts': string }> {
  await page.getByRole('button', { name: 'Share a private link' }).click();
  const link = page.locator('.shared-link');
  await expect(link).toContainText('#');
  const bare = (await link.textContent()) ?? '';
  for (const box of await page.locator('dialog.share').getByRole('checkbox', { disabled: false }).all())
    await box.check();
  await expect.poll(() => link.textContent()).not.toBe(bare);
  const full = (await link.textContent()) ?? '';
  await page.keyboard.press('Escape');
  return { link: bare, 'link with texts': full };
}

const textOf = (page: Page, selector: string) => page.locator(selector).first().innerText();
const choose = (page: Page, ...texts: string[]) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles(
      texts.map((text, index) => ({ name: `${index}.json`, mimeType: 'application/json', buffer: Buffer.from(text) })),
    );

/** What leaves the assessment by each exit. */
async function exits(page: Page): Promise<Record<string, string>> {
  await openReport(page);
  await page.locator('.one-page > summary').click();
  const taken: Record<string, string> = { report: await textOf(page, '.report'), ...(await linksOf(page)) };
  Object.assign(taken, await filesOf(page));
  taken['print'] = (await readPdf(await page.pdf())).pages.map(({ text }) => text).join('\n');
  await page.goto('/compare/');
  await expect(page.locator('#change')).toBeVisible();
  taken['compare'] = await textOf(page, 'main');
  await page.goto('/together/');
  await choose(page, taken['answers'] ?? '', JSON.stringify(earlier));
  await expect(page.locator('.every-question')).toBeAttached();
  taken['together'] = await textOf(page, 'main');
  await page.goto('/teams/');
  await choose(page, taken['answers'] ?? '', JSON.stringify(earlier));
  await expect(page.locator('.team-lines')).toBeVisible();
  taken['teams'] = await textOf(page, 'main');
  await page.goto('/assess/full/check/');
  await expect(page.locator('.check .lead')).toContainText('answered');
  taken['answered'] = await textOf(page, '.check .lead');
  return taken;
}

test('no exit holds anything that nobody has confirmed, and evidence without an answer counts nowhere', async ({
  page,
}) => {
  await page.goto('/404.html');
  await page.evaluate(
    ([draft, before]) => {
      localStorage.setItem('trivium:assessment:a', draft);
      localStorage.setItem('trivium:assessment:b', before);
      localStorage.setItem('trivium:current', 'a');
    },
    [JSON.stringify(open), JSON.stringify(earlier)] as const,
  );
  // Saving sorts the answers, which a few files show; so the draft is saved once before anything is compared.
  await page.goto(`/assess/full/${item}/`);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Clear this answer' }).click();
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  const without = await exits(page);
  await page.evaluate((text) => localStorage.setItem('trivium:proposals:a', text), keptText([found]));
  const beside = await exits(page);
  expect(Object.keys(beside).length).toBeGreaterThan(fileKinds.length + 6);
  expect(beside).toEqual(without);
  expect(JSON.stringify(beside)).not.toContain(secret);

  await page.goto(`/assess/full/${item}/`);
  await page
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  await expect(page.locator('.findings-panel li', { hasText: t('proposals.reason-taken') })).toBeVisible();
  // Only what holds the team's own notes and evidence has it: the two files of answers, and a link with notes ticked.
  const { answers, html, 'link with texts': _link, ...others } = await exits(page);
  expect(JSON.parse(answers ?? '').answers).toContainEqual(
    expect.objectContaining({ item, state: 'unanswered', evidence: expect.objectContaining({ kind: 'shown' }) }),
  );
  expect(html).toContain(secret);
  const { answers: _, html: __, 'link with texts': ___, ...othersBefore } = without;
  expect(others).toEqual(othersBefore);

  await page.goto(`/assess/full/${item}/`);
  await page
    .getByRole('button', { name: /^Confirm/ })
    .first()
    .click();
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  const confirmed = await exits(page);
  for (const exit of ['report', 'link', 'json', 'csv', 'print', 'compare', 'together', 'teams', 'answered'])
    expect({ exit, same: confirmed[exit] === without[exit] }).toEqual({ exit, same: false });
});
