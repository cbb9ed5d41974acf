import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/cli-rollup.ts';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import type { Depth } from '../core/model/ids.ts';
import { packOf } from '../core/model/pack.ts';
import type { Constants } from '../core/model/pack-schema.ts';
import { rollUpCounts } from '../core/rollup/rollup.ts';
import { minimumTeams } from '../core/rollup/suppress.ts';
import { type Table, tables } from '../core/rollup/tables.ts';
import { depthOption, fromCaller, namesOption } from './arguments.ts';
import { type Command, exitCode, formatJson, onlyPositional, refuseCall } from './command.ts';
import { explainError } from './failure.ts';
import { outputProblem, realPath } from './output-folder.ts';
import { writeParquet } from './parquet.ts';
import { rollupFiles } from './rollup-output.ts';
import { rollupSql } from './rollup-sql.ts';
import { type RollupJob, type RollupResult, writeTeams } from './rollup-write.ts';
import { writeWhole } from './staging.ts';

/** The columns of a table, one a line. */
function columnLines({ columns }: Table, constants: Constants): string {
  const width = Math.max(...columns.map(({ name }) => name.length));
  return columns
    .map((column) => `    ${column.name.padEnd(width)}  ${column.type.padEnd(7)}  ${column.describe(constants)}`)
    .join('\n');
}

/** Every table with its columns. */
function schemaText(): string {
  const { constants } = packOf(loadKnowledgeBase());
  return tables.map((table) => `  ${table.name}: ${table.row}\n${columnLines(table, constants)}`).join('\n\n');
}

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Writes every file of a roll-up to the output folder of the job. */
async function writeFiles(job: RollupJob): Promise<RollupResult> {
  const { to, depth, anonymous, pack } = job;
  const result = await writeTeams(job);
  if (!anonymous) {
    for (const [name, sql] of Object.entries(rollupSql(pack.constants))) writeFileSync(path.join(to, name), sql);
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
    result = await writeWhole(job.to, rollupFiles, (staging) => writeFiles({ ...job, to: staging }));
  } catch (error) {
    process.stderr.write(messages.rollupNotWritten(out, explainError(error)));
    return exitCode.failed;
  }
  const { teamCount, problemCount } = result;
  process.stdout.write(messages.rolledUp(teamCount, out, problemCount));
  return problemCount > 0 ? exitCode.problems : exitCode.done;
}

/** Rolls up the answers of a folder. */
export const rollupCommand: Command = {
  help: () => messages.rollupHelp(minimumTeams, schemaText()),
  options: { out: 'string', depth: depthOption, names: namesOption('given') },
  async run(call) {
    const folder = onlyPositional(call);
    const { out, depth, names } = call.options;
    if (folder === undefined || !out) return refuseCall(messages.rollupUsage);
    if (!isFolder(fromCaller(folder))) return refuseCall(messages.noAnswersFolder(folder));
    const [from, to] = [realPath(fromCaller(folder)), realPath(fromCaller(out))];
    if (to === from || to.startsWith(path.join(from, path.sep))) return refuseCall(messages.outInFolder(out));
    const problem = outputProblem(to, rollupFiles);
    if (problem !== undefined) return refuseCall(`"${out}" ${problem}`);
    const pack = packOf(loadKnowledgeBase());
    return writeRollup({ from, to, depth: depth as Depth, anonymous: names === 'none', pack }, out);
  },
};
