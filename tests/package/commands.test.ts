import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportFormats } from '../../src/cli/report-formats.ts';
import { runTrivium } from '../support/cli.ts';
import { InstalledPackage, packageNode } from '../support/package.ts';

// Every command of the installed package does in an empty folder what it does in the repository.

let installed: InstalledPackage;
beforeAll(() => {
  installed = new InstalledPackage();
  for (const name of ['ad-ranking', 'card-fraud-score'])
    copyFileSync(`content/samples/${name}.json`, path.join(installed.folder, `${name}.json`));
  copyFileSync('tests/fixtures/repository-proposals.json', path.join(installed.folder, 'proposals.json'));
  cpSync('tests/fixtures/repository', path.join(installed.folder, 'repository'), { recursive: true });
  mkdirSync(path.join(installed.folder, 'teams'));
  copyFileSync('content/samples/ad-ranking.json', path.join(installed.folder, 'teams/one.json'));
});
afterAll(() => installed.remove());

/** Runs a command in both places. File names in the repository's call are those of the installed folder. */
async function runBoth(args: readonly string[], input = '') {
  const isFile = (arg: string) => existsSync(path.join(installed.folder, arg));
  const here = await runTrivium(
    args.map((arg) => (isFile(arg) ? path.join(installed.folder, arg) : arg)),
    input,
  );
  return { here, there: installed.trivium(args, input) };
}

test.each([
  ...reportFormats.map((format) => ['score', 'answers.json', '--format', format]),
  ['score', 'answers.json', '--depth', 'quick'],
  ['compare', 'ad-ranking.json', 'ad-ranking.json', '--format', 'md'],
  ['merge', 'ad-ranking.json', 'card-fraud-score.json', '--format', 'md'],
  ['link', 'answers.json', '--notes'],
  ['questions'],
  ['questions', '--format', 'md'],
  ['search', 'alert fatigue', '--format', 'md'],
  ['look', 'repository'],
  ['reliability', 'teams'],
  ['--help'],
  ['rollup', '--help'],
])('"trivium %s" prints the same', async (...args: string[]) => {
  const { here, there } = await runBoth(args);
  expect(there.out).toBe(here.out);
  expect(there.status).toBe(here.status);
  expect(there.out.length).toBeGreaterThan(20);
});

test('"propose --check" accepts what "look" found, and names the problem of anything else', async () => {
  const { here, there } = await runBoth(['propose', '--check', 'proposals.json']);
  expect(there).toEqual(here);
  expect(installed.trivium(['propose', '--check', 'answers.json'])).toMatchObject({ status: 2, out: '' });
});

test('"open" reads what "link" wrote, "-" reads lines', async () => {
  const link = installed.trivium(['link', 'answers.json']).out.trim();
  const { here, there } = await runBoth(['open', link]);
  expect(there).toEqual(here);
  const lines = await runBoth(['open', '-'], `${link}\nno link\n`);
  expect(lines.there).toEqual(lines.here);
  expect(lines.there.status).toBe(1);
});

test('"rollup" and "dataset" write their files, and say how to get Parquet', () => {
  const rollup = installed.trivium(['rollup', 'teams', '--out', 'rolled-up']);
  expect(rollup).toMatchObject({ status: 0, out: '1 team rolled up into "rolled-up".\n' });
  expect(rollup.err).toContain('npm install @duckdb/node-api');
  expect(readFileSync(path.join(installed.folder, 'rolled-up/rollup.sql'), 'utf8')).toContain('-- question: items');
  expect(installed.trivium(['dataset', 'data']).status).toBe(0);
  expect(readdirSync(path.join(installed.folder, 'data'))).toContain('trivium.jsonl');
});

test('"check" checks a folder, and says that the content of the project needs a checkout', () => {
  expect(installed.trivium(['check'])).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining('a checkout of Trivium'),
  });
  expect(installed.trivium(['check', path.resolve('content')])).toMatchObject({ status: 0, err: '' });
});

test('bad input gets a sentence, and no stack trace', () => {
  expect(installed.trivium(['score', 'package.json'])).toMatchObject({ status: 2, out: '' });
  expect(installed.trivium(['score', 'missing.json']).err).toContain('"missing.json" (ENOENT)');
  expect(installed.trivium(['grade']).err).toContain('There is no command "grade"');
});

test('"mcp" says what it needs, and serves an assistant once that is installed', async () => {
  const without = installed.trivium(['mcp']);
  expect(without).toMatchObject({ status: 3, out: '' });
  expect(without.err).toContain('npm install @modelcontextprotocol/server');
  const scope = path.join(installed.folder, 'node_modules/@modelcontextprotocol');
  mkdirSync(scope);
  symlinkSync(path.resolve('node_modules/@modelcontextprotocol/server'), path.join(scope, 'server'));
  const client = new Client({ name: 'test', version: '1' });
  const args = [path.join(installed.home, 'code/trivium.js'), 'mcp', 'repository'];
  await client.connect(new StdioClientTransport({ command: packageNode, args, cwd: installed.folder }));
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain('look_at_folder');
  expect(tools[0]?.inputSchema.properties).toHaveProperty('query');
  const found = await client.callTool({ name: 'search_entries', arguments: { query: 'alert fatigue' } });
  expect(JSON.stringify(found.content)).toContain('alert-fatigue');
  await client.close();
});

test('a package that is made with an overlay carries that pack, wherever it runs', () => {
  const own = new InstalledPackage('examples/acme-parcel');
  const pack = JSON.parse(own.trivium(['questions']).out);
  own.remove();
  expect(pack.id).toMatch(/^acme-parcel/);
  expect(pack.items.map(({ id }: { id: string }) => id)).toContain('prompt-review');
});
