import * as messages from '#messages/cli.ts';
import type { Answers } from '../core/answers/answers.ts';
import { writtenVersion } from '../core/assessment/version-changes.ts';
import { readAnswers } from '../core/link/read-answers.ts';
import type { Pack } from '../core/model/pack.ts';
import { type Failure, failure, type Result, success } from '../core/model/result.ts';
import { fromCaller } from './arguments.ts';
import { explainError } from './failure.ts';
import { readWhole } from './lines.ts';

/** Answers from a file, and the version of the pack that was answered, if the file names it. */
interface FileAnswers {
  answers: Answers;
  version?: string;
}

/** Says where to find ids, if a file contains an unknown one. */
const idHint = ({ problems }: Failure): string[] =>
  problems.some((problem) => messages.unknownIdPattern.test(problem)) ? [messages.idHint] : [];

/** What a link to a report has, and a name of a file hardly: the start of an address, or a "#" before a long code. */
const link = /^https?:\/\/|#[\w-]{20}/i;

/** Reads a file that the caller named, at most as large as every file from outside. */
export async function readText(file: string): Promise<Result<string>> {
  try {
    const text = await readWhole(fromCaller(file));
    return text.ok ? text : failure(messages.fileRefused(file, text.problems.join(' ')));
  } catch (error) {
    if (link.test(file)) return failure(messages.linkGiven(file));
    return failure(messages.cannotRead(file, explainError(error)));
  }
}

/**
 * Reads an answers file, a saved report, or a text file with a link. Problems are sentences that name the file.
 * @param verdict what a problem says about the file
 */
export async function readAnswersFile(
  file: string,
  pack: Pack,
  verdict = messages.notRead,
): Promise<Result<FileAnswers>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const answers = await readAnswers(text.value, pack);
  if (!answers.ok)
    return failure(`"${file}" ${verdict}:`, ...answers.problems.map((problem) => `- ${problem}`), ...idHint(answers));
  const version = writtenVersion(text.value);
  return success({ answers: answers.value, ...(version === undefined ? {} : { version }) });
}
