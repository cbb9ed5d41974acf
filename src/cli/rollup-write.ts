import { createHash } from 'node:crypto';
import path from 'node:path';
import * as messages from '#messages/cli-rollup.ts';
import { fingerprintOf } from '../core/answers/same-answers.ts';
import type { Depth } from '../core/model/ids.ts';
import type { Pack } from '../core/model/pack.ts';
import { itemRows, teamRows } from '../core/rollup/rows.ts';
import { type TableName, tableNames } from '../core/rollup/tables.ts';
import { Tally } from '../core/rollup/tally.ts';
import { replaceControls } from '../core/text/printable.ts';
import { type Place, readTeams, type TeamResult } from './rollup-read.ts';
import { RowsFile } from './rows-file.ts';

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
export interface RollupResult {
  tally: Tally;
  teamCount: number;
  problemCount: number;
}

/** A place in words. */
const placeOf = ({ file, line }: Place): string => `${file}${line === null ? '' : `, line ${line}`}`;

type RowsFiles = Partial<Record<TableName, RowsFile>> & { problems: RowsFile };

/** Opens the files of problems and, unless the roll-up is anonymous, of every table. */
function openFiles({ to, anonymous }: RollupJob): RowsFiles {
  const openFile = (name: string) => new RowsFile(path.join(to, `${name}.jsonl`));
  const tableFiles = anonymous ? [] : tableNames.map((name) => [name, openFile(name)] as const);
  return { ...Object.fromEntries(tableFiles), problems: openFile('problems') };
}

/** The teams of a folder, each with its answers once: the same answers again are a problem, as on the page. */
async function* distinctTeams(from: string, pack: Pack): AsyncGenerator<TeamResult> {
  const places = new Map<string, string>();
  for await (const result of readTeams(from, pack)) {
    if (!result.ok) {
      yield result;
      continue;
    }
    const { answers, source } = result.team;
    const hash = createHash('sha256').update(fingerprintOf(answers)).digest('base64');
    const other = places.get(hash);
    if (other !== undefined) yield { ok: false, ...source, problem: messages.sameAnswers(other) };
    else {
      places.set(hash, placeOf(source));
      yield result;
    }
  }
}

/** Streams teams into their tables and counts them, one at a time. */
async function copyTeams({ from, depth, pack }: RollupJob, files: RowsFiles): Promise<RollupResult> {
  const tally = new Tally(pack, depth);
  let teamCount = 0;
  let problemCount = 0;
  for await (const result of distinctTeams(from, pack)) {
    if (result.ok) {
      teamCount += 1;
      const rows = teamRows(teamCount, result.team.source, result.team.answers, pack, depth);
      tally.add(rows);
      for (const name of ['teams', 'profiles', 'answers', 'signals'] as const) files[name]?.add(rows[name]);
    } else {
      problemCount += 1;
      const { file, line, problem } = result;
      if (problemCount <= mostProblemsShown)
        process.stderr.write(`${replaceControls(`${placeOf(result)}: ${problem}`)}\n`);
      files.problems.add([{ file, line, problem }]);
    }
  }
  files.items?.add(itemRows(pack, depth));
  return { tally, teamCount, problemCount };
}

/** Writes the tables and problems of a roll-up as JSON Lines. Throws if writing fails. */
export async function writeTeams(job: RollupJob): Promise<RollupResult> {
  const files = openFiles(job);
  try {
    return await copyTeams(job, files);
  } finally {
    for (const file of Object.values(files)) file.close();
  }
}
