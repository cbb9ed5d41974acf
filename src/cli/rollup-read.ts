import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { jsonLimits, parseJson } from '../core/answers/json.ts';
import { openAnswers } from '../core/answers/migrate.ts';
import type { Pack } from '../core/model/pack.ts';
import type { TeamAnswers } from '../core/rollup/rollup.ts';

/** A text that should hold the answers of one team, and where it is from; null if it is too long to read. */
interface TeamText {
  file: string;
  line: number | null;
  text: string | null;
}

/** A team, or why there is none. */
type TeamResult = { ok: true; team: TeamAnswers } | { ok: false; file: string; line: number | null; problem: string };

/** Maximum length of a text, in bytes. */
const maximumBytes = jsonLimits.bytes;

/** Files that hold one team, and files that hold one team per line. */
const singleTeamFile = /\.json$/i;
const jsonLinesFile = /\.(jsonl|ndjson)$/i;

/** Splits a file into lines as it is read, so that its length does not matter. A line beyond the limit gives null. */
async function* linesOf(file: string): AsyncGenerator<string | null> {
  let chunks: Buffer[] = [];
  let size = 0;
  const append = (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maximumBytes) chunks.push(chunk);
    else chunks = [];
  };
  const takeLine = (): string | null => {
    const line = size <= maximumBytes ? Buffer.concat(chunks).toString('utf8') : null;
    chunks = [];
    size = 0;
    return line;
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      append(chunk.subarray(from, end));
      yield takeLine();
      from = end + 1;
    }
    append(chunk.subarray(from));
  }
  if (size > 0) yield takeLine();
}

/** The texts of a folder, files sorted by name; skips empty lines. */
async function* teamTexts(folder: string): AsyncGenerator<TeamText> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  for (const file of files) {
    const fullPath = path.join(folder, file);
    if (singleTeamFile.test(file)) {
      const size = statSync(fullPath).size;
      yield { file, line: null, text: size <= maximumBytes ? readFileSync(fullPath, 'utf8') : null };
    } else if (jsonLinesFile.test(file)) {
      let line = 0;
      for await (const text of linesOf(fullPath)) {
        line += 1;
        if (text === null || text.trim() !== '') yield { file, line, text };
      }
    }
  }
}

function readTeam({ file, line, text }: TeamText, pack: Pack): TeamResult {
  const refuse = (problem: string): TeamResult => ({ ok: false, file, line, problem });
  if (text === null) return refuse(`It has more than ${maximumBytes} bytes; at most that many are read.`);
  const parsed = parseJson(text);
  if (!parsed.ok) return refuse(parsed.problems.join(' '));
  const answers = openAnswers(parsed.value, pack);
  if (!answers.ok) return refuse(answers.problems.join(' '));
  const { version } = (parsed.value as { pack: { version: string } }).pack;
  return { ok: true, team: { answers: answers.value, source: { file, line, version } } };
}

/**
 * Reads the teams of a folder one at a time: `.json` files hold one team, `.jsonl` and `.ndjson` files one per line.
 * Skips other files. A text that cannot be read gives its problem, and reading goes on.
 */
export async function* readTeams(folder: string, pack: Pack): AsyncGenerator<TeamResult> {
  for await (const text of teamTexts(folder)) yield readTeam(text, pack);
}
