import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import type { Depth } from '../core/model/ids.ts';
import { packOf } from '../core/model/pack.ts';
import { rollUpCounts } from '../core/rollup/rollup.ts';
import { minimumTeams } from '../core/rollup/suppress.ts';
import { tableNames, tables } from '../core/rollup/tables.ts';
import { depthOption, fromCaller, namesHelp, namesOption } from './arguments.ts';
import { type Command, exitCode, formatJson, onlyPositional, refuseCall } from './command.ts';
import { writeParquet } from './rollup-parquet.ts';
import { type RollupJob, writeTeams } from './rollup-write.ts';

const schema = tables
  .map(({ name, row, columns }) => {
    const width = Math.max(...columns.map((column) => column.name.length));
    const list = columns.map((column) => `    ${column.name.padEnd(width)}  ${column.type.padEnd(7)}  ${column.about}`);
    return `  ${name}: ${row}\n${list.join('\n')}`;
  })
  .join('\n\n');

const help = `trivium rollup <folder> --out <folder> [--depth quick|full] [--names given|none]

Rolls up the answers of any number of teams. Reads every .json file of the folder (one team) and every .jsonl or .ndjson
file (one team per line), one at a time, so that memory does not grow with their number. Writes to the other folder
  rollup.json          the counts: what teams share, without a row of any single team
  <table>.jsonl        the rows, for each table below
  <table>.parquet      the same rows, if the package @duckdb/node-api is installed
  rollup.sql           the same questions in SQL; in that folder: duckdb < rollup.sql
  problems.jsonl       { "file", "line", "problem" } for everything that could not be read
Options:
  --depth full    all practices (default)
  --depth quick   the practices of the quick check
${namesHelp('given')}
Without names, no row of a single team is written: rollup.json alone, without counts of fewer than ${minimumTeams} teams.
Answers to older versions of the pack are carried over. Counts cover these teams only: no benchmark, no norm, no
ranking. Exit status: 0 done, 1 done except for what problems.jsonl names, 2 wrong call.

Tables:

${schema}
`;

/** Every file that a roll-up may write. */
const outputFiles = [
  ...tableNames.flatMap((name) => [`${name}.jsonl`, `${name}.parquet`]),
  'problems.jsonl',
  'rollup.json',
  'rollup.sql',
];

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Creates the output folder and deletes the files of an earlier run, whose rows must not survive an anonymous one. */
function prepareOutput(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of outputFiles) rmSync(path.join(folder, file), { force: true });
}

/** Rolls up a folder and says so; `out` is the output folder as the caller wrote it. Returns the exit status. */
async function writeRollup(job: RollupJob, out: string): Promise<number> {
  const { to, depth, anonymous, pack } = job;
  const { tally, teamCount, problemCount } = await writeTeams(job);
  writeFileSync(path.join(to, 'rollup.json'), formatJson(rollUpCounts(tally.counts(), pack, depth, anonymous)));
  if (!anonymous) {
    copyFileSync(new URL('./rollup.sql', import.meta.url), path.join(to, 'rollup.sql'));
    const problem = await writeParquet(to);
    if (problem) process.stderr.write(`${problem}\n`);
  }
  const unread = problemCount > 0 ? `; ${problemCount} could not be read, see problems.jsonl` : '';
  process.stdout.write(`${teamCount} teams rolled up into "${out}"${unread}.\n`);
  return problemCount > 0 ? exitCode.problems : exitCode.done;
}

/** Rolls up the answers of a folder. */
export const rollupCommand: Command = {
  help,
  options: { out: 'string', depth: depthOption, names: namesOption('given') },
  async run(call) {
    const folder = onlyPositional(call);
    const { out, depth, names } = call.options;
    if (folder === undefined || !out)
      return refuseCall(
        'Name one folder of answers files, and with --out the folder to write to. "--help" tells more.',
      );
    const [from, to] = [fromCaller(folder), fromCaller(out)];
    if (!isFolder(from))
      return refuseCall(`Cannot read "${folder}": there is no such folder. Name one that holds answers files.`);
    if (to === from || to.startsWith(from + path.sep))
      return refuseCall(`"${out}" lies in the folder that is read. Name another folder to write to.`);
    prepareOutput(to);
    const pack = packOf(loadKnowledgeBase());
    return writeRollup({ from, to, depth: depth as Depth, anonymous: names === 'none', pack }, out);
  },
};
