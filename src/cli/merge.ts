import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import { t } from '../build/strings.ts';
import { mergeRespondents } from '../core/assessment/respondents.ts';
import { packOf } from '../core/model/pack.ts';
import { renderMerge } from '../core/render/side-by-side.ts';
import { exitCode, readCall, usage } from './arguments.ts';
import { type FileAnswers, readAnswersFile } from './read-answers.ts';

const help = `trivium merge <file> <file> ... [--format json|md]

Sets several people's answers to one system side by side: files of answers, saved reports, or files with a link.
  --format json   the merge object: middle, spread and every answer to each question, agenda first (default)
  --format md     a text to read
A file that cannot be read is named on standard error with the reason; the others are merged, and the exit status is
then 1. Exit status 2: wrong call, or fewer than two files that can be read.
`;

/** Prints the answers of several people side by side. */
export async function mergeFiles(args: string[]): Promise<number> {
  const call = readCall(args, { format: { values: ['json', 'md'], fallback: 'json' } });
  if (!call.ok) return usage(call.sentence);
  if (call.help) {
    process.stdout.write(help);
    return exitCode.done;
  }
  const files = call.positionals;
  if (files.length < 2) return usage('Name two files or more, one for each person. "--help" tells more.');
  const pack = packOf(loadKnowledgeBase());
  const good: FileAnswers[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const read = await readAnswersFile(file, pack);
    if (read.ok) good.push(read.value);
    else problems.push(...read.problems);
  }
  if (good.length < 2)
    return usage([...problems, `${good.length} of ${files.length} files can be read; two are needed.`].join('\n'));
  if (problems.length > 0) process.stderr.write(`${problems.join('\n')}\nThe others are merged.\n`);
  const made = mergeRespondents(
    good.map(({ answers }) => answers),
    pack,
  );
  process.stdout.write(
    call.options['format'] === 'json' ? `${JSON.stringify(made, null, 2)}\n` : renderMerge(made, pack, t),
  );
  return problems.length > 0 ? exitCode.problems : exitCode.done;
}
