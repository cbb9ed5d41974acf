import * as messages from '#messages/cli-answers.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { t } from '../build/strings.ts';
import type { Answers } from '../core/answers/answers.ts';
import { mergeRespondents } from '../core/assessment/respondents.ts';
import { packOf } from '../core/model/pack.ts';
import { renderMerge } from '../core/render/side-by-side.ts';
import { printableLines } from '../core/text/printable.ts';
import { formatOption } from './arguments.ts';
import { type Command, exitCode, printFormat, refuseCall } from './command.ts';
import { readAnswersFile } from './read-answers.ts';

/** Prints the answers of several people side by side. */
export const mergeCommand: Command = {
  help: messages.mergeHelp,
  options: { format: formatOption },
  async run(call) {
    const files = call.positionals;
    if (files.length < 2) return refuseCall(messages.mergeUsage);
    const pack = packOf(loadKnowledgeBase());
    const answersList: Answers[] = [];
    const problems: string[] = [];
    for (const file of files) {
      const result = await readAnswersFile(file, pack);
      if (result.ok) answersList.push(result.value.answers);
      else problems.push(...result.problems);
    }
    if (answersList.length < 2)
      return refuseCall(...problems, messages.tooFewReadable(answersList.length, files.length));
    if (problems.length > 0) process.stderr.write(printableLines(messages.othersMerged(problems)));
    const merge = mergeRespondents(answersList, pack);
    printFormat(call, merge, () => renderMerge(merge, pack, t));
    return problems.length > 0 ? exitCode.problems : exitCode.done;
  },
};
