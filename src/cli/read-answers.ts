import type { Answers } from '../core/answers/answers.ts';
import { writtenVersion } from '../core/assessment/version-changes.ts';
import { readAnswers } from '../core/link/read-answers.ts';
import type { Pack } from '../core/model/pack.ts';
import type { Result } from '../core/model/result.ts';
import { readText } from './arguments.ts';

/** Answers from a file, and the version of the pack in which they were written, where the file tells. */
export interface FileAnswers {
  answers: Answers;
  version?: string;
}

/** Reads a file of answers, a saved report or a link in a file. Problems are sentences that name the file. */
export async function readAnswersFile(file: string, pack: Pack): Promise<Result<FileAnswers>> {
  const found = readText(file);
  if (!found.ok) return { ok: false, problems: [found.sentence] };
  const { text } = found;
  const read = await readAnswers(text, pack);
  if (!read.ok)
    return { ok: false, problems: [`"${file}" cannot be read:`, ...read.problems.map((each) => `- ${each}`)] };
  const version = writtenVersion(text);
  return { ok: true, value: { answers: read.value, ...(version === undefined ? {} : { version }) } };
}
