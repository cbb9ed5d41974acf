import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Whether a path leads to a file, if need be through a symbolic link. */
function isFile(place: string): boolean {
  try {
    return statSync(place).isFile();
  } catch {
    return false; // a link to nothing, or in a circle
  }
}

/**
 * The paths of the files in a folder and in those below it, with slashes and in order. Leaves out names that start with a
 * dot, such as `.git`, and links to folders, which may lead in circles.
 */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(place).map((file) => `${entry.name}/${file}`);
      return isFile(place) ? [entry.name] : [];
    })
    .sort();

/** The paths of the files below a folder, or of the file itself; none if it does not exist. */
export function filesAt(place: string): string[] {
  if (isFile(place)) return [place];
  return existsSync(place) ? filesIn(place).map((file) => `${place}/${file}`) : [];
}
