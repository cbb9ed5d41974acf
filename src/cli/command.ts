import { fstatSync } from 'node:fs';
import { cannotReadInput, systemErrors } from '#messages/cli.ts';
import type { Result } from '../core/model/result.ts';
import { printableLines } from '../core/text/printable.ts';
import { type Call, type Options, readCall } from './arguments.ts';
import { describeFailure } from './failure.ts';
import { linesOf } from './lines.ts';

/** 0: done. 1: done, but with problems in what was checked or read. 2: invalid call or input. 3: failed. */
export const exitCode = { done: 0, problems: 1, wrong: 2, failed: 3 } as const;

/** A command: its options, and its work, which returns the exit status. */
export interface Command {
  /** What `--help` prints; a function if it has to read the pack first. */
  help: string | (() => string);
  options: Options;
  run(call: Call): number | Promise<number>;
}

/** Writes what is wrong with a call to standard error, leaving standard output empty. Returns the exit status. */
export function refuseCall(...problems: readonly string[]): number {
  process.stderr.write(`${printableLines(problems.join('\n'))}\n`);
  return exitCode.wrong;
}

/** Reports a failure on standard error. Returns the exit status. */
export function reportFailure(error: unknown): number {
  process.stderr.write(`${printableLines(describeFailure(error))}\n`);
  return exitCode.failed;
}

/** Prints the help of a command, refuses a wrong call, or does the work. Returns the exit status. */
export async function callCommand({ help, options, run }: Command, args: readonly string[]): Promise<number> {
  const call = readCall(args, options);
  if (!call.ok) return refuseCall(...call.problems);
  if (!call.value.help) return run(call.value);
  process.stdout.write(typeof help === 'string' ? help : help());
  return exitCode.done;
}

/** The positional argument of a call; undefined if there are none or several. */
export const onlyPositional = ({ positionals }: Call): string | undefined =>
  positionals.length === 1 ? positionals[0] : undefined;

/** Writes an object as JSON for people and programs. */
export const formatJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Prints an object, or a text about it if the caller chose `--format md`. */
export function printFormat({ options }: Call, value: unknown, toMarkdown: () => string): void {
  process.stdout.write(options['format'] === 'md' ? toMarkdown() : formatJson(value));
}

/** The problem if standard input is a folder, which Node would read as if it were empty. */
export function inputProblem(): string | undefined {
  const isFolder = process.stdin.fd === 0 && fstatSync(0).isDirectory();
  return isFolder ? cannotReadInput(` (EISDIR). ${systemErrors['EISDIR']}`) : undefined;
}

/**
 * Answers every line of standard input with one line of JSON, so that a batch of any length takes the memory of one
 * line. Answers a bad line with { "ok": false, "problem": "..." }, and then returns exit status 1.
 * @param answer takes a line and its number, from 1
 */
export async function answerLines(
  answer: (line: string, number: number) => Result<unknown> | Promise<Result<unknown>>,
): Promise<number> {
  const problem = inputProblem();
  if (problem !== undefined) return refuseCall(problem);
  let code: number = exitCode.done;
  let number = 0;
  for await (const line of linesOf(process.stdin)) {
    number += 1;
    const result = line.ok ? await answer(line.value, number) : line;
    if (!result.ok) code = exitCode.problems;
    const output = result.ok ? result.value : { ok: false, problem: result.problems.join(' ') };
    process.stdout.write(`${JSON.stringify(output)}\n`);
  }
  return code;
}
