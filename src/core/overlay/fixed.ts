import type { Place } from './merge.ts';
import { isData, isSame } from './merge.ts';

/** A file or key that no overlay may change, and what to do instead. */
export interface FixedFinding {
  place: Place;
  message: string;
}

/** Files that are the same for everyone. */
const fixedFiles: readonly { files: RegExp; message: string }[] = [
  {
    files: /^study\//,
    message:
      'The study is the same in every pack: its claims, participants and pages are fixed. Write what you know into an entry of your own, and remove this file.',
  },
  {
    files: /^(variables|tensions|stages|layers|findings)\//,
    message:
      'The three Vs, their tensions, the stages, the layers and the findings come from the study and are fixed. Write a practice, pain point, anti-pattern or opportunity instead.',
  },
  {
    files: /^ui\/privacy\.yaml$/,
    message: 'The promises about answers are fixed, because a test holds each of them. Remove this file.',
  },
  {
    files: /^(trouble|changes\.yaml)/,
    message: 'What the study tells about bugs, and the news of Trivium, are fixed. Remove this file.',
  },
];

/** Keys of official files that keep their value. */
const fixedKeys: readonly { files: RegExp; keys: readonly string[]; message: string }[] = [
  {
    files: /^assessment\/pack\.yaml$/,
    keys: ['id', 'version', 'changelog'],
    message: 'belongs in overlay.yaml, which says whose pack this is. Move it there.',
  },
  {
    files: /^assessment\/pack\.yaml$/,
    keys: ['variables', 'stages', 'layers'],
    message:
      'is fixed: the Vs, the stages and the layers are those of the study, and pages, links and files count on them. Remove it.',
  },
  {
    files: /^assessment\/(questions|symptoms)\//,
    keys: ['variable', 'stage', 'layers'],
    message:
      'is fixed in an official question: its id stands for what it asks about. Ask something else in a question of your own, with an id of its own.',
  },
  {
    files: /^assessment\/(questions|symptoms|signals|tensions)\//,
    keys: ['kind', 'claims', 'costClaims', 'grade', 'basis', 'entry'],
    message: 'is fixed in an official record: it says what the study states. Remove it.',
  },
  {
    files: /\.mdx$/,
    keys: ['variables', 'stages', 'layers', 'figures', 'changed', 'literature'],
    message: 'is fixed in an official entry: it says what the study states. Remove it.',
  },
];

/** Why an overlay may not hold a file of this path; undefined if it may. */
export const fixedFileMessage = (path: string): string | undefined =>
  fixedFiles.find(({ files }) => files.test(path))?.message;

/** Lists the fixed keys of an official file to which an overlay gives another value. */
export function findFixedKeys(path: string, base: unknown, own: unknown): FixedFinding[] {
  if (!isData(base) || !isData(own)) return [];
  return fixedKeys
    .filter(({ files }) => files.test(path))
    .flatMap(({ keys, message }) =>
      keys
        .filter((key) => Object.hasOwn(own, key) && !isSame(own[key], base[key]))
        .map((key) => ({ place: [key], message: `"${key}" ${message}` })),
    );
}

/** What a level means: if it changes, earlier answers have to be read again. */
const meaningKeys = ['question', 'anchors'];

/** Whether an official question gets another meaning without a higher revision, or a lower revision. */
export function findUnraised(path: string, base: unknown, own: unknown): FixedFinding[] {
  if (!/^assessment\/(questions|symptoms)\//.test(path) || !isData(base) || !isData(own)) return [];
  const [before, after] = [Number(base['rev']), Number(own['rev'] ?? base['rev'])];
  if (after < before)
    return [
      { place: ['rev'], message: `Found ${after}; the official question has ${before}. A revision never falls.` },
    ];
  const changed = meaningKeys.find((key) => Object.hasOwn(own, key) && !isSame(own[key], base[key]));
  if (changed === undefined || after > before) return [];
  const message = `"${changed}" changes what an answer means. Add "rev: ${before + 1}", so that earlier answers are read again.`;
  return [{ place: [changed], message }];
}
