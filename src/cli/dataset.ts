import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/cli-knowledge.ts';
import { datasetLines, describeDataset, packageFile } from '../build/data.ts';
import { datasetColumns, datasetFiles } from '../core/data/dataset.ts';
import { fromCaller } from './arguments.ts';
import { type Command, exitCode, formatJson, onlyPositional, refuseCall } from './command.ts';
import { explainError } from './failure.ts';
import { writeParquet } from './parquet.ts';

const { lines, parquet, description } = datasetFiles;

/** The problem with a folder that holds something else than an earlier dataset; undefined if there is none. */
function folderProblem(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const ours: string[] = Object.values(datasetFiles);
  const names = readdirSync(folder);
  const foreign = names.filter((name) => !ours.includes(name) || !names.includes(description));
  if (foreign.length === 0) return undefined;
  return messages.noDataset(foreign[0] ?? '');
}

/** Writes the files into an empty folder. Returns a sentence if there is no Parquet. */
async function writeFiles(folder: string): Promise<string | undefined> {
  writeFileSync(path.join(folder, lines), datasetLines);
  const columns = datasetColumns.map(({ name }) => ({ name, type: 'text' as const }));
  const problem = await writeParquet(folder, [{ name: path.parse(lines).name, columns }], { isOrdered: true });
  const files = [packageFile(lines, 'jsonl', datasetLines)];
  if (!problem) files.push(packageFile(parquet, 'parquet', readFileSync(path.join(folder, parquet))));
  writeFileSync(path.join(folder, description), formatJson(describeDataset(files)));
  return problem;
}

/** Writes the files next to their place and moves them there once all are complete. */
async function replaceFiles(folder: string): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true });
  const staging = mkdtempSync(path.join(path.dirname(path.resolve(folder)), '.dataset-'));
  try {
    const problem = await writeFiles(staging);
    for (const name of Object.values(datasetFiles)) rmSync(path.join(folder, name), { force: true });
    for (const name of readdirSync(staging)) renameSync(path.join(staging, name), path.join(folder, name));
    return problem;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Writes the dataset into a folder. */
export const datasetCommand: Command = {
  help: messages.datasetHelp(lines, parquet, description),
  options: {},
  async run(call) {
    const folder = onlyPositional(call);
    if (folder === undefined) return refuseCall(messages.datasetUsage);
    try {
      const to = fromCaller(folder);
      const problem = folderProblem(to);
      if (problem !== undefined) return refuseCall(`"${folder}" ${problem}`);
      const warning = await replaceFiles(to);
      if (warning) process.stderr.write(`${warning}\n`);
    } catch (error) {
      process.stderr.write(messages.datasetNotWritten(folder, explainError(error)));
      return exitCode.failed;
    }
    process.stdout.write(messages.datasetWritten(folder));
    return exitCode.done;
  },
};
