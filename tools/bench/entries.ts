// Builds a copy of the site with many invented entries and prints what growth costs: npm run bench -- --entries 1000
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { openSearch } from '../../src/search/query.ts';
import { quantile } from './quantile.ts';

const sitePaths = [
  'src',
  'content',
  'public',
  'tools',
  'package.json',
  'astro.config.mjs',
  'tsconfig.json',
  'CITATION.cff',
  'LICENSE',
  'LICENSE-content.md',
  'package-lock.json',
];

/** An invented entry: the text of a real one under another id, with new words so that the index grows realistically. */
function inventedEntry(number: number): { id: string; text: string } {
  const entries = [...loadKnowledgeBase().entries.values()];
  const model = entries[number % entries.length];
  const id = `made-up-${number}`;
  const words = Array.from({ length: 12 }, (_, index) => `word${(number * 37 + index * 101) % 20_000}`);
  const data = [
    `title: Made-up entry ${number}`,
    `summary: Stands for an entry about ${words[0]} and ${words[1]}.`,
    `symptoms: [${words[2]} fails with ${words[3]}, no ${words[4]} before ${words[5]}]`,
    'variables: []',
    'stages: [monitoring-response]',
    'layers: []',
    `relations: [{ kind: goes-with, to: ${model?.id} }]`,
  ];
  return { id, text: `---\n${data.join('\n')}\n---\n${model?.body}\n\n${words.slice(6).join(' ')}\n` };
}

/** Copies the sources of the site into a new folder, which the caller removes. */
export function copySite(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'trivium-bench-'));
  for (const file of sitePaths)
    cpSync(file, path.join(folder, file), { recursive: true, filter: (source) => !source.includes('node_modules') });
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Runs a build; resolves to its seconds and its peak memory in MB (0 if the system has no /proc). */
export function build(folder: string): Promise<{ seconds: number; memory: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: folder,
    stdio: 'ignore',
  });
  let memory = 0;
  const watch = setInterval(() => {
    try {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
      memory = Math.max(memory, Number(peak?.[1] ?? 0) / 1024); // no match: the process has just ended
    } catch {
      // the process has just ended, or the system has no /proc
    }
  }, 100);
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, memory });
      else reject(new Error(`The build in ${folder} ended with status ${code}.`));
    });
  });
}

/** Adds a number of invented entries to a copy of the site. */
export function addEntries(folder: string, count: number): void {
  mkdirSync(path.join(folder, 'content/opportunities'), { recursive: true });
  for (let number = 0; number < count; number += 1) {
    const { id, text } = inventedEntry(number);
    writeFileSync(path.join(folder, `content/opportunities/${id}.mdx`), text);
  }
}

/** Builds the site with a number of invented entries and prints one line of the table. */
async function measure(count: number): Promise<void> {
  const folder = copySite();
  addEntries(folder, count);
  const { seconds, memory } = await build(folder);
  const file = path.join(folder, 'dist/search/index.json');
  const text = readFileSync(file, 'utf8');
  const { find } = openSearch(JSON.parse(text));
  const queries = [...loadKnowledgeBase().entries.values()].flatMap(({ symptoms, title }) => [title, ...symptoms]);
  const times = queries.map((query) => {
    const start = performance.now();
    find(query);
    return performance.now() - start;
  });
  const timeAt = (share: number) => quantile(times, share).toFixed(1).padStart(7);
  process.stdout.write(
    `${String(count).padStart(7)}  ${seconds.toFixed(1).padStart(7)}  ${memory.toFixed(0).padStart(7)}  ${(statSync(file).size / 1000).toFixed(0).padStart(9)}  ${(brotliCompressSync(text).length / 1000).toFixed(0).padStart(9)}  ${timeAt(0.5)}  ${timeAt(0.95)}\n`,
  );
  rmSync(folder, { recursive: true });
}

/** Prints the costs without invented entries, with half of them and with all. */
export async function benchEntries(count: number): Promise<void> {
  process.stdout.write('made-up  build s  peak MB  index KB  brotli KB  p50 ms  p95 ms\n');
  for (const entryCount of [0, Math.floor(count / 2), count]) await measure(entryCount);
}
