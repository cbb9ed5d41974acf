// What the commands about proposals say, and the one that serves an assistant: look, propose and mcp.

import { exitStatus } from './cli.ts';
import { counted } from './lists.ts';

const thousands = (count: number): string => count.toLocaleString('en');

/** @param ignoreLines the most lines that a .gitignore may have */
export const lookHelp = (megabytes: number, notebookMegabytes: number, ignoreLines: number): string =>
  `trivium look <folder> [--out proposals.json]

Looks into a repository for traces of what the questions ask about, and prints what it finds for each question: file, line,
what it shows, and which answers it points to. People decide; finding nothing is no sign of a low answer.
  --out <file>      also write it as a proposals file (format trivium-proposals, version 1). The file has to be new or empty,
                    or hold earlier proposals, which are replaced; a device or a pipe gets the text
It reads files and does nothing else: it runs no code, uses no network, and never leaves the folder. What .gitignore files
name is left out, and so are binary files, files of more than ${megabytes} MB (notebooks: ${notebookMegabytes} MB), links, and files
whose path a proposals file cannot hold. A folder whose .gitignore cannot be read, or has more than ${thousands(ignoreLines)} lines,
is left out as a whole, and the output names it.
The same repository always gives the same file; its date and commit are those of HEAD.
${exitStatus()}
`;
export const lookUsage =
  'Name the folder of one repository, and a file after --out if you use it. "--help" tells more.';
export const cannotLook = (folder: string, why: string): string => `Cannot look at the folder "${folder}"${why}`;
export const mcpHelp = `trivium mcp [folder]

Serves Trivium to an assistant over the Model Context Protocol, on standard input and output, until the input ends.
Tools search and read entries, questions, moves and templates, score answers and check a proposals file; nothing is sent
anywhere. With a folder, one tool looks at that repository, as "trivium look" does, and at no other.
Needs the optional package @modelcontextprotocol/server.
${exitStatus()}
`;
export const oneFolderOrNone = 'Name one folder, or none. "--help" tells more.';
export const noRepository = (name: string): string =>
  `Cannot look at "${name}": there is no such folder. Name the folder of one repository.`;
export const cannotStart = (why: string): string => `"trivium mcp" cannot start: ${why}\n`;
export const proposeHelp = `trivium propose --check <file>

Says what is wrong with a proposals file (format trivium-proposals, version 1): the place, what was found, what to do.
Such a file holds what a tool, an agent or a person found about a system. Nothing in it counts until people accept or
confirm it.
"trivium look" writes one; /schema/proposals.json describes it.
${exitStatus()}
`;
export const proposalsFine = (questions: number, reasons: number, answers: number, by: string, kind: string): string =>
  `No problems: ${counted(questions, 'question', 'questions')}, ${counted(reasons, 'reason', 'reasons')} and ${counted(answers, 'proposed answer', 'proposed answers')}, by ${by} (${kind}).`;
export const proposeUsage = 'Name one proposals file after --check. "--help" tells more.';
export const emptyProposals = 'It is empty. Name a file that "trivium look" wrote.';
export const aPage = 'a page';
export const aLink = 'a text or a link';
export const holdsNoProposals = (name: string): string =>
  `This is ${name}, and holds no proposals. Name a proposals file (.json), such as "trivium look" writes.`;
export const notValid = (file: string): string => `"${file}" is not a valid proposals file:`;

/** @param more how many places are not named */
export const places = (named: readonly string[], more: number | undefined): string =>
  `${named.join('; ')}${more === undefined ? '' : `; and ${more} more`}`;
export const trouble = (what: string): string => `Trouble: ${what}`;

const files = (count: number): string => counted(count, 'file', 'files');
export const lookedAt = (count: number): string => `Looked at ${files(count)}.\n`;
/** Numbers of files; empty if nothing was left out. */
export function leftOut(skipped: Record<'binary' | 'large' | 'links' | 'unreadable' | 'unnameable', number>): string {
  const parts = [
    [skipped.binary, 'binary'],
    [skipped.large, 'too large'],
    [skipped.links, skipped.links === 1 ? 'link' : 'links'],
    [skipped.unreadable, 'that cannot be read'],
    [skipped.unnameable, 'with a path that a proposals file cannot hold'],
  ].filter(([count]) => count !== 0);
  return parts.length === 0 ? '' : `Left out: ${parts.map((part) => part.join(' ')).join(', ')}.\n`;
}
/** The first names of `count`, and how many more there are. */
const firstOf = (count: number, names: readonly string[]): string =>
  `${names.join(', ')}${count > names.length ? ` and ${count - names.length} more` : ''}`;
/** @param names the first of them */
export const notData = (count: number, names: readonly string[]): string =>
  `${files(count)} could not be read as data: ${firstOf(count, names)}.\n`;
/**
 * @param names the first of their .gitignore files
 * @param most the most lines that such a file may have
 */
export const foldersLeftOut = (count: number, names: readonly string[], most: number): string =>
  `Left out as a whole: ${counted(count, 'folder', 'folders')} whose .gitignore cannot be read, or has more than ${thousands(most)} lines: ${firstOf(count, names)}.\n`;
export const foundFor = (found: number, all: number, others: number): string =>
  `Found something for ${found} of ${all} questions and nothing for ${others}. Finding nothing is no sign of a low answer.\n`;
