import * as messages from '#messages/overlay-fixed.ts';
import { isObject } from '../model/is-object.ts';
import { isSame, type Place } from './merge.ts';

/** A file or key that no overlay may change, and what to do instead. */
export interface FixedProblem {
  place: Place;
  message: string;
}

/** Files that are the same for everyone. */
const fixedFiles: readonly { files: RegExp; message: string }[] = [
  {
    files: /^study\//,
    message: messages.study,
  },
  {
    files: /^(variables|tensions|stages|layers|findings)\//,
    message: messages.vocabulary,
  },
  {
    files: /^ui\/privacy\.yaml$/,
    message: messages.promises,
  },
  {
    files: /^(trouble|changes\.yaml)/,
    message: messages.news,
  },
];

/** Keys of official files that keep their value. */
const fixedKeys: readonly { files: RegExp; keys: readonly string[]; message: string }[] = [
  {
    files: /^assessment\/pack\.yaml$/,
    keys: ['id', 'version', 'changelog'],
    message: messages.ofOverlayFile,
  },
  {
    files: /^assessment\/pack\.yaml$/,
    keys: ['variables', 'stages', 'layers'],
    message: messages.ofStudy,
  },
  {
    files: /^assessment\/(questions|symptoms)\//,
    keys: ['variable', 'stage', 'layers'],
    message: messages.ofQuestion,
  },
  {
    files: /^assessment\/(questions|symptoms|signals|tensions)\//,
    keys: ['kind', 'claims', 'costClaims', 'grade', 'basis', 'entry'],
    message: messages.ofOfficial,
  },
  {
    files: /\.mdx$/,
    keys: ['variables', 'stages', 'layers', 'figures', 'changed', 'literature'],
    message: messages.ofOfficial,
  },
];

/** Why an overlay may not hold a file of this path; undefined if it may. */
export const fixedFileMessage = (path: string): string | undefined =>
  fixedFiles.find(({ files }) => files.test(path))?.message;

/** Lists the fixed keys of an official file to which an overlay gives another value. */
export function findFixedKeys(path: string, base: unknown, overlay: unknown): FixedProblem[] {
  if (!isObject(base) || !isObject(overlay)) return [];
  return fixedKeys
    .filter(({ files }) => files.test(path))
    .flatMap(({ keys, message }) =>
      keys
        .filter((key) => Object.hasOwn(overlay, key) && !isSame(overlay[key], base[key]))
        .map((key) => ({ place: [key], message: messages.fixedKey(key, message) })),
    );
}

/** What a level means: if it changes, earlier answers have to be read again. */
const meaningKeys = ['question', 'anchors'];

/** Whether an official question gets another meaning without a higher revision, or a lower revision. */
export function findUnraised(path: string, base: unknown, overlay: unknown): FixedProblem[] {
  if (!/^assessment\/(questions|symptoms)\//.test(path) || !isObject(base) || !isObject(overlay)) return [];
  const [before, after] = [Number(base['rev']), Number(overlay['rev'] ?? base['rev'])];
  if (after < before) return [{ place: ['rev'], message: messages.loweredRevision(after, before) }];
  const changedKey = meaningKeys.find((key) => Object.hasOwn(overlay, key) && !isSame(overlay[key], base[key]));
  if (changedKey === undefined || after > before) return [];
  const message = messages.raiseRevision(changedKey, before + 1);
  return [{ place: [changedKey], message }];
}
