import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import * as messages from '#messages/cli-look.ts';
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
 * @param left absolute paths of files to leave out
 */
export function lookAt(folder: string, pack: Pack, rules: readonly LookRule[], left: readonly string[] = []): Look {
  const walk = new Walk(folder, left);
  const book = new RuleBook(rules);
  const [paths, matches, broken]: [string[], Match[], string[]] = [[], [], []];
  for (const { path: file, text } of walk.files()) {
    paths.push(file);
    const found = book.match({ path: file, text: text ?? '' });
    matches.push(...found.matches);
    if (found.isBroken && text !== null) broken.push(file);
    showProgress(paths.length);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const proposals = lookProposals(pack, rules, matches, paths, headCommit(folder));
  return { proposals, fileCount: paths.length, skipped: walk.skipped, unclear: walk.unclear, broken };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Listens to a signal, so that it does not end the process in the middle of a write. */
const finishFirst = (): void => undefined;

/**
 * Writes a file completely or not at all. Ctrl+C has no effect during these few milliseconds; before them, it ends the
 * process, and nothing has been written. Throws if the file cannot be written.
 */
function writeWhole(file: string, text: string): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  for (const signal of signals) process.on(signal, finishFirst);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, finishFirst);
  }
}

/** Looks at a folder that the caller named. */
export const lookCommand: Command = {
  help: messages.lookHelp(largestFile.other / 1_048_576, largestFile.notebook / 1_048_576, mostIgnoreLines),
  options: { out: 'string' },
  run(call) {
    const name = onlyPositional(call);
    if (name === undefined) return refuseCall(messages.lookUsage);
    const kb = loadKnowledgeBase();
    const pack = packOf(kb);
    const out = call.options['out'] === undefined ? undefined : fromCaller(call.options['out']);
    let look: Look;
    try {
      look = lookAt(fromCaller(name), pack, [...kb.lookRules.values()], out === undefined ? [] : [out]);
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      return refuseCall(messages.cannotLook(name, explainError(error)));
    }
    if (out !== undefined) writeWhole(out, formatJson(look.proposals));
    process.stdout.write(lookText(look, pack));
    return exitCode.done;
  },
};
