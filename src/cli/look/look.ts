import process from 'node:process';
import * as messages from '#messages/cli-look.ts';
import { fileNotWritten } from '#messages/cli-output.ts';
import { loadKnowledgeBase } from '../../build/knowledge-base.ts';
import type { LookRule } from '../../core/model/look-schema.ts';
import { type Pack, packOf } from '../../core/model/pack.ts';
import type { Proposals } from '../../core/proposals/proposals.ts';
import { mostIgnoreLines } from '../../look/gitignore.ts';
import { lookProposals } from '../../look/look-proposals.ts';
import { type Match, RuleBook } from '../../look/match-rules.ts';
import { fromCaller } from '../arguments.ts';
import { type Command, exitCode, formatJson, onlyPositional, refuseCall } from '../command.ts';
import { explainError, systemCode } from '../failure.ts';
import { headCommit } from './git-head.ts';
import { lookText } from './look-text.ts';
import { type OutFile, outFile, writeOut } from './out-file.ts';
import { largestFile, type Skipped, Walk } from './walk.ts';

/** What a look at a folder gives. */
export interface Look {
  proposals: Proposals;
  fileCount: number;
  skipped: Skipped;
  /** Files .gitignore that cannot be followed to their end, whose folders were left out. */
  unclear: string[];
  /** Files that could not be read as the data that their names promise. */
  broken: string[];
}

/** Shows on a terminal how far a look is; nothing if standard error is read by a program. */
function showProgress(count: number): void {
  if (process.stderr.isTTY && count % 250 === 0) process.stderr.write(`\r${count} files `);
}

/**
 * Looks at a folder.
 * @param excludedPaths absolute paths of files to leave out
 */
export function lookAt(
  folder: string,
  pack: Pack,
  rules: readonly LookRule[],
  excludedPaths: readonly string[] = [],
): Look {
  const walk = new Walk(folder, excludedPaths);
  const book = new RuleBook(rules);
  const [paths, matches, broken]: [string[], Match[], string[]] = [[], [], []];
  for (const { path: file, text } of walk.files()) {
    paths.push(file);
    const fileMatches = book.match({ path: file, text: text ?? '' });
    matches.push(...fileMatches.matches);
    if (fileMatches.isBroken && text !== null) broken.push(file);
    showProgress(paths.length);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const proposals = lookProposals(pack, rules, matches, paths, headCommit(folder));
  return { proposals, fileCount: paths.length, skipped: walk.skipped, unclear: walk.unclear, broken };
}

/** Looks at the folder of a call, leaving out the file that is written; the exit status if it cannot be read. */
function lookAtNamed(
  name: string,
  out: string | undefined,
  file: OutFile | undefined,
): { look: Look; pack: Pack } | number {
  const kb = loadKnowledgeBase();
  const pack = packOf(kb);
  const excludedPaths = [out, file?.path].filter((each) => each !== undefined);
  try {
    return { look: lookAt(fromCaller(name), pack, [...kb.lookRules.values()], excludedPaths), pack };
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return refuseCall(messages.cannotLook(name, explainError(error)));
  }
}

/** Does something with the file that is written. If the system refuses, throws a sentence that names it. */
function useOutFile<T>(out: string | undefined, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new Error(fileNotWritten(out ?? '', explainError(error)));
  }
}

/** Looks at a folder that the caller named. */
export const lookCommand: Command = {
  help: messages.lookHelp(largestFile.other / 1_048_576, largestFile.notebook / 1_048_576, mostIgnoreLines),
  options: { out: 'string' },
  run(call) {
    const name = onlyPositional(call);
    const { out } = call.options;
    if (name === undefined || out === '') return refuseCall(messages.lookUsage);
    const outPath = out === undefined ? undefined : fromCaller(out);
    const file = outPath === undefined ? undefined : useOutFile(out, () => outFile(outPath));
    if (file?.ok === false) return refuseCall(...file.problems.map((problem) => `"${out}" ${problem}`));
    const result = lookAtNamed(name, outPath, file?.value);
    if (typeof result === 'number') return result;
    if (file) useOutFile(out, () => writeOut(file.value, formatJson(result.look.proposals)));
    process.stdout.write(lookText(result.look, result.pack));
    return exitCode.done;
  },
};
