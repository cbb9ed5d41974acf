import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/model/problem.ts';
import { filesIn } from './files-in.ts';

/** Every file below a folder, or the file itself; none if it does not exist. */
function filesOf(place: string): string[] {
  if (!existsSync(place)) return [];
  return statSync(place).isDirectory() ? filesIn(place).map((file) => path.join(place, file)) : [place];
}

/** Lists the lines that say TODO in some files and folders: what a person still has to write. */
export const findUnfinished = (places: readonly string[]): Problem[] =>
  places.flatMap(filesOf).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, index) => {
        const message = /\bTODO\b.*?(?="?[}\],]*$)/.exec(text)?.[0]; // without what closes a line of JSON
        const name = file.split(path.sep).join('/');
        return message === undefined ? [] : [{ file: name, line: index + 1, place: '', message }];
      }),
  );
