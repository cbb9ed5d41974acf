import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The path of a package that npm installed into a folder but that is gone; undefined if all are still there. */
export function missingPackage(folder) {
  const list = path.join(folder, 'node_modules', '.package-lock.json'); // npm's own list of what it installed
  if (!existsSync(list)) return list;
  const places = Object.keys(JSON.parse(readFileSync(list, 'utf8')).packages);
  return places.find((place) => !existsSync(path.join(folder, place, 'package.json')));
}
