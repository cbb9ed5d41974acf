import { fingerprintOf } from '../../core/answers/same-answers.ts';
import { writtenVersion } from '../../core/assessment/version-changes.ts';
import { bareText, dataIn } from '../../core/link/data-text.ts';
import { recoverText } from '../../core/link/read-answers.ts';
import { readFile } from '../../core/link/read-file.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { firstProblem } from '../../core/model/result.ts';
import type { Translate } from '../../i18n/translate.ts';
import { inTime } from '../platform/load-error.ts';
import { distinctName } from './distinct-labels.ts';
import type { ImportBatch, ImportedAnswers, RejectedFile } from './import-batch.ts';

/** The parts of a text that are read one by one: a text with links has one for each. */
async function partsOf(text: string): Promise<string[]> {
  if (dataIn(bareText(text)) !== undefined) return [text];
  const links = await inTime(import('../../core/link/links-in.ts')); // most files hold no links
  return links.partsOf(text);
}

/** Reads one text: a file of answers, a saved report, or a link. */
async function readPart(name: string, text: string, pack: PackOutline): Promise<ImportedAnswers | RejectedFile> {
  const result = await recoverText(text, pack);
  if (!result.ok) return { name, reason: firstProblem(result) };
  const { answers, lost } = result.value;
  const version = writtenVersion(text);
  return { name, answers, lost, fingerprint: fingerprintOf(answers), ...(version === undefined ? {} : { version }) };
}

/** Adds what was read to a batch, each under a name of its own. Answers that it already holds are rejected. */
function addToBatch(
  batch: ImportBatch,
  results: readonly (ImportedAnswers | RejectedFile)[],
  t: Translate,
): ImportBatch {
  const names = new Map(batch.imports.map(({ fingerprint, name }) => [fingerprint, name]));
  const imports = [...batch.imports];
  const takenNames = new Set(imports.map(({ name }) => name));
  const rejections = [...batch.rejections];
  for (const result of results) {
    if ('reason' in result) {
      rejections.push(result);
      continue;
    }
    const other = names.get(result.fingerprint);
    if (other === undefined) {
      const name = distinctName(result.name, takenNames, t);
      takenNames.add(name);
      names.set(result.fingerprint, name);
      imports.push({ ...result, name });
    } else rejections.push({ name: result.name, reason: t('import.twice', { other }) });
  }
  return { imports, rejections };
}

/** What a file or link became. */
type ReadPart = ImportedAnswers | RejectedFile;

/** Reads a file: one of answers, a saved report, or a text with links. */
async function readParts(file: File, pack: PackOutline, t: Translate): Promise<ReadPart[]> {
  const { name } = file;
  const text = await readFile(file, t('import.too-large'), t('import.unreadable'), inTime);
  if (!text.ok) return [{ name, reason: firstProblem(text) }];
  const parts = await partsOf(text.value);
  const nameOf = (n: number) => (parts.length > 1 ? t('import.link-in', { name, n }) : name);
  return Promise.all(parts.map((part, index) => readPart(nameOf(index + 1), part, pack)));
}

/** Reads files and adds them to a batch. Reasons for a rejection are the sentences under `import.` */
export async function importFiles(
  batch: ImportBatch,
  files: Iterable<File>,
  pack: PackOutline,
  t: Translate,
): Promise<ImportBatch> {
  const results = await Promise.all(Array.from(files, (file) => readParts(file, pack, t)));
  return addToBatch(batch, results.flat(), t);
}

/** Reads a pasted text, which holds links or one whole file, and adds it to a batch. */
export async function importText(
  batch: ImportBatch,
  text: string,
  pack: PackOutline,
  t: Translate,
): Promise<ImportBatch> {
  const results = (await partsOf(text)).map((part, index) =>
    readPart(t('import.link', { n: index + 1, end: part.trim().slice(-6) }), part, pack),
  );
  return addToBatch(batch, await Promise.all(results), t);
}
