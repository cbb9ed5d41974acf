import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import type { Depth } from '../core/model/ids.ts';
import { packOf } from '../core/model/pack.ts';
import { rollUpCounts } from '../core/rollup/rollup.ts';
import { minimumTeams } from '../core/rollup/suppress.ts';
import { tables } from '../core/rollup/tables.ts';
import { depthOption, fromCaller, namesHelp, namesOption } from './arguments.ts';
import { type Command, exitCode, exitStatusHelp, formatJson, onlyPositional, refuseCall } from './command.ts';
import { explainError } from './failure.ts';
import { writeParquet } from './parquet.ts';
import { outputProblem, realPath } from './rollup-output.ts';
import { rollupSql } from './rollup-sql.ts';
import { writeWhole } from './rollup-staging.ts';
import { type RollupJob, type RollupResult, writeTeams } from './rollup-write.ts';

const schema = tables
  .map(({ name, row, columns }) => {
    const width = Math.max(...columns.map((column) => column.name.length));
    const list = columns.map((column) => `    ${column.name.padEnd(width)}  ${column.type.padEnd(7)}  ${column.about}`);
    return `  ${name}: ${row}\n${list.join('\n')}`;
  })
  .join('\n\n');

const help = `trivium rollup <folder> --out <folder> [--depth quick|full] [--names given|none]

Rolls up the answers of any number of teams. Reads every .json file of the folder (one team) and every .jsonl or .ndjson
file (one team per line), one at a time, so that memory does not grow with their number; follows no links, and never reads
an earlier roll-up. Writes to the other folder
  rollup.json          the counts: what teams share, without a row of any single team
  <table>.jsonl        the rows, for each table below
  <table>.parquet      the same rows, if the package @duckdb/node-api is installed
  rollup.sql           the same questions in SQL; in that folder: duckdb < rollup.sql
  rollup-postgres.sql  the same questions for PostgreSQL; in that folder: psql -f rollup-postgres.sql
  problems.jsonl       { "file", "line", "problem" } for everything that could not be read
The other folder has to be new or empty, or hold an earlier roll-up, which is replaced once the new one is complete. If
anything goes wrong, nothing is written there, and an earlier roll-up stays.
Options:
  --depth full    all practices (default)
  --depth quick   the practices of the quick check
${namesHelp('given')}
Without names, no row of a single team is written: rollup.json alone, without counts of fewer than ${minimumTeams} teams.
Answers to older versions of the pack are carried over. Counts cover these teams only: no benchmark, no norm, no
ranking. ${exitStatusHelp('problems.jsonl names what could not be read')}

Tables:

${schema}
`;

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Writes every file of a roll-up to the output folder of the job. */
async function writeFiles(job: RollupJob): Promise<RollupResult> {
  const { to, depth, anonymous, pack } = job;
  const result = await writeTeams(job);
  if (!anonymous) {
    for (const [name, sql] of Object.entries(rollupSql())) writeFileSync(path.join(to, name), sql);
    const problem = await writeParquet(to, tables);
    if (problem) process.stderr.write(`${problem}\n`);
  }
  writeFileSync(path.join(to, 'rollup.json'), formatJson(rollUpCounts(result.tally.counts(), pack, depth, anonymous)));
  return result;
}

/** Rolls up a folder and reports it; `out` is the output folder as the caller typed it. Returns the exit status. */
async function writeRollup(job: RollupJob, out: string): Promise<number> {
  let result: RollupResult;
  try {
    result = await writeWhole(job.to, (staging) => writeFiles({ ...job, to: staging }));
  } catch (error) {
    process.stderr.write(`Cannot write the roll-up into "${out}"${explainError(error)} No roll-up was written.\n`);
    return exitCode.failed;
  }
  const { teamCount, problemCount } = result;
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
    if (!isFolder(fromCaller(folder)))
      return refuseCall(`Cannot read "${folder}": there is no such folder. Name one that holds answers files.`);
    const [from, to] = [realPath(fromCaller(folder)), realPath(fromCaller(out))];
    if (to === from || to.startsWith(path.join(from, path.sep)))
      return refuseCall(`"${out}" lies in the folder that is read. Name another folder to write to.`);
    const problem = outputProblem(to);
    if (problem !== undefined) return refuseCall(`"${out}" ${problem}`);
    const pack = packOf(loadKnowledgeBase());
    return writeRollup({ from, to, depth: depth as Depth, anonymous: names === 'none', pack }, out);
  },
};
