import type { Answers } from '../core/answers/answers.ts';
import { writtenVersion } from '../core/assessment/version-changes.ts';
import { readAnswers } from '../core/link/read-answers.ts';
import type { Pack } from '../core/model/pack.ts';
import { failure, type Result, success } from '../core/model/result.ts';
import { readText } from './arguments.ts';

/** Answers from a file, and the version of the pack that was answered, if the file names it. */
interface FileAnswers {
  answers: Answers;
  version?: string;
}

/**
 * Reads an answers file, a saved report, or a text file with a link. Problems are sentences that name the file.
 * @param verdict what a problem says about the file
 */
export async function readAnswersFile(
  file: string,
  pack: Pack,
  verdict = 'cannot be read',
): Promise<Result<FileAnswers>> {
  const text = readText(file);
  if (!text.ok) return text;
  const answers = await readAnswers(text.value, pack);
  if (!answers.ok) return failure(`"${file}" ${verdict}:`, ...answers.problems.map((problem) => `- ${problem}`));
  const version = writtenVersion(text.value);
  return success({ answers: answers.value, ...(version === undefined ? {} : { version }) });
}
