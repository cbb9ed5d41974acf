import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { type Answers, openRereads } from '../core/answers/answers.ts';
import { readAnswers } from '../core/link/read-answers.ts';
import type { Depth } from '../core/model/ids.ts';
import { packOf } from '../core/model/pack.ts';
import { success } from '../core/model/result.ts';
import type { CsvSeparator } from '../core/render/csv.ts';
import { depthOption, separatorOption } from './arguments.ts';
import { answerLines, type Command, exitCode, exitStatusHelp, onlyPositional, refuseCall } from './command.ts';
import { readAnswersFile } from './read-answers.ts';
import { formatReport, reportFormats, reportOf } from './report-formats.ts';

const help = `trivium score <file> [--format <format>] [--depth quick|full]
trivium score -      [--depth quick|full]

Prints the report of an answers file (format trivium-answers, version 1), of a report saved as HTML, or of a text file
with a link.
  --format json     the report object (default)
  --format md       a text to read
  --format summary  a short text for chat and wiki, in Markdown
  --format csv      the moves for an issue tracker: Title, Description, Assignee, Due date, Labels, then all numbers.
                    Jira: map Title to Summary. GitHub importers: Description is the body. Declined moves are left out.
  --format promises what became of the moves that the team had decided to do, as CSV
  --format ics      due dates and the next assessment as a calendar (iCalendar)
  --format jira     issues as CSV for Jira's importer; also: github, linear
  --format gh       issues as Markdown, each with its "gh issue create"
  --separator semicolon  for csv and promises: semicolons and decimal commas, as German and French spreadsheets expect
  --depth full      score all practices (default)
  --depth quick     score the practices of the quick check
Answers to an older version of the pack are carried over. Standard error names the questions that have changed since;
they are not scored until they are read again.
With "-": one answers object or link per line in, one report per line out, in step. A bad line is answered with
{ "ok": false, "problem": "..." } and the rest goes on.
${exitStatusHelp('some lines were bad')}
`;

/** Writes to standard error which former answers are not scored, and why; nothing if all are. */
function reportUnscored(source: string, answers: Answers): void {
  const changedIds = new Set(openRereads(answers).map(({ item }) => item));
  const retiredIds = new Set(answers.setAside?.answers.map(({ item }) => item));
  const changedText = ` These questions have changed; read them again: ${[...changedIds].join(', ')}.`;
  const retiredText = ` These answers were kept aside; nothing asks for them now: ${[...retiredIds].join(', ')}.`;
  const text = (changedIds.size > 0 ? changedText : '') + (retiredIds.size > 0 ? retiredText : '');
  if (text) process.stderr.write(`${source}:${text} The rest is scored.\n`);
}

/** Prints the report of a file, or of every line of standard input. */
export const scoreCommand: Command = {
  help,
  options: { format: { values: reportFormats, fallback: 'json' }, depth: depthOption, separator: separatorOption },
  async run(call) {
    const file = onlyPositional(call);
    if (file === undefined)
      return refuseCall('Name one answers file, or "-" for lines on standard input. "--help" tells more.');
    const pack = packOf(loadKnowledgeBase());
    const depth = call.options['depth'] as Depth;
    if (file === '-')
      return answerLines(async (line, number) => {
        const answers = await readAnswers(line, pack);
        if (!answers.ok) return answers;
        reportUnscored(`Line ${number}`, answers.value);
        return success(reportOf(answers.value, pack, depth));
      });
    const result = await readAnswersFile(file, pack, 'cannot be scored');
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
