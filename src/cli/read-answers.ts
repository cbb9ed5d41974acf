import type { Answers, Parsed } from '../core/answers/answers.ts';
import { readAnswers } from '../core/answers/read-answers.ts';
import { writtenVersion } from '../core/assessment/version-changes.ts';
import type { Pack } from '../core/model/pack.ts';
import { readText } from './arguments.ts';

/** Answers from a file, and the version of the pack in which they were written, where the file tells. */
export interface FileAnswers {
  answers: Answers;
  version?: string;
}

/** Reads a file of answers, a saved report or a link in a file. Problems are sentences that name the file. */
export async function readAnswersFile(file: string, pack: Pack): Promise<Parsed<FileAnswers>> {
  const found = readText(file);
  if (!found.ok) return { ok: false, problems: [found.sentence] };
  const { text } = found;
  const read = await readAnswers(text, pack);
  if (!read.ok)
    return { ok: false, problems: [`"${file}" cannot be read:`, ...read.problems.map((each) => `- ${each}`)] };
  const version = writtenVersion(text);
  return { ok: true, value: { answers: read.value, ...(version === undefined ? {} : { version }) } };
}
