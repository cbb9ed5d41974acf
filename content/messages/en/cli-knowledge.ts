// What the commands about the content say: questions, search, dataset and check.

import { exitStatus } from './cli.ts';
import { counted } from './lists.ts';

/** @param todo the word that marks a line as unfinished */
export const checkHelp = (todo: string): string => `trivium check [folder]

Lists everything that is wrong in a content folder at once: file, line, place, what was found, what to do.
Without a folder: the project's own content, and whether permanent ids, released packs and stories of signals agree with it.
With TRIVIUM_OVERLAY=<folder>: that content with the folder laid over it.
Below that it lists what is still to do, which does not count as a problem: lines with ${todo}, and a version that is not
released yet.
${exitStatus('there are problems')}
`;
export const needsCheckout =
  "The package holds content that was checked when it was made. To check content, run this in a checkout of Trivium's repository, or name a content folder.";
export const contentSize = (claims: number, practices: number, symptoms: number, signals: number): string =>
  [
    counted(claims, 'claim', 'claims'),
    counted(practices, 'practice question', 'practice questions'),
    counted(symptoms, 'symptom question', 'symptom questions'),
    counted(signals, 'signal', 'signals'),
  ].join(', ');
export const noProblems = (size: string): string => `No problems: ${size}.\n`;
export const problemCount = (count: number, list: string): string =>
  `${list}\n${counted(count, 'problem', 'problems')}.\n`;
export const stillToDo = (count: number, list: string): string =>
  `\nStill to do, ${count} in all; the tests fail until it is done:\n${list}\n`;
export const oneFolderOrNone = 'Name one folder, or none. "--help" tells more.';
export const contentFolderNotRead = (folder: string, why: string): string =>
  `Cannot read the folder "${folder}"${why} Name a folder that holds content.`;
export const datasetHelp = (lines: string, parquet: string, description: string): string =>
  `trivium dataset <folder>

Writes all data of the knowledge base to a folder, for research:
  ${lines}     every record of every kind, one per line
  ${parquet}   the same rows, if the package @duckdb/node-api is installed
  ${description}  what is in them (Frictionless Data Package)
The folder has to be new or empty, or hold an earlier dataset, which is replaced once the new one is complete. If anything
goes wrong, nothing is written there, and an earlier dataset stays. The same content gives the same bytes.
${exitStatus()}
`;
export const datasetUsage = 'Name one folder to write to. "--help" tells more.';
export const datasetNotWritten = (folder: string, why: string): string =>
  `Cannot write the dataset into "${folder}"${why} Nothing was written.\n`;
export const datasetWritten = (folder: string): string => `The dataset is in "${folder}".\n`;
export const questionsHelp = `trivium questions [--format json|md]

Prints the pack: ids, Vs, weights, claims, signals and every constant, so that anyone can recompute a score.
  --format json   the whole pack (default)
  --format md     the questions with their answers, to read
${exitStatus()}
`;
export const questionsUsage = (file: string): string =>
  `"questions" takes no file; found "${file}". "--help" tells more.`;
export const searchHelp = (queryLimit: number): string =>
  `trivium search "words" [--format json|md]
trivium search -

Finds entries of the knowledge base, best first, with the index and the rules of the site.
  --format json   [{ "id", "kind", "score" }, ...] (default)
  --format md     a list to read
With "-": one query per line in, one JSON list per line out, in step.
Of each query, the first ${queryLimit} characters are searched.

${exitStatus('some lines were too long')}
`;
export const searchUsage = 'Say what to search for, or "-" for lines on standard input. "--help" tells more.';
export const searchedPart = (limit: number, length: number): string =>
  `Only the first ${limit} of ${length} characters were searched.\n`;
