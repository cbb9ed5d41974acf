import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/cli-knowledge.ts';
import { datasetTexts } from '#messages/cli-output.ts';
import { datasetLines, describeDataset, packageFile } from '../build/data.ts';
import { datasetColumns, datasetFiles } from '../core/data/dataset.ts';
import { fromCaller } from './arguments.ts';
import { type Command, exitCode, formatJson, onlyPositional, refuseCall } from './command.ts';
import { explainError } from './failure.ts';
import { beginsWith, type OutputFiles, outputProblem, realPath } from './output-folder.ts';
import { writeParquet } from './parquet.ts';
import { holdsColumns, holdsRows } from './row-check.ts';
import { writeWhole } from './staging.ts';

const { lines, parquet, description } = datasetFiles;

/** The files of a dataset. The description comes last: a folder that contains it is complete. */
const output: OutputFiles = {
  names: [lines, parquet, description],
  checks: new Map([
    [lines, holdsRows(datasetColumns.map(({ name, type }) => ({ name, fits: (value) => typeof value === type })))],
    [parquet, holdsColumns(datasetColumns.map(({ name }) => name))],
    [description, beginsWith(/^\{\s*"\$schema":\s*"https:\/\/datapackage\.org\/[^"]*",\s*"name":\s*"trivium"/)],
  ]),
  always: description,
  toleratesOthers: false,
  staging: '.dataset',
  texts: datasetTexts,
};

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

/** Writes the dataset into a folder. */
export const datasetCommand: Command = {
  help: messages.datasetHelp(lines, parquet, description),
  options: {},
  async run(call) {
    const folder = onlyPositional(call);
    if (folder === undefined) return refuseCall(messages.datasetUsage);
    try {
      const to = realPath(fromCaller(folder));
      const problem = outputProblem(to, output);
      if (problem !== undefined) return refuseCall(`"${folder}" ${problem}`);
      const warning = await writeWhole(to, output, writeFiles);
      if (warning) process.stderr.write(`${warning}\n`);
    } catch (error) {
      process.stderr.write(messages.datasetNotWritten(folder, explainError(error)));
      return exitCode.failed;
    }
    process.stdout.write(messages.datasetWritten(folder));
    return exitCode.done;
  },
};
