import path from 'node:path';
import { overlayFolder } from '../build/overlay.ts';
import { readProjectContent } from '../build/project-content.ts';
import { readProjectRecords } from '../build/project-records.ts';
import { formatProblems, readContent } from '../build/read-content.ts';
import { isCheckout } from '../build/source.ts';
import { findUnfinished } from '../build/unfinished.ts';
import { findProjectProblems, findUnreleased, recordPaths } from '../core/check/project-problems.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { Problem } from '../core/model/problem.ts';
import { fromCaller } from './arguments.ts';
import { type Command, exitCode, exitStatusHelp, refuseCall } from './command.ts';
import { explainError, systemCode } from './failure.ts';

const help = `trivium check [folder]

Lists everything that is wrong in a content folder at once: file, line, place, what was found, what to do.
Without a folder: the project's own content, and whether permanent ids, released packs and stories of signals agree with it.
With TRIVIUM_OVERLAY=<folder>: that content with the folder laid over it.
What is still to do is listed below that, and is no problem: lines with TODO, and a version that is not released yet.
${exitStatusHelp('there are problems')}
`;

/** Why the package cannot check the project's own content. */
const needsCheckout =
  "The package holds content that was checked when it was made. To check content, run this in a checkout of Trivium's repository, or name a content folder.";

/** What a check found: problems, and what a person still has to write. */
interface Finding {
  kb: KnowledgeBase;
  problems: Problem[];
  unfinished: Problem[];
}

/** Checks the project's own content with the overlay over it, or with the records that have to agree with it. */
function checkProject(): Finding {
  const overlay = overlayFolder();
  if (overlay) return { ...readProjectContent(), unfinished: findUnfinished([overlay.path]) };
  const { kb, problems } = readContent(path.resolve('content'));
  const { records, problems: unreadable } = readProjectRecords(process.cwd());
  return {
    kb,
    problems: [...problems, ...unreadable, ...findProjectProblems(kb, records)],
    unfinished: [...findUnfinished(['content', recordPaths.signalCases]), ...findUnreleased(kb, records)],
  };
}

/** Checks a content folder of the caller. */
function checkFolder(folder: string): Finding {
  const { kb, problems } = readContent(fromCaller(folder));
  return { kb, problems, unfinished: findUnfinished([fromCaller(folder)]) };
}

/** The findings as people and editors read them. */
function describeFinding({ kb, problems, unfinished }: Finding): string {
  const size = `${kb.claims.size} claims, ${kb.questions.size} practice questions, ${kb.symptoms.size} symptom questions, ${kb.signals.size} signals`;
  const isClean = problems.length === 0;
  const head = isClean
    ? `No problems: ${size}.\n`
    : `${formatProblems(problems)}\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.\n`;
  const rest = `\nStill to do, ${unfinished.length} in all; the tests fail until it is done:\n${formatProblems(unfinished)}\n`;
  return unfinished.length === 0 ? head : `${head}${rest}`;
}

/** Lists the problems of a content folder. */
export const checkCommand: Command = {
  help,
  options: {},
  run({ positionals: [folder, ...more] }) {
    if (more.length > 0) return refuseCall('Name one folder, or none. "--help" tells more.');
    if (folder === undefined && !isCheckout) return refuseCall(needsCheckout);
    try {
      const finding = folder === undefined ? checkProject() : checkFolder(folder);
      process.stdout.write(describeFinding(finding));
      return finding.problems.length === 0 ? exitCode.done : exitCode.problems;
    } catch (error) {
      if (folder === undefined || systemCode(error) === undefined) throw error;
      return refuseCall(`Cannot read the folder "${folder}"${explainError(error)} It has to hold content.`);
    }
  },
};
