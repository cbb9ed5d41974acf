import path from 'node:path';
import { formatProblems, readContent } from '../build/read-content.ts';
import { fromCaller } from './arguments.ts';
import { type Command, exitCode, refuseCall } from './command.ts';

const help = `trivium check [folder]

Lists everything that is wrong in a content folder at once: file, line, place, what was found, what to do.
Without a folder: the project's own content. Exit status: 0 nothing wrong, 1 problems, 2 wrong call.
`;

/** Lists the problems of a content folder. */
export const checkCommand: Command = {
  help,
  options: {},
  run({ positionals: [folder] }) {
    try {
      const { kb, problems } = readContent(folder === undefined ? path.resolve('content') : fromCaller(folder));
      const size = `${kb.claims.size} claims, ${kb.questions.size} practice questions, ${kb.symptoms.size} symptom questions, ${kb.signals.size} signals`;
      const isClean = problems.length === 0;
      process.stdout.write(
        isClean ? `No problems: ${size}.\n` : `${formatProblems(problems)}\n${problems.length} problems.\n`,
      );
      return isClean ? exitCode.done : exitCode.problems;
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
      return refuseCall(`Cannot read the folder "${folder}": ${reason}. Name a folder that holds content.`);
    }
  },
};
