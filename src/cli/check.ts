import path from 'node:path';
import { formatProblems, readContent } from '../build/read-content.ts';
import { fromCaller } from './arguments.ts';
import { type Command, exitCode, exitStatusHelp, refuseCall } from './command.ts';
import { explainError, systemCode } from './failure.ts';

const help = `trivium check [folder]

Lists everything that is wrong in a content folder at once: file, line, place, what was found, what to do.
Without a folder: the project's own content.
${exitStatusHelp('there are problems')}
`;

/** Lists the problems of a content folder. */
export const checkCommand: Command = {
  help,
  options: {},
  run({ positionals: [folder, ...more] }) {
    if (more.length > 0) return refuseCall('Name one folder, or none. "--help" tells more.');
    try {
      const { kb, problems } = readContent(folder === undefined ? path.resolve('content') : fromCaller(folder));
      const size = `${kb.claims.size} claims, ${kb.questions.size} practice questions, ${kb.symptoms.size} symptom questions, ${kb.signals.size} signals`;
      const isClean = problems.length === 0;
      process.stdout.write(
        isClean ? `No problems: ${size}.\n` : `${formatProblems(problems)}\n${problems.length} problems.\n`,
      );
      return isClean ? exitCode.done : exitCode.problems;
    } catch (error) {
      if (folder === undefined || systemCode(error) === undefined) throw error;
      return refuseCall(`Cannot read the folder "${folder}"${explainError(error)} It has to hold content.`);
    }
  },
};
