import { readFileSync } from 'node:fs';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import type { Answers } from '../../src/core/answers/answers.ts';
import { evidenceKinds } from '../../src/core/model/ids.ts';
import { packOf } from '../../src/core/model/pack.ts';
import type { TeamAnswers } from '../../src/core/rollup/rollup.ts';
import { runTrivium } from './cli.ts';
import { generateTeam } from './teams.ts';

/** The questions of this version. */
export const pack = packOf(loadKnowledgeBase());
/** The same answers, some of them with evidence of each kind. */
const withEvidence = (team: Answers, seed: number): Answers => ({
  ...team,
  answers: team.answers.map((answer, index) => {
    const kind = evidenceKinds[(index * 7 + seed) % 5];
    return kind ? { ...answer, evidence: { kind } } : answer;
  }),
});
/** The answers of generated teams, some of them with evidence. */
export const answersOfTeams = (count: number): Answers[] =>
  Array.from({ length: count }, (_, seed) =>
    withEvidence({ ...generateTeam(pack, seed), system: `Team ${seed}` }, seed),
  );
/** The same as a roll-up takes them. */
export const teamsOf = (answers: readonly Answers[]) =>
  answers.map((each): TeamAnswers => ({ answers: each, source: { file: '', line: null, version: pack.version } }));

/** Rolls files up on the command line. */
export const rollUpFiles = (args: string[]) => runTrivium(['rollup', ...args]);
/** The rows of a file of lines. */
export const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
