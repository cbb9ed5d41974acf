import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { whyNotInstalled } from '../../tools/installed.mjs';

// Folders with packages that npm really installs, from files next to them, so that nothing is downloaded.
let home: string;
const at = (...parts: string[]) => path.join(home, ...parts);
const write = (file: string, content: object) => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), JSON.stringify(content));
};
const otherSystem = process.platform === 'win32' ? 'linux' : 'win32';

function npm(folder: string, ...args: string[]) {
  const flags = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--cache', at('cache')];
  const run = spawnSync('npm', [...args, ...flags], {
    cwd: at(folder),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(run.stderr);
}

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'trivium-installed-'));
  const parts = { always: { os: process.platform }, testing: {}, extra: {}, elsewhere: { os: otherSystem } };
  for (const [name, fields] of Object.entries(parts))
    write(`parts/${name}/package.json`, { name, version: '1.0.0', ...fields });
  npm('parts', 'pack', ...Object.keys(parts).map((name) => `./${name}`));
  const file = (name: string) => ({ [name]: `file:../parts/${name}-1.0.0.tgz` });
  write('project/package.json', {
    name: 'project',
    version: '1.0.0',
    dependencies: file('always'),
    devDependencies: file('testing'),
    optionalDependencies: { ...file('extra'), ...file('elsewhere') },
  });
  npm('project', 'install', '--package-lock-only');
});
afterAll(() => rmSync(home, { recursive: true }));

/** A copy of the project in which npm has installed what the lock says. */
function installed(name: string, ...flags: string[]): string {
  cpSync(at('project'), at(name), { recursive: true });
  npm(name, 'ci', ...flags);
  return at(name);
}
/** Changes a file of JSON in a folder. */
function change(file: string, edit: (data: Record<string, Record<string, object>>) => void) {
  const data = JSON.parse(readFileSync(file, 'utf8'));
  edit(data);
  writeFileSync(file, JSON.stringify(data));
}

test('what npm ci installed is not installed again, whoever ran it', () => {
  expect(whyNotInstalled(installed('plain'))).toBeUndefined();
  expect(whyNotInstalled('.')).toBeUndefined();
});

test('a folder without packages, without those of tests or without optional ones is installed', () => {
  expect(whyNotInstalled(at('project'))).toBe('nothing is installed');
  expect(whyNotInstalled(installed('lean', '--omit=dev'))).toBe('node_modules/testing is missing');
  expect(whyNotInstalled(installed('bare', '--omit=optional'))).toBe('node_modules/extra is missing');
});

test('a package that was deleted, and a lock or a package.json that has changed since, are noticed', () => {
  const folder = installed('changed');
  change(path.join(folder, 'package-lock.json'), ({ packages }) =>
    Object.assign(packages?.['node_modules/always'] ?? {}, { version: '2.0.0' }),
  );
  expect(whyNotInstalled(folder)).toBe('node_modules/always has version 1.0.0 instead of 2.0.0');
  cpSync(at('project/package-lock.json'), path.join(folder, 'package-lock.json'));
  change(path.join(folder, 'package.json'), (data) => Object.assign(data, { dependencies: {} }));
  expect(whyNotInstalled(folder)).toBe('package.json has changed');
  cpSync(at('project/package.json'), path.join(folder, 'package.json'));
  rmSync(path.join(folder, 'node_modules/testing'), { recursive: true });
  expect(whyNotInstalled(folder)).toBe('node_modules/testing is gone');
});

test('packages that were copied from another kind of machine are noticed', () => {
  const folder = installed('copied');
  change(path.join(folder, 'node_modules/.package-lock.json'), ({ packages }) =>
    Object.assign(packages?.['node_modules/extra'] ?? {}, { os: [otherSystem] }),
  );
  expect(whyNotInstalled(folder)).toBe('node_modules/extra is for another machine');
});

test.each([
  '',
  '{"name":"project","pack',
  '{}',
  'null',
  '{"packages":null}',
  '{"packages":{"node_modules/always":null}}',
])('a list of npm that is not whole (%s) counts as nothing', (text) => {
  const list = 'node_modules/.package-lock.json';
  cpSync(at('project'), at('cut'), { recursive: true });
  mkdirSync(at('cut/node_modules'), { recursive: true });
  writeFileSync(at('cut', list), text);
  expect(whyNotInstalled(at('cut'))).toBe('nothing is installed');
});
