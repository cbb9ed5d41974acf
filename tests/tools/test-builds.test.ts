import path from 'node:path';
import { expect, test } from 'vitest';
import { areTestBuildsNeeded } from '../../tools/tasks/test-builds.mjs';

test.each([
  ['every file', []],
  ['every file, in a browser with a window', ['--headed']],
  ['the site below a folder', ['tests/browser/base.spec.ts']],
  ['a path from here', ['./tests/browser/base.spec.ts']],
  ['a whole path', [path.resolve('tests/browser/base.spec.ts')]],
  ['any file, by their names', ['-g', 'below a path']],
  ['any file, by a name that a file has, too', ['--grep', 'report']],
  ['an overlay', ['overlay.spec.ts']],
  ['the made-up language', ['tests/browser/pseudo.spec.ts']],
  ['one line of a file', ['tests\\browser\\pseudo.spec.ts:12:3']],
  ['two files, one of them with a build of its own', ['tests/browser/report.spec.ts', 'pseudo']],
])('browser tests of %s need the builds for tests', (_, args) => {
  expect(areTestBuildsNeeded(args)).toBe(true);
});

test.each([
  ['one file', ['tests/browser/report.spec.ts']],
  ['one file, with an option', ['tests/browser/report.spec.ts', '--update-snapshots']],
  ['one file, by their names', ['./tests/browser/report.spec.ts', '-g', 'base']],
])('browser tests of %s that look at the usual site need none', (_, args) => {
  expect(areTestBuildsNeeded(args)).toBe(false);
});
