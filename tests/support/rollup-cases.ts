import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { rollupFiles } from '../../src/cli/rollup-output.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { runTrivium } from './cli.ts';
import { generateTeam } from './teams.ts';

/** The names of the files that a roll-up writes. */
export const outputFiles = rollupFiles.names;
const pack = packOf(loadKnowledgeBase());
/** The answers of three teams. */
export const answers = Array.from({ length: 3 }, (_, seed) => ({
  ...generateTeam(pack, seed),
  system: `Team ${seed}`,
}));
/** The same in a file of lines. */
export const lines = answers.map((each) => `${JSON.stringify(each)}\n`).join('');
/** Answers as a list of teams exports them: with the first columns of a table, or of problems.jsonl, in front. */
export const exported = (...front: object[]) =>
  answers.map((each, at) => `${JSON.stringify({ ...front[at % front.length], ...each })}\n`).join('');

/** Gives every test of a file a new folder that holds these answers in `in`, and what a test does with it. */
export function useRollUpFolders() {
  let home: string;
  let folder: string;
  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'trivium-output-'));
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(home, 'case-'));
    write('in/teams.jsonl', lines);
  });
  afterAll(() => rmSync(home, { recursive: true }));
  const into = (...parts: string[]) => path.join(folder, ...parts);
  const rollUp = (from = 'in', to = 'out', ...options: string[]) =>
    runTrivium(['rollup', into(from), '--out', into(to), ...options]);
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(into(name)), { recursive: true });
    writeFileSync(into(name), text);
  };
  /** The files of a folder with their contents. */
  const contentOf = (name: string) =>
    Object.fromEntries(readdirSync(into(name)).map((file) => [file, readFileSync(into(name, file), 'base64')]));
  const problemsOf = (name: string) =>
    readFileSync(into(name, 'problems.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { into, rollUp, write, contentOf, problemsOf };
}
