import path from 'node:path';
import * as messages from '#messages/cli-knowledge.ts';
import { overlayFolder } from '../build/overlay.ts';
import { readProjectContent } from '../build/project-content.ts';
import { readProjectRecords } from '../build/project-records.ts';
import { formatProblems, readContent } from '../build/read-content.ts';
import { isCheckout } from '../build/source.ts';
import { findTranslationProblems } from '../build/translations.ts';
import { findUnfinished } from '../build/unfinished.ts';
import { findProjectProblems, findUnreleased, recordPaths } from '../core/check/project-problems.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { Problem } from '../core/model/problem.ts';
import { printableLines } from '../core/text/printable.ts';
import { fromCaller } from './arguments.ts';
import { type Command, exitCode, refuseCall } from './command.ts';
import { explainError, systemCode } from './failure.ts';

/** What a check found: problems, and what a person still has to write. */
interface CheckResult {
  kb: KnowledgeBase;
  problems: Problem[];
  unfinished: Problem[];
}

/** Checks the project's own content with the overlay over it, or with the records that have to agree with it. */
function checkProject(): CheckResult {
  const overlay = overlayFolder();
  if (overlay) return { ...readProjectContent(), unfinished: findUnfinished([overlay.path]) };
  const { kb, problems } = readContent(path.resolve('content'));
  const { records, problems: unreadable } = readProjectRecords(process.cwd());
  return {
    kb,
    problems: [...problems, ...unreadable, ...findProjectProblems(kb, records), ...findTranslationProblems('content')],
    unfinished: [...findUnfinished(['content', recordPaths.signalCases]), ...findUnreleased(kb, records)],
  };
}

/** Checks a content folder of the caller. */
function checkFolder(folder: string): CheckResult {
  const { kb, problems: ofContent } = readContent(fromCaller(folder));
  const problems = [...ofContent, ...findTranslationProblems(fromCaller(folder))];
  return { kb, problems, unfinished: findUnfinished([fromCaller(folder)]) };
}

/** The result as people and editors read them. */
function describeCheck({ kb, problems, unfinished }: CheckResult): string {
  const size = messages.contentSize(kb.claims.size, kb.questions.size, kb.symptoms.size, kb.signals.size);
  const isClean = problems.length === 0;
  const head = isClean ? messages.noProblems(size) : messages.problemCount(problems.length, formatProblems(problems));
  const remainder = messages.stillToDo(unfinished.length, formatProblems(unfinished));
  return unfinished.length === 0 ? head : `${head}${remainder}`;
}

/** Lists the problems of a content folder. */
export const checkCommand: Command = {
  help: messages.checkHelp('TODO'),
  options: {},
  run({ positionals: [folder, ...more] }) {
    if (more.length > 0) return refuseCall(messages.oneFolderOrNone);
    if (folder === undefined && !isCheckout) return refuseCall(messages.needsCheckout);
    try {
      const result = folder === undefined ? checkProject() : checkFolder(folder);
      process.stdout.write(printableLines(describeCheck(result)));
      return result.problems.length === 0 ? exitCode.done : exitCode.problems;
    } catch (error) {
      if (folder === undefined || systemCode(error) === undefined) throw error;
      return refuseCall(messages.contentFolderNotRead(folder, explainError(error)));
    }
  },
};
