import * as messages from '#messages/cli-answers.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { t } from '../build/strings.ts';
import type { Answers } from '../core/answers/answers.ts';
import { fingerprintOf } from '../core/answers/same-answers.ts';
import { mergeRespondents } from '../core/assessment/respondents.ts';
import { type Pack, packOf } from '../core/model/pack.ts';
import { renderMerge } from '../core/render/side-by-side.ts';
import { printableLines } from '../core/text/printable.ts';
import { formatOption } from './arguments.ts';
import { type Command, exitCode, printFormat, refuseCall } from './command.ts';
import { readAnswersFile } from './read-answers.ts';

/** The answers of each person, and what is wrong with the other files. The same answers count once. */
async function readPeople(
  files: readonly string[],
  pack: Pack,
): Promise<{ answersList: Answers[]; problems: string[]; readable: number }> {
  const answersList: Answers[] = [];
  const problems: string[] = [];
  let readable = 0;
  const fileOf = new Map<string, string>();
  for (const file of files) {
    const result = await readAnswersFile(file, pack);
    if (!result.ok) {
      problems.push(...result.problems);
      continue;
    }
    readable += 1;
    const { answers } = result.value;
    const fingerprint = fingerprintOf(answers);
    const other = fileOf.get(fingerprint);
    fileOf.set(fingerprint, other ?? file);
    if (other === undefined) answersList.push(answers);
    else problems.push(messages.sameAnswers(file, other));
  }
  return { answersList, problems, readable };
}

/** Prints the answers of several people side by side. */
export const mergeCommand: Command = {
  help: messages.mergeHelp,
  options: { format: formatOption },
  async run(call) {
    const files = call.positionals;
    if (files.length < 2) return refuseCall(messages.mergeUsage);
    const pack = packOf(loadKnowledgeBase());
    const { answersList, problems, readable } = await readPeople(files, pack);
    if (answersList.length < 2)
      return refuseCall(
        ...problems,
        readable < 2 ? messages.tooFewReadable(readable, files.length) : messages.onePerson,
      );
    if (problems.length > 0) process.stderr.write(printableLines(messages.othersMerged(problems)));
    const merge = mergeRespondents(answersList, pack);
    printFormat(call, merge, () => renderMerge(merge, pack, t));
    return problems.length > 0 ? exitCode.problems : exitCode.done;
  },
};
