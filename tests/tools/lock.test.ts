import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}
const folders = ['', 'tools/node/', 'tools/browser/', 'tools/lighthouse/', 'tools/mutation/', 'tools/peer/'];
const locks = folders.map((folder) => `${folder}package-lock.json`);
const packagesOf = (lock: string): Record<string, Entry> => JSON.parse(readFileSync(lock, 'utf8')).packages;

/** Whether a package that `owner` names can be found from where it is, the way Node looks for it. */
function isLocked(packages: Record<string, Entry>, owner: string, name: string): boolean {
  const up = owner.lastIndexOf('/node_modules/');
  if (`${owner}${owner && '/'}node_modules/${name}` in packages) return true;
  return owner !== '' && isLocked(packages, up < 0 ? '' : owner.slice(0, up), name);
}

test.each(locks)('%s holds every optional package for every platform', (lock) => {
  const packages = packagesOf(lock);
  const missing = Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(packages, owner, name))
      .map((name) => `${name} of ${owner}`),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(1);
  expect(missing).toEqual([]);
});

test.each(locks)('%s names no host of a registry', (lock) => {
  expect(Object.values(packagesOf(lock)).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test.each(locks)('%s holds the hash of every package', (lock) => {
  const without = Object.entries(packagesOf(lock)).filter(
    ([place, { integrity = '', link }]) => place !== '' && !link && !/^sha512-[\w+/]{86}==$/.test(integrity),
  );
  expect(without.map(([place]) => place)).toEqual([]);
});
