import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';
import type { Depth } from '../core/model/ids.ts';
import type { Pack } from '../core/model/pack.ts';
import { itemRows, teamRows } from '../core/rollup/rows.ts';
import { type TableName, tableNames } from '../core/rollup/tables.ts';
import { Tally } from '../core/rollup/tally.ts';
import { readTeams } from './rollup-read.ts';

/** Standard error names this many problems; problems.jsonl holds all of them. */
const mostProblemsShown = 10;

/** A roll-up of the answers in one folder into another. */
export interface RollupJob {
  from: string;
  to: string;
  depth: Depth;
  /** Write no row of a single team. */
  anonymous: boolean;
  pack: Pack;
}

/** What a roll-up has read. */
interface RollupResult {
  tally: Tally;
  teamCount: number;
  problemCount: number;
}

type JsonLinesFiles = Partial<Record<TableName, WriteStream>> & { problems: WriteStream };

/** Opens the files of problems and, unless the roll-up is anonymous, of every table. */
function openFiles({ to, anonymous }: RollupJob): JsonLinesFiles {
  const openFile = (name: string) => createWriteStream(path.join(to, `${name}.jsonl`));
  const tableFiles = anonymous ? [] : tableNames.map((name) => [name, openFile(name)] as const);
  return { ...Object.fromEntries(tableFiles), problems: openFile('problems') };
}

/** Writes rows as lines, waiting while the disk is slower than the reader; nothing without a file. */
async function writeRows(file: WriteStream | undefined, rows: readonly object[]): Promise<void> {
  if (!file) return;
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  if (!file.write(text)) await once(file, 'drain');
}

/** Closes files; resolves once everything is on disk. */
async function closeFiles(files: readonly WriteStream[]): Promise<void> {
  await Promise.all(files.map((file) => once(file.end(), 'finish')));
}

/** Streams teams into their tables and counts them, one at a time. */
export async function writeTeams(job: RollupJob): Promise<RollupResult> {
  const { from, depth, pack } = job;
  const files = openFiles(job);
  const tally = new Tally(pack, depth);
  let teamCount = 0;
  let problemCount = 0;
  for await (const result of readTeams(from, pack)) {
    if (result.ok) {
      teamCount += 1;
      const rows = teamRows(teamCount, result.team.source, result.team.answers, pack, depth);
      tally.add(rows);
      for (const name of ['teams', 'profiles', 'answers', 'signals'] as const) await writeRows(files[name], rows[name]);
    } else {
      problemCount += 1;
      const { file, line, problem } = result;
      if (problemCount <= mostProblemsShown)
        process.stderr.write(`${file}${line === null ? '' : `, line ${line}`}: ${problem}\n`);
      await writeRows(files.problems, [{ file, line, problem }]);
    }
  }
  await writeRows(files.items, itemRows(pack, depth));
  await closeFiles(Object.values(files));
  return { tally, teamCount, problemCount };
}
