import { createReadStream } from 'node:fs';
import * as messages from '#messages/cli-rollup.ts';
import { parseJson } from '../core/answers/json.ts';
import { openAnswers } from '../core/answers/migrate.ts';
import { bareText } from '../core/link/data-text.ts';
import type { Pack } from '../core/model/pack.ts';
import { failure, type Result } from '../core/model/result.ts';
import type { TeamAnswers } from '../core/rollup/rollup.ts';
import { type AnswersFile, answersFiles } from './answers-files.ts';
import { explainError } from './failure.ts';
import { linesOf, readWhole } from './lines.ts';

/** Where the answers of one team come from: the line, from 1, or null if the file holds one team. */
export interface Place {
  file: string;
  line: number | null;
}
/** A text that should hold the answers of one team, or why it is not read. */
type TeamText = Place & { text: Result<string> };

/** A team, or why there is none. */
export type TeamResult = { ok: true; team: TeamAnswers } | ({ ok: false; problem: string } & Place);

const singleTeamFile = /\.json$/i;

/** The texts of one file, without empty lines; yields a problem for a file without any text. */
async function* textsOf({ file, path }: AnswersFile): AsyncGenerator<TeamText> {
  let line = 0;
  let texts = 0;
  const lines = singleTeamFile.test(file) ? [await readWhole(path)] : linesOf(createReadStream(path));
  for await (const text of lines) {
    line += 1;
    if (text.ok && text.value.trim() === '') continue;
    texts += 1;
    yield { file, line: singleTeamFile.test(file) ? null : line, text };
  }
  if (texts === 0) yield { file, line: null, text: failure(messages.emptyFile) };
}

/** The texts of a folder, with files sorted by path. Yields a problem for whatever cannot be read. */
async function* teamTexts(folder: string): AsyncGenerator<TeamText> {
  for (const answersFile of answersFiles(folder)) {
    const { file, problem } = answersFile;
    try {
      if (problem === undefined) yield* textsOf(answersFile);
      else yield { file, line: null, text: failure(problem) };
    } catch (error) {
      yield { file, line: null, text: failure(messages.cannotReadIt(explainError(error))) };
    }
  }
}

function readTeam({ file, line, text }: TeamText, pack: Pack): TeamResult {
  const refuse = (problem: string): TeamResult => ({ ok: false, file, line, problem });
  const parsed = text.ok ? parseJson(bareText(text.value)) : text;
  if (!parsed.ok) return refuse(parsed.problems.join(' '));
  const answers = openAnswers(parsed.value, pack);
  if (!answers.ok) return refuse(answers.problems.join(' '));
  const { version } = (parsed.value as { pack: { version: string } }).pack;
  return { ok: true, team: { answers: answers.value, source: { file, line, version } } };
}

/**
 * Reads the teams of a folder one at a time: `.json` files hold one team, `.jsonl` and `.ndjson` files one per line.
 * Skips other files, and those of an earlier roll-up. Yields a problem for whatever cannot be read, and reads on.
 */
export async function* readTeams(folder: string, pack: Pack): AsyncGenerator<TeamResult> {
  for await (const text of teamTexts(folder)) yield readTeam(text, pack);
}
