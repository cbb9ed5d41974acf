import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/model/problem.ts';
import { filesAt } from './files-in.ts';

/** Lists the lines that say TODO in some files and folders: what a person still has to write. */
export const findUnfinished = (places: readonly string[]): Problem[] =>
  places.flatMap(filesAt).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, index) => {
        const message = /\bTODO\b.*?(?="?[}\],]*$)/.exec(text)?.[0]; // without what closes a line of JSON
        const name = file.split(path.sep).join('/');
        return message === undefined ? [] : [{ file: name, line: index + 1, place: '', message }];
      }),
  );
