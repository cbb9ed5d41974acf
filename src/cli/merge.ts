import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { t } from '../build/strings.ts';
import type { Answers } from '../core/answers/answers.ts';
import { mergeRespondents } from '../core/assessment/respondents.ts';
import { packOf } from '../core/model/pack.ts';
import { renderMerge } from '../core/render/side-by-side.ts';
import { formatOption } from './arguments.ts';
import { type Command, exitCode, exitStatusHelp, printFormat, refuseCall } from './command.ts';
import { readAnswersFile } from './read-answers.ts';

const help = `trivium merge <file> <file> ... [--format json|md]

Sets several people's answers about one system side by side: answers files, saved reports, or text files with a link.
  --format json   the merge object: median, spread and every answer to each question, agenda first (default)
  --format md     a text to read
A file that cannot be read is named on standard error with the reason, and the others are merged; at least two are needed.
${exitStatusHelp('some files could not be read')}
`;

/** Prints the answers of several people side by side. */
export const mergeCommand: Command = {
  help,
  options: { format: formatOption },
  async run(call) {
    const files = call.positionals;
    if (files.length < 2) return refuseCall('Name two files or more, one for each person. "--help" tells more.');
    const pack = packOf(loadKnowledgeBase());
    const answersList: Answers[] = [];
    const problems: string[] = [];
    for (const file of files) {
      const result = await readAnswersFile(file, pack);
      if (result.ok) answersList.push(result.value.answers);
      else problems.push(...result.problems);
    }
    if (answersList.length < 2)
      return refuseCall(...problems, `${answersList.length} of ${files.length} files can be read; two are needed.`);
    if (problems.length > 0) process.stderr.write(`${problems.join('\n')}\nThe others are merged.\n`);
    const merge = mergeRespondents(answersList, pack);
    printFormat(call, merge, () => renderMerge(merge, pack, t));
    return problems.length > 0 ? exitCode.problems : exitCode.done;
  },
};
