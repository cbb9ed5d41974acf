// What the commands about the answers of many say: rollup and reliability.

import { exitStatus, namesHelp } from './cli.ts';
import { counted } from './lists.ts';

export const folderAsFile = 'It is a folder with the name of a file. What is in it is read; rename the folder.';
export const linkAsFile = 'It is a link. Put the file itself here.';
export const linkAsFolder = 'It is a link, and is not followed. Put what it leads to here.';
export const rowsAsFile =
  'It is a table of a roll-up, and holds no answers. Move it away, or put the rest of that roll-up beside it.';
export const deviceAsFile = 'It is a pipe, a socket or a device. Put a file of answers here.';
export const cannotReadFolder = (why: string): string => `Cannot read this folder${why}`;
export const noParquet = (why: string): string => `Parquet was not written: ${why} The JSON Lines hold the same rows.`;
export const reliabilityHelp = `trivium reliability <folder> [--format json|csv|html] [--separator comma|semicolon]

Describes how well each question measures, from the answers of several people about each of several systems. Reads every
.json file of the folder (one person) and every .jsonl or .ndjson file (one person per line). People belong together if
they name the same system; of one person's files about a system, the earliest counts. For each question it gives
  alpha           Krippendorff's alpha for ordinal values over the systems that two or more people rated: 1 is perfect
                  agreement, 0 is chance; with a 95 % interval from 1000 samples of the systems
  dontKnow        the share of people who do not know; notApplicable: of those for whom it does not apply
  levels          how many people gave each level, 0 to 4
  rest            correlation with the mean of a person's other practices of the same V. Answers about one system
                  depend on each other, so this number has no interval
  retest          where one person answered on two days within a month: pairs, and the shares of levels that are the
                  same and at most one apart
With "--separator semicolon", CSV has semicolons and decimal commas, as German and French spreadsheets expect.
With "--format html", it writes a page to read and to print.
A number that the answers do not define is null, or empty in CSV. Answers to older versions are carried over. None of
these numbers says that the questions measure what they should. ${exitStatus('some answers could not be read')}
`;
// Columns of the table of a pilot.
export const columnQuestion = 'Question';
export const columnTitle = 'Title';
export const columnSystems = 'Systems';
export const columnRatings = 'Ratings';
export const columnAlpha = 'Alpha';
export const columnAlphaFrom = 'Alpha from';
export const columnAlphaTo = 'Alpha to';
export const columnAnswers = 'Answers';
export const columnDontKnow = 'Do not know';
export const columnNotApplicable = 'Does not apply';
export const columnLevel = (level: number): string => `Level ${level}`;
export const columnRest = 'Correlation with the rest';
export const columnAskedTwice = 'Asked twice';
export const columnSame = 'Same again';
export const columnWithinOne = 'At most one apart';
export const withoutSystem = (count: number): string =>
  `Sets of answers left out because they name no system: ${count}. Add the name of the system.\n`;
export const agreedAnswers = (count: number): string =>
  `Sets of answers left out because several people agreed on them: ${count}. Use what each person answered.\n`;
export const reliabilityUsage = 'Name one folder of answers files. "--help" tells more.';
export const noAnswersFolder = (folder: string): string =>
  `Cannot read "${folder}": there is no such folder. Name one that holds answers files.`;
export const noAnswers = (folder: string): string => `"${folder}" holds no answers. Name a folder with answers files.`;
export const emptyFile = 'It is empty. Put a file of answers here.';
export const sameAnswers = (other: string): string => `It holds the same answers as ${other}, so it counts once.`;
export const cannotReadIt = (why: string): string => `Cannot read it${why}`;
export const rollupHelp = (minimumTeams: number, schema: string): string =>
  `trivium rollup <folder> --out <folder> [--depth quick|full] [--names given|none]

Rolls up the answers of any number of teams. Reads every .json file of the folder (one team) and every .jsonl or .ndjson
file (one team per line), one at a time, so that memory hardly grows with their number; follows no links, and never reads
an earlier roll-up. The same answers count once. Writes to the other folder
  rollup.json          the counts: what teams have in common, without a row of any single team
  <table>.jsonl        the rows, for each table below
  <table>.parquet      the same rows, if the package @duckdb/node-api is installed
  rollup.sql           the same questions in SQL; in that folder: duckdb < rollup.sql
  rollup-postgres.sql  the same questions for PostgreSQL; in that folder: psql -f rollup-postgres.sql
  problems.jsonl       { "file", "line", "problem" } for everything that could not be read or came twice
The other folder has to be new or empty, or hold an earlier roll-up, which is replaced once the new one is complete. If
anything goes wrong, nothing is written there, and an earlier roll-up stays.
Options:
  --depth full    all practices (default)
  --depth quick   the practices of the quick check
${namesHelp('given')}
Without names, no row of a single team is written: rollup.json alone, without counts of fewer than ${minimumTeams} teams.
Answers to older versions of the pack are carried over. Counts cover these teams only: no benchmark, no norm, no
ranking. ${exitStatus('problems.jsonl names what was left out')}

Tables:

${schema}
`;
export const rollupNotWritten = (out: string, why: string): string =>
  `Cannot write the roll-up into "${out}"${why} No roll-up was written.\n`;
export const rolledUp = (teams: number, out: string, unread: number): string =>
  `${counted(teams, 'team', 'teams')} rolled up into "${out}"${unread > 0 ? `; ${unread} could not be read or came twice, see problems.jsonl` : ''}.\n`;
export const rollupUsage =
  'Name one folder of answers files, and with --out the folder to write to. "--help" tells more.';
export const outInFolder = (out: string): string =>
  `"${out}" is inside the folder that is read. Name another folder to write to.`;
