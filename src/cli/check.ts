import path from 'node:path';
import { formatProblems, readContent } from '../build/read-content.ts';
import { exitCode, fromCaller, readCall, usage } from './arguments.ts';

const help = `trivium check [folder]

Lists everything that is wrong in a content folder, all at once: file, line, place, what was found, what to do.
Without a folder: the project's own content. Exit status: 0 nothing wrong, 1 problems, 2 wrong call.
`;

/** Lists the problems of content. */
export function check(args: string[]): number {
  const call = readCall(args, {});
  if (!call.ok) return usage(call.sentence);
  if (call.help) {
    process.stdout.write(help);
    return exitCode.done;
  }
  const [folder] = call.positionals;
  try {
    const { kb, problems } = readContent(folder === undefined ? path.resolve('content') : fromCaller(folder));
    const size = `${kb.claims.size} claims, ${kb.questions.size} practice questions, ${kb.symptoms.size} symptom questions, ${kb.signals.size} signals`;
    process.stdout.write(
      problems.length === 0 ? `No problems: ${size}.\n` : `${formatProblems(problems)}\n${problems.length} problems.\n`,
    );
    return problems.length === 0 ? exitCode.done : exitCode.problems;
  } catch (error) {
    return usage(
      `Cannot read the folder "${folder}": ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}. Name a folder that holds content.`,
    );
  }
}
