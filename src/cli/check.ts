import path from 'node:path';
import { readProjectRecords } from '../build/project-records.ts';
import { formatProblems, readContent } from '../build/read-content.ts';
import { findProjectProblems } from '../core/check/project-problems.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { Problem } from '../core/model/problem.ts';
import { fromCaller } from './arguments.ts';
import { type Command, exitCode, exitStatusHelp, refuseCall } from './command.ts';
import { explainError, systemCode } from './failure.ts';

const help = `trivium check [folder]

Lists everything that is wrong in a content folder at once: file, line, place, what was found, what to do.
Without a folder: the project's own content, and whether permanent ids, released packs and stories of signals agree with it.
${exitStatusHelp('there are problems')}
`;

/** Reads the project's own content, with the problems in it and in the records that have to agree with it. */
function readProject(): { kb: KnowledgeBase; problems: Problem[] } {
  const { kb, problems } = readContent(path.resolve('content'));
  const { records, problems: unreadable } = readProjectRecords(process.cwd());
  return { kb, problems: [...problems, ...unreadable, ...findProjectProblems(kb, records)] };
}

/** Lists the problems of a content folder. */
export const checkCommand: Command = {
  help,
  options: {},
  run({ positionals: [folder, ...more] }) {
    if (more.length > 0) return refuseCall('Name one folder, or none. "--help" tells more.');
    try {
      const { kb, problems } = folder === undefined ? readProject() : readContent(fromCaller(folder));
      const size = `${kb.claims.size} claims, ${kb.questions.size} practice questions, ${kb.symptoms.size} symptom questions, ${kb.signals.size} signals`;
      const isClean = problems.length === 0;
      process.stdout.write(
        isClean
          ? `No problems: ${size}.\n`
          : `${formatProblems(problems)}\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.\n`,
      );
      return isClean ? exitCode.done : exitCode.problems;
    } catch (error) {
      if (folder === undefined || systemCode(error) === undefined) throw error;
      return refuseCall(`Cannot read the folder "${folder}"${explainError(error)} It has to hold content.`);
    }
  },
};
