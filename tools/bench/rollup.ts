// Rolls up generated teams on the command line and prints what growth costs: npm run bench -- --rollup [most teams]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { generateTeam } from '../../tests/support/teams.ts';

/** Writes teams into a JSON Lines file. They repeat after a thousand, since generating takes longer than reading. */
async function writeTeams(file: string, count: number): Promise<void> {
  const pack = packOf(loadKnowledgeBase());
  const models = Array.from({ length: Math.min(count, 1000) }, (_, seed) => generateTeam(pack, seed));
  const out = createWriteStream(file);
  for (let number = 0; number < count; number += 1) {
    const line = JSON.stringify({ ...models[number % models.length], system: `Team ${number}` });
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** Makes a process print its peak memory on standard error when it ends. */
const hook = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'));`;

interface Cost {
  seconds: number;
  /** Peak memory in MB. */
  memory: number;
}

/** Runs a script in a process of its own; resolves to what it cost. */
async function costOf(...script: string[]): Promise<Cost> {
  const start = performance.now();
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  const child = spawn(process.execPath, [...preload, ...script], { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (text) => {
    output += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`"${script.join(' ')}" ended with status ${code}: ${output}`);
  return { seconds: (performance.now() - start) / 1000, memory: Number(/peak (\d+)/.exec(output)?.[1]) / 1024 };
}

const head = '  teams  read MB  seconds  peak MB  JSON Lines MB  Parquet MB  answer rows  SQL seconds  SQL peak MB\n';
const questionCount = (): number => packOf(loadKnowledgeBase()).items.length;

/** The size of the files of a folder with one ending, in MB. */
const sizeOf = (folder: string, ending: string): number =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .reduce((total, name) => total + statSync(path.join(folder, name)).size / 1e6, 0);

/** Rolls up that many teams, asks DuckDB every question, and prints what both cost as a row of the table. */
async function benchTeams(count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trivium-bench-'));
  const [from, to] = [path.join(folder, 'in'), path.join(folder, 'out')];
  mkdirSync(from);
  await writeTeams(path.join(from, 'teams.jsonl'), count);
  const rollUp = await costOf('src/cli/trivium.ts', 'rollup', from, '--out', to);
  const sql = await costOf('tools/bench/ask-sql.ts', to);
  const cells = [
    String(count).padStart(7),
    sizeOf(from, '.jsonl').toFixed(1).padStart(7),
    rollUp.seconds.toFixed(1).padStart(7),
    rollUp.memory.toFixed(0).padStart(7),
    sizeOf(to, '.jsonl').toFixed(1).padStart(13),
    sizeOf(to, '.parquet').toFixed(1).padStart(10),
    String(count * questionCount()).padStart(11),
    sql.seconds.toFixed(1).padStart(11),
    sql.memory.toFixed(0).padStart(11),
  ];
  process.stdout.write(`${cells.join('  ')}\n`);
  rmSync(folder, { recursive: true });
}

/** Prints time and memory for a thousand teams, then for ten times as many, up to `most`. */
export async function benchRollup(most: number): Promise<void> {
  process.stdout.write(head);
  for (let count = Math.min(1000, most); count <= most; count *= 10) await benchTeams(count);
}

/** Prints time and memory for as many teams as have that many answer rows together. */
export async function benchRows(rows: number): Promise<void> {
  process.stdout.write(head);
  await benchTeams(Math.ceil(rows / questionCount()));
}
