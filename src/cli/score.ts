import * as messages from '#messages/cli-answers.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { type Answers, openRereads } from '../core/answers/answers.ts';
import { readAnswers } from '../core/link/read-answers.ts';
import type { Depth } from '../core/model/ids.ts';
import { type Pack, packOf } from '../core/model/pack.ts';
import { success } from '../core/model/result.ts';
import type { CsvSeparator } from '../core/render/csv.ts';
import { printableLines } from '../core/text/printable.ts';
import { depthOption, separatorOption } from './arguments.ts';
import { answerLines, type Command, exitCode, onlyPositional, refuseCall } from './command.ts';
import { readAnswersFile } from './read-answers.ts';
import { formatReport, reportFormats, reportOf } from './report-formats.ts';

/** Writes to standard error which former answers are not scored, and why; nothing if all are. */
function reportUnscored(source: string, answers: Answers): void {
  const changedIds = new Set(openRereads(answers).map(({ item }) => item));
  const retiredIds = new Set(answers.setAside?.answers.map(({ item }) => item));
  const changedText = messages.changed([...changedIds].join(', '));
  const retiredText = messages.keptAside([...retiredIds].join(', '));
  const text = (changedIds.size > 0 ? changedText : '') + (retiredIds.size > 0 ? retiredText : '');
  if (text) process.stderr.write(printableLines(messages.restScored(source, text)));
}

/** A line with nothing but the start of an object or list: the file that it begins is written over several lines. */
const startOnly = /^\s*[[{]\s*$/;

/** Answers each line of standard input with its report. Says so if one file is written over several lines. */
async function scoreLines(pack: Pack, depth: Depth): Promise<number> {
  let isSpread = false;
  const code = await answerLines(async (line, number) => {
    isSpread ||= startOnly.test(line);
    const answers = await readAnswers(line, pack);
    if (!answers.ok) return answers;
    reportUnscored(messages.lineNumber(number), answers.value);
    return success(reportOf(answers.value, pack, depth));
  });
  if (isSpread) process.stderr.write(`${messages.spreadOverLines}\n`);
  return code;
}

/** Prints the report of a file, or of every line of standard input. */
export const scoreCommand: Command = {
  help: messages.scoreHelp,
  options: { format: { values: reportFormats, fallback: 'json' }, depth: depthOption, separator: separatorOption },
  async run(call) {
    const file = onlyPositional(call);
    if (file === undefined) return refuseCall(messages.scoreUsage);
    const pack = packOf(loadKnowledgeBase());
    const depth = call.options['depth'] as Depth;
    if (file === '-') return scoreLines(pack, depth);
    const result = await readAnswersFile(file, pack, messages.notScored);
    if (!result.ok) return refuseCall(...result.problems);
    const { answers } = result.value;
    reportUnscored(`"${file}"`, answers);
    process.stdout.write(
      formatReport(
        call.options['format'] ?? '',
        reportOf(answers, pack, depth),
        pack,
        answers,
        call.options['separator'] as CsvSeparator,
      ),
    );
    return exitCode.done;
  },
};
