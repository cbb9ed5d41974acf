import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { jsonLimits, parseJson } from '../core/answers/json.ts';
import { openAnswers } from '../core/answers/migrate.ts';
import type { Pack } from '../core/model/pack.ts';
import type { TeamAnswers } from '../core/rollup/rollup.ts';

/** A text that should hold the answers of one team, and where it stands; no text where it is too long to be read. */
interface Piece {
  file: string;
  line: number | null;
  text: string | null;
}

/** A team, or why there is none. */
export type Read = { ok: true; team: TeamAnswers } | { ok: false; file: string; line: number | null; problem: string };

/** Longest text that is read, in bytes. */
const limit = jsonLimits.bytes;

/** Files that hold one team each, and files that hold one on every line. */
const single = /\.json$/i;
const lines = /\.(jsonl|ndjson)$/i;

/** Splits a file into lines as it is read, so that its length does not matter; of a line beyond the limit nothing is kept. */
async function* linesOf(file: string): AsyncGenerator<string | null> {
  let parts: Buffer[] = [];
  let size = 0;
  const keep = (part: Buffer) => {
    size += part.length;
    if (size <= limit) parts.push(part);
    else parts = [];
  };
  const take = (): string | null => {
    const line = size <= limit ? Buffer.concat(parts).toString('utf8') : null;
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield take();
}

/** The texts of a folder, files in the order of their names; lines that are empty are passed over. */
async function* piecesOf(folder: string): AsyncGenerator<Piece> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  for (const file of files) {
    const full = path.join(folder, file);
    if (single.test(file)) {
      const size = statSync(full).size;
      yield { file, line: null, text: size <= limit ? readFileSync(full, 'utf8') : null };
    } else if (lines.test(file)) {
      let line = 0;
      for await (const text of linesOf(full)) {
        line += 1;
        if (text === null || text.trim() !== '') yield { file, line, text };
      }
    }
  }
}

function open({ file, line, text }: Piece, pack: Pack): Read {
  const bad = (problem: string): Read => ({ ok: false, file, line, problem });
  if (text === null) return bad(`It has more than ${limit} bytes; at most that many are read.`);
  const parsed = parseJson(text);
  if (!parsed.ok) return bad(parsed.problems.join(' '));
  const opened = openAnswers(parsed.value, pack);
  if (!opened.ok) return bad(opened.problems.join(' '));
  const { version } = (parsed.value as { pack: { version: string } }).pack;
  return { ok: true, team: { answers: opened.value, source: { file, line, version } } };
}

/**
 * Reads the teams of a folder one after the other: `.json` files hold one, `.jsonl` and `.ndjson` files one a line.
 * Other files are passed over. What cannot be read is told in its place, and the rest goes on.
 */
export async function* readTeams(folder: string, pack: Pack): AsyncGenerator<Read> {
  for await (const piece of piecesOf(folder)) yield open(piece, pack);
}
