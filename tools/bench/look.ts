import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** A word that is in none of the invented files. */
const absentWord = 'zanzibar';

/** Files of an invented repository, in rotation; each has about 4 KB. */
const kinds = [
  { name: 'train.py', lines: ['import mlflow', 'def step(batch):', '    return batch.mean()'] },
  { name: 'serve.py', lines: ['from fastapi import FastAPI', 'x = load(path)', 'y = model.predict(x)'] },
  { name: 'values.yaml', lines: ['- name: churn', '  spec: { weight: 100, image: "churn:1.2" }'] },
  { name: 'notes.md', lines: ['Some words about the model.', ''] },
  { name: 'data.json', lines: [' '] },
];
const textOf = (lines: readonly string[]) =>
  Array.from({ length: 80 * 3 }, (_, row) => lines[row % lines.length]).join('\n');

/** Writes an invented repository. */
function writeRepository(folder: string, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const kind = kinds[index % kinds.length];
    const place = path.join(folder, `part-${Math.floor(index / 100)}`);
    mkdirSync(place, { recursive: true });
    if (kind) writeFileSync(path.join(place, `${index}-${kind.name}`), textOf(kind.lines));
  }
}

/** Seconds that some work takes. */
function secondsOf(work: () => void): string {
  const start = performance.now();
  work();
  return ((performance.now() - start) / 1000).toFixed(2);
}

/** Reads every file and looks for one word, as a text search would. */
function searchPlainly(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) readFileSync(path.join(entry.parentPath, entry.name), 'utf8').includes(absentWord);
}

/** Runs the command as a process of its own, and returns its largest memory in megabytes. */
function lookOnCommandLine(folder: string): number {
  const report = 'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)))';
  const args = ['--import', `data:text/javascript,${encodeURIComponent(report)}`, 'src/cli/trivium.ts', 'look', folder];
  return Math.round(Number(spawnSync(process.execPath, args, { encoding: 'utf8' }).stderr) / 1024);
}

/** Prints what a look at a repository of `count` files costs, compared with a plain text search of the same files. */
export function benchLook(count: number): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'trivium-bench-look-'));
  try {
    writeRepository(folder, count);
    let megabytes = 0;
    const search = secondsOf(() => searchPlainly(folder));
    const look = secondsOf(() => {
      megabytes = lookOnCommandLine(folder);
    });
    process.stdout.write(`${count} files: ${look} s to look, at most ${megabytes} MB; ${search} s for a text search\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
