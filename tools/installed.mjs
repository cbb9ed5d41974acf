import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const readJson = (...parts) => JSON.parse(readFileSync(path.join(...parts), 'utf8'));

/**
 * The packages that npm's own list names; undefined if there is no whole list, as where npm was stopped while it wrote it.
 */
function installedPackages(folder) {
  const isObject = (value) => typeof value === 'object' && value !== null;
  try {
    const { packages } = readJson(folder, 'node_modules', '.package-lock.json'); // npm writes it last
    return isObject(packages) && Object.values(packages).every(isObject) ? packages : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the systems or processors of a package, a list or a single name, allow one; names may start with "!". */
function allows(names, name) {
  if (names === undefined) return true;
  const list = [names].flat();
  return (list.includes(name) || list.some((entry) => entry.startsWith('!'))) && !list.includes(`!${name}`);
}

/** Whether a package is made for this machine, as far as its system and processor tell. */
const fitsMachine = ({ os, cpu }) => allows(os, process.platform) && allows(cpu, process.arch);

/**
 * The dependencies that a package.json, or the first entry of its lock, names: a text that does not depend on their
 * order.
 */
const dependenciesOf = (json) =>
  ['dependencies', 'devDependencies', 'optionalDependencies']
    .flatMap((kind) => Object.entries(json[kind] ?? {}).map(([name, range]) => `${kind} ${name} ${range}`))
    .sort()
    .join('\n');

/** Whether npm installs a locked package on every machine like this one. It leaves out optional ones for other machines. */
function isRequired(place, entry, directOptional) {
  if (!entry.optional) return true;
  const isForMachine = fitsMachine(entry) && entry.libc === undefined;
  return directOptional.has(place) && isForMachine;
}

/**
 * Why the packages of a folder are not installed as its lock says: a sentence, or undefined if they are. It compares the
 * lock with npm's own list of what it installed, so that it does not matter who ran `npm ci`.
 */
export function whyNotInstalled(folder) {
  const installed = installedPackages(folder);
  if (installed === undefined) return 'nothing is installed';
  const { '': root, ...locked } = readJson(folder, 'package-lock.json').packages;
  if (dependenciesOf(root) !== dependenciesOf(readJson(folder, 'package.json'))) return 'package.json has changed';
  const directOptional = new Set(Object.keys(root.optionalDependencies ?? {}).map((name) => `node_modules/${name}`));
  for (const [place, entry] of Object.entries(locked)) {
    const found = installed[place];
    if (!found && isRequired(place, entry, directOptional)) return `${place} is missing`;
    if (found && (found.version !== entry.version || found.integrity !== entry.integrity))
      return `${place} has version ${found.version} instead of ${entry.version}`;
  }
  for (const [place, entry] of Object.entries(installed)) {
    if (!fitsMachine(entry)) return `${place} is for another machine`;
    if (!existsSync(path.join(folder, place, 'package.json'))) return `${place} is gone`;
  }
  return undefined;
}
