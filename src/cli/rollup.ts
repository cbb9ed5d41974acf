import { once } from 'node:events';
import { copyFileSync, createWriteStream, mkdirSync, rmSync, statSync, type WriteStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadKnowledgeBase } from '../build/knowledge-base.ts';
import type { Depth } from '../core/model/ids.ts';
import { type Pack, packOf } from '../core/model/pack.ts';
import { rollUpCounts } from '../core/rollup/rollup.ts';
import { itemRows, teamRows } from '../core/rollup/rows.ts';
import { minimumTeams } from '../core/rollup/suppress.ts';
import { type TableName, tableNames, tables } from '../core/rollup/tables.ts';
import { Tally } from '../core/rollup/tally.ts';
import { exitCode, fromCaller, readCall, usage } from './arguments.ts';
import { writeParquet } from './rollup-parquet.ts';
import { readTeams } from './rollup-read.ts';

const schema = tables
  .map(({ name, row, columns }) => {
    const width = Math.max(...columns.map((column) => column.name.length));
    const list = columns.map((column) => `    ${column.name.padEnd(width)}  ${column.type.padEnd(7)}  ${column.about}`);
    return `  ${name}: ${row}\n${list.join('\n')}`;
  })
  .join('\n\n');

const help = `trivium rollup <folder> --out <folder> [--depth quick|full] [--names given|none]

Rolls up the answers of any number of teams. Reads every .json file of the folder (one team) and every .jsonl or .ndjson
file (one team a line), one after the other, so that memory does not grow with their number. Into the other folder go
  rollup.json          the counts: what teams share, without a row of any single team
  <table>.jsonl        the rows, for each table below
  <table>.parquet      the same rows, where the package @duckdb/node-api is installed
  rollup.sql           the same questions in SQL; in that folder: duckdb < rollup.sql
  problems.jsonl       { "file", "line", "problem" } for everything that could not be read
  --depth full    all practices (default)
  --depth quick   the practices of the quick check
  --names given   rows carry the name of each system (default)
  --names none    no row of a single team at all: rollup.json alone, without numbers that fewer than ${minimumTeams} teams stand behind
Answers to older versions of the pack are carried over. Counts are of these teams and of no others: no benchmark, no
norm, no ranking. Exit status: 0 done, 1 done but for what problems.jsonl names, 2 wrong call.

Tables:

${schema}
`;

/** Every file that a roll-up may write. */
const made = [
  ...tableNames.flatMap((name) => [`${name}.jsonl`, `${name}.parquet`]),
  'problems.jsonl',
  'rollup.json',
  'rollup.sql',
];

type Files = Record<TableName | 'problems', WriteStream>;

/** Writes rows as lines, and waits where the disk is slower than we are. */
async function write(file: WriteStream, rows: readonly object[]): Promise<void> {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  if (!file.write(text)) await once(file, 'drain');
}

/** Closes files; resolves when everything is on the disk. */
async function close(files: readonly WriteStream[]): Promise<void> {
  await Promise.all(files.map((file) => once(file.end(), 'finish')));
}

interface Job {
  from: string;
  to: string;
  depth: Depth;
  anonymous: boolean;
  pack: Pack;
}

/** Streams teams into their tables and counts them. */
async function rollUp({
  from,
  to,
  depth,
  anonymous,
  pack,
}: Job): Promise<{ tally: Tally; teams: number; bad: number }> {
  const names = anonymous ? (['problems'] as const) : ([...tableNames, 'problems'] as const);
  const files = Object.fromEntries(names.map((name) => [name, createWriteStream(path.join(to, `${name}.jsonl`))]));
  const { problems, ...kept } = files as Files;
  const tally = new Tally(pack, depth);
  let teams = 0;
  let bad = 0;
  for await (const read of readTeams(from, pack)) {
    if (!read.ok) {
      const { file, line, problem } = read;
      bad += 1;
      if (bad <= 10) process.stderr.write(`${file}${line === null ? '' : `, line ${line}`}: ${problem}\n`);
      await write(problems, [{ file, line, problem }]);
      continue;
    }
    teams += 1;
    const rows = teamRows(teams, read.team.source, read.team.answers, pack, depth);
    tally.add(rows);
    if (anonymous) continue;
    for (const name of ['teams', 'profiles', 'answers', 'signals'] as const) await write(kept[name], rows[name]);
  }
  if (!anonymous) await write(kept.items, itemRows(pack, depth));
  await close(Object.values(files));
  return { tally, teams, bad };
}

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Takes `--out <folder>` out of the arguments: it is the one option whose value is free. */
function takeOut(args: readonly string[]): { out: string | undefined; rest: string[] } {
  const at = args.findIndex((arg) => arg === '--out' || arg.startsWith('--out='));
  if (at < 0) return { out: undefined, rest: [...args] };
  const [, inline] = (args[at] ?? '').split(/=(.*)/s);
  return { out: inline ?? args[at + 1], rest: args.toSpliced(at, inline === undefined ? 2 : 1) };
}

/** Rolls up the answers of a folder. */
export async function rollup(args: string[]): Promise<number> {
  const { out, rest } = takeOut(args);
  const call = readCall(rest, {
    depth: { values: ['quick', 'full'], fallback: 'full' },
    names: { values: ['given', 'none'], fallback: 'given' },
  });
  if (!call.ok) return usage(call.sentence);
  if (call.help) {
    process.stdout.write(help);
    return exitCode.done;
  }
  const [folder, ...more] = call.positionals;
  if (folder === undefined || more.length > 0 || !out)
    return usage('Name one folder of answers files, and with --out the folder to write to. "--help" tells more.');
  const [from, to] = [fromCaller(folder), fromCaller(out)];
  if (!isFolder(from))
    return usage(`Cannot read "${folder}": there is no such folder. Name one that holds answers files.`);
  if (to === from || to.startsWith(from + path.sep))
    return usage(`"${out}" lies in the folder that is read. Name another folder to write to.`);
  mkdirSync(to, { recursive: true });
  for (const file of made) rmSync(path.join(to, file), { force: true }); // no row of an earlier run stays beside this one's
  const pack = packOf(loadKnowledgeBase());
  const depth = call.options['depth'] as Depth;
  const anonymous = call.options['names'] === 'none';
  const { tally, teams, bad } = await rollUp({ from, to, depth, anonymous, pack });
  writeFileSync(
    path.join(to, 'rollup.json'),
    `${JSON.stringify(rollUpCounts(tally.counts(), pack, depth, anonymous), null, 2)}\n`,
  );
  if (!anonymous) {
    copyFileSync(new URL('./rollup.sql', import.meta.url), path.join(to, 'rollup.sql'));
    const missing = await writeParquet(to);
    if (missing) process.stderr.write(`${missing}\n`);
  }
  process.stdout.write(
    `${teams} teams rolled up into "${out}"${bad > 0 ? `; ${bad} could not be read, see problems.jsonl` : ''}.\n`,
  );
  return bad > 0 ? exitCode.problems : exitCode.done;
}
