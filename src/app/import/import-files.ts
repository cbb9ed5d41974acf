import type { Answers } from '../../core/answers/answers.ts';
import { jsonLimits } from '../../core/answers/json.ts';
import { writtenVersion } from '../../core/assessment/version-changes.ts';
import { readAnswers } from '../../core/link/read-answers.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import type { Translate } from '../../i18n/translate.ts';

/** An assessment that was read from a file or a link. */
export interface ImportedAnswers {
  /** The file, or where in the pasted text the link stood. */
  name: string;
  answers: Answers;
  /** The version of the pack in which it was written, where the text tells. */
  version?: string;
}

/** What could not be read, and why. */
export interface RejectedFile {
  name: string;
  reason: string;
}

/** What files and links came to: the good ones are kept, whatever the others are. */
export interface ImportBatch {
  good: readonly ImportedAnswers[];
  bad: readonly RejectedFile[];
}

export const emptyBatch: ImportBatch = { good: [], bad: [] };

/** Reads one text: a file of answers, a saved report, or a link. */
async function readText(name: string, text: string, pack: PackOutline): Promise<ImportedAnswers | RejectedFile> {
  const read = await readAnswers(text, pack);
  if (!read.ok) return { name, reason: read.problems[0] ?? '' };
  const version = writtenVersion(text);
  return { name, answers: read.value, ...(version === undefined ? {} : { version }) };
}

const likenesses = new WeakMap<Answers, string>();

/** What two assessments have to share to be the same one, taken in twice. */
function likeness(all: Answers): string {
  const known = likenesses.get(all);
  if (known !== undefined) return known;
  const { system, date, respondent, answers } = all;
  const inOrder = answers.toSorted((a, b) => (a.item < b.item ? -1 : 1));
  const like = JSON.stringify([system, date, respondent, inOrder]);
  likenesses.set(all, like);
  return like;
}

/** Adds what was read to what is there; the same assessment is taken in once only. */
function added(before: ImportBatch, read: readonly (ImportedAnswers | RejectedFile)[], t: Translate): ImportBatch {
  const known = new Map(before.good.map(({ name, answers }) => [likeness(answers), name]));
  const good = [...before.good];
  const bad: RejectedFile[] = [];
  for (const each of read) {
    if ('reason' in each) {
      bad.push(each);
      continue;
    }
    const like = likeness(each.answers);
    const other = known.get(like);
    if (other === undefined) good.push(each);
    else bad.push({ name: each.name, reason: t('intake.twice', { other }) });
    known.set(like, other ?? each.name);
  }
  return { good, bad: [...before.bad, ...bad] };
}

/**
 * The texts of files; undefined for one that cannot be read. All are asked for at once, since two hundred questions to
 * the browser take far longer than one; where that fails, each is asked for by itself.
 */
async function textsOf(files: readonly File[]): Promise<(string | undefined)[]> {
  const bytes = await new Blob([...files]).arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return Promise.all(files.map((file) => file.text().catch(() => undefined)));
  let at = 0;
  return files.map(({ size }) => {
    at += size;
    return new TextDecoder().decode(new Uint8Array(bytes, at - size, size));
  });
}

/** Reads files and adds them to what was taken in before. Sentences stand under `intake.` */
export async function importFiles(
  before: ImportBatch,
  files: Iterable<File>,
  pack: PackOutline,
  t: Translate,
): Promise<ImportBatch> {
  const all = [...files];
  const fits = ({ size }: File) => size <= jsonLimits.bytes;
  const texts = (await textsOf(all.filter(fits))).values();
  const read = await Promise.all(
    all.map(async (file): Promise<ImportedAnswers | RejectedFile> => {
      const { name } = file;
      if (!fits(file)) return { name, reason: t('intake.too-large') };
      const text = texts.next().value;
      return text === undefined ? { name, reason: t('intake.unreadable') } : readText(name, text, pack);
    }),
  );
  return added(before, read, t);
}

/** Reads a pasted text, one link a line or a whole file, and adds what it holds to what was taken in before. */
export async function importPasted(
  before: ImportBatch,
  text: string,
  pack: PackOutline,
  t: Translate,
): Promise<ImportBatch> {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const parts = /^\s*[{[<]/.test(text) ? [text] : lines;
  const named = parts.map((part, at) => ({ part, name: t('intake.link', { n: at + 1, end: part.slice(-6) }) }));
  return added(before, await Promise.all(named.map(({ part, name }) => readText(name, part, pack))), t);
}

/** What was taken in without one of its assessments. */
export const withoutEntry = (taken: ImportBatch, at: number): ImportBatch => ({
  ...taken,
  good: taken.good.filter((_, place) => place !== at),
});
