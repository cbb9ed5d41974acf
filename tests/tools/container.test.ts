import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// What can be known of deploy/Containerfile without a container engine, which a test cannot ask for: it is read, not built.
const lines = readFileSync('deploy/Containerfile', 'utf8').split('\n');
const of = (word: string, from = lines) =>
  from.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
const nginx = readFileSync('deploy/nginx.conf', 'utf8');

test('base images are pinned by tag and digest', () => {
  expect(of('FROM')).toHaveLength(2);
  for (const image of of('FROM')) expect(image).toMatch(/^[\w/-]+:[\w.-]+@sha256:[0-9a-f]{64}( AS build)?$/);
});

test('both stages end without the rights of root', () => {
  expect(of('USER')).toEqual(['node', '101']);
  expect(lines.indexOf('USER node')).toBeLessThan(lines.findIndex((line) => line.startsWith('RUN npm')));
});

test('it serves the built site with the very file that is tested, where that file looks for it', () => {
  const port = Number(/listen (\d+);/.exec(nginx)?.[1]);
  expect(port).toBeGreaterThan(1024);
  expect(of('EXPOSE', last)).toEqual([String(port)]);
  expect(of('COPY', last)).toEqual([
    'deploy/nginx.conf /etc/nginx/conf.d/default.conf',
    `--from=build /trivium/dist ${/root (\S+);/.exec(nginx)?.[1]}`,
  ]);
  expect(of('RUN', last)).toEqual([]);
});

test('what is not source stays out of the image', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['**/node_modules', '.git', 'dist', 'reports']));
});
