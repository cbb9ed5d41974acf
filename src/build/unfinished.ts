import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/model/problem.ts';

/** Every file below a folder, or the file itself; none if it does not exist. */
function filesIn(place: string): string[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(place, name))
    .filter((file) => statSync(file).isFile())
    .toSorted();
}

/** Lists the lines that say TODO in some files and folders: what a person still has to write. */
export const findUnfinished = (places: readonly string[]): Problem[] =>
  places.flatMap(filesIn).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, index) => {
        const message = /\bTODO\b.*?(?="?[}\],]*$)/.exec(text)?.[0]; // without what closes a line of JSON
        const name = file.split(path.sep).join('/');
        return message === undefined ? [] : [{ file: name, line: index + 1, place: '', message }];
      }),
  );
