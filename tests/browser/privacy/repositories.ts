import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, type Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { t } from '../../../src/build/strings.ts';
import { keptIn, makeLink, nothing, openReport } from '../../support/privacy-acts.ts';
import type { Proofs } from '../../support/privacy-setting.ts';
import { pack, question, secrets, team, tells } from '../../support/privacy-team.ts';
import { agent, agentProposal, proposalsOf, secret } from '../../support/proposals.ts';
import { spawnWatched } from '../../support/watched-cli.ts';

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

/** Proves what the page states about what is found in a repository. */
export const repositoriesProofs: Proofs = {
  'A look at a repository reads files in the folder that you name, runs none of its code and uses no network.':
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
  'What a look finds is a file, a line and a sentence of ours, and it holds nothing else of your code.': async () => {
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
  'What was found counts nowhere until you accept or confirm it. Until then, no report, link or file of answers contains it.':
    async ({ profile }) => {
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
      const { tab } = await profile(kept);
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
  'A proposals file that you open here is shown before anything is kept, stays in this browser and is not uploaded.':
    async ({ site, profile }) => {
      const { tab } = await profile();
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
  'An assistant that works with Trivium can look at the one folder that you named, and only scores the answers that it is given.':
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
};
