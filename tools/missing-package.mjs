import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package that npm has installed into a folder and that is no longer there, by its path; undefined if all are there. */
export function missingPackage(folder) {
  const list = path.join(folder, 'node_modules', '.package-lock.json'); // npm's own, of what it has installed
  if (!existsSync(list)) return list;
  const places = Object.keys(JSON.parse(readFileSync(list, 'utf8')).packages);
  return places.find((place) => !existsSync(path.join(folder, place, 'package.json')));
}
