import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pack } from '../../src/build/pack.ts';
import { readProposals } from '../../src/core/proposals/parse-proposals.ts';
import { runTrivium } from '../support/cli.ts';
import { ifIntended } from '../support/if-intended.ts';

// The skill for assistants: following its commands on a small repository gives the file that is kept here.

const skill = readFileSync('public/skills/trivium/SKILL.md', 'utf8');
const repository = 'tests/fixtures/repository';
const folder = mkdtempSync(path.join(tmpdir(), 'trivium-skill-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The commands of the skill, in order, on the small repository. */
const commands = [...skill.matchAll(/^ {7}npm run -s trivium -- (.+)$/gm)].map(([, command = '']) =>
  command
    .split(' ')
    .map((word) =>
      word.replace('path/to/repository', repository).replace('found.json', path.join(folder, 'found.json')),
    ),
);

test('the skill has a name, and a description that says when to use it', () => {
  const [, name, description = ''] = /^---\nname: (\S+)\ndescription: (.+)\n---\n/.exec(skill) ?? [];
  expect(name).toBe('trivium');
  expect(description.length).toBeGreaterThan(80);
  expect(description.length).toBeLessThanOrEqual(1024);
});

test('its commands list the questions, look, and find no problem in what the look wrote', async () => {
  expect(commands.map(([command]) => command)).toEqual(['questions', 'look', 'propose']);
  for (const command of commands) expect(await runTrivium(command), command.join(' ')).toMatchObject({ status: 0 });
  const found = readFileSync(path.join(folder, 'found.json'), 'utf8');
  await expect(found).toMatchFileSnapshot(
    '../fixtures/repository-proposals.json',
    ifIntended('tests/cli/skill.test.ts'),
  );
});

test('its example is a proposals file for the questions of today, and the look finds the same', () => {
  const [, example = ''] = /```json\n([\s\S]+?)```/.exec(skill) ?? [];
  const read = readProposals(example, pack);
  expect(read.ok ? [] : read.problems).toEqual([]);
  const [shown] = read.ok ? read.value.items : [];
  const look = readProposals(readFileSync('tests/fixtures/repository-proposals.json', 'utf8'), pack);
  const found = look.ok ? look.value.items.find(({ item }) => item === shown?.item) : undefined;
  expect(found?.reasons).toContainEqual(shown?.reasons[0]);
});

test('its tools and addresses exist', async () => {
  const tools = readFileSync('src/cli/mcp/tools.ts', 'utf8');
  for (const [, name = ''] of skill.matchAll(/`(\w+_\w+)`/g)) expect(tools, name).toContain(`name: '${name}'`);
  expect(skill).toContain('/schema/proposals.json');
  for (const kind of ['practice', 'symptom'])
    expect(skill, `Write the number of ${kind}s into public/skills/trivium/SKILL.md.`).toContain(
      `${pack.items.filter((item) => item.kind === kind).length} ${kind}s`,
    );
});
