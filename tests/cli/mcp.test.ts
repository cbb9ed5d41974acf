import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entries } from '../../src/build/entries.ts';
import { pack } from '../../src/build/pack.ts';
import { templates } from '../../src/build/templates.ts';
import { runTrivium, spawnTrivium } from '../support/cli.ts';

// One server, in a process of its own, asked by the client of the protocol's own library.

const client = new Client({ name: 'test', version: '1' });
const sample = path.resolve('content/samples/invoice-reader.json');

beforeAll(async () => {
  const args = [path.resolve('src/cli/trivium.ts'), 'mcp'];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'inherit' }));
});
afterAll(() => client.close());

/** The text that a tool answers with, and whether it is a problem. */
async function ask(name: string, input: Record<string, unknown> = {}): Promise<{ text: string; isError: boolean }> {
  const { content, isError } = await client.callTool({ name, arguments: input });
  const [first] = content as { type: string; text?: string }[];
  return { text: first?.text ?? '', isError: isError === true };
}

test('every tool says what it does, only reads, and does not reach outside', async () => {
  const { tools } = await client.listTools();
  expect(tools.length).toBeGreaterThanOrEqual(7);
  for (const { name, description, annotations } of tools) {
    expect(description?.length, name).toBeGreaterThan(40);
    expect(annotations, name).toMatchObject({ readOnlyHint: true, openWorldHint: false });
  }
});

test('search_entries finds what the command line finds', async () => {
  const query = 'model worse in production than offline';
  const ids = JSON.parse((await ask('search_entries', { query, count: 5 })).text).map(({ id }: { id: string }) => id);
  const { out } = await runTrivium(['search', query]);
  expect(ids).toEqual(
    JSON.parse(out)
      .slice(0, 5)
      .map(({ id }: { id: string }) => id),
  );
  expect((await ask('search_entries', { query: 'qwxz vbnm' })).text).toBe('[]');
});

test('an entry shows what the study says with its source, and what is our reading', async () => {
  const { text } = await ask('read_entry', { id: 'alert-fatigue' });
  expect(text).toMatch(/^# Alert fatigue/);
  expect(text).toMatch(/\((the authors|P\d+(, P\d+)*); section [\d.]+ of 20\d\d/);
  expect(text).toContain('Our reading');
});

test('questions have five answers each, and one in full has its evidence', async () => {
  const questions = JSON.parse((await ask('list_questions', { depth: 'full' })).text);
  expect(questions.map(({ item }: { item: string }) => item)).toEqual(pack.items.map(({ id }) => id));
  for (const { answers } of questions) expect(answers).toHaveLength(5);
  for (const { id, question } of pack.items) {
    const { text, isError } = await ask('read_question', { id });
    expect(isError, id).toBe(false);
    expect(text).toContain(question);
    expect(text, id).toMatch(/What the study says\n\n- .+section [\d.]+ of 20\d\d/);
  }
});

test('score_answers gives the report of the command line, at both depths', async () => {
  const answers = readFileSync(sample, 'utf8');
  for (const depth of ['quick', 'full'])
    for (const format of ['json', 'md']) {
      const { out } = await runTrivium(['score', sample, '--depth', depth, '--format', format]);
      const { text } = await ask('score_answers', { answers, depth, format });
      expect(text).toBe(out);
    }
});

test('a wrong input gets a sentence that says what to do', async () => {
  expect(await ask('read_entry', { id: 'alert-fatige' })).toEqual({
    text: 'There is no entry "alert-fatige". Did you mean "alert-fatigue"?',
    isError: true,
  });
  expect((await ask('score_answers', { answers: '{"format":"other"}' })).text).toContain('Found "other"');
  expect((await ask('explain_move', { practice: 'on-call' })).isError).toBe(true);
});

test('every practice has its moves, and every template its text', async () => {
  for (const { id, kind, moves } of pack.items) {
    if (kind !== 'practice' || !moves) continue;
    const { text } = await ask('explain_move', { practice: id });
    expect(text).toContain(moves.start.title);
    expect(text).toContain(moves.deepen.title);
  }
  for (const { practice, text } of templates)
    expect((await ask('fetch_template', { practice: practice.id })).text).toBe(text);
});

test('entries, templates and schemas can be listed and read as resources', async () => {
  const { resources } = await client.listResources();
  expect(resources.filter(({ uri }) => uri.startsWith('trivium://entries/'))).toHaveLength(entries.length);
  expect(resources.filter(({ uri }) => uri.startsWith('trivium://templates/'))).toHaveLength(templates.length);
  for (const { uri } of resources) {
    const { contents } = await client.readResource({ uri });
    expect(String((contents[0] as { text?: string }).text).length, uri).toBeGreaterThan(40);
  }
});

test('a resource that does not exist is not found, in words, and is no failure of the server', async () => {
  for (const uri of ['trivium://entries/..%2f', 'trivium://templates/none', 'trivium://schemas/none.json'])
    await expect(client.readResource({ uri })).rejects.toMatchObject({
      code: -32602, // what the protocol has for it since 2026; "data" tells it from other invalid parameters
      data: { uri },
      message: expect.stringContaining(`There is no resource "${uri}". List the resources`),
    });
});

test('prompts carry what they are about', async () => {
  const { prompts } = await client.listPrompts();
  for (const { name } of prompts) {
    const { messages } = await client.getPrompt({ name, arguments: { subject: 'Parcel times' } });
    expect(JSON.stringify(messages), name).toContain('Parcel times');
  }
  expect(prompts.map(({ name }) => name)).toEqual(['assess_repository', 'first_fifteen_minutes', 'review_meeting']);
});

test('check_proposals says what a file holds, or what is wrong with it', async () => {
  const source = { kind: 'agent', name: 'Helper' };
  const item = {
    item: pack.items[0]?.id,
    rev: pack.items[0]?.rev,
    reasons: [{ says: 'It is there.', file: 'a.yaml', line: 3 }],
  };
  const file = {
    format: 'trivium-proposals',
    version: 1,
    pack: { id: pack.id, version: pack.version },
    source,
    items: [item],
  };
  expect((await ask('check_proposals', { proposals: JSON.stringify(file) })).text).toContain(
    '1 question, 1 reason and 0 proposed answers',
  );
  expect(
    await ask('check_proposals', { proposals: JSON.stringify({ ...file, items: [{ ...item, item: 'nothing' }] }) }),
  ).toMatchObject({
    isError: true,
    text: expect.stringContaining('nothing'),
  });
});

test('without a folder nothing is looked at; with one, only that folder, as the command line looks at it', async () => {
  expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain('look_at_folder');
  const folder = mkdtempSync(path.join(tmpdir(), 'trivium-mcp-'));
  writeFileSync(path.join(folder, 'dvc.yaml'), 'stages:\n  train:\n    cmd: python train.py\n');
  const looking = new Client({ name: 'test', version: '1' });
  const args = [path.resolve('src/cli/trivium.ts'), 'mcp', folder];
  await looking.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'inherit' }));
  const { content } = await looking.callTool({ name: 'look_at_folder', arguments: { folder: '/' } });
  const { out } = await runTrivium(['look', folder]);
  expect(out).toContain('dvc.yaml');
  expect(content).toEqual([{ type: 'text', text: out }]);
  await looking.close();
  rmSync(folder, { recursive: true });
});

test('the server ends with its input, and refuses what is not a folder', () => {
  expect(spawnTrivium(['mcp'])).toEqual({ status: 0, out: '', err: '' });
  expect(spawnTrivium(['mcp', 'no/folder'])).toMatchObject({
    status: 2,
    err: expect.stringContaining('Cannot look at "no/folder": there is no such folder.'),
  });
});
