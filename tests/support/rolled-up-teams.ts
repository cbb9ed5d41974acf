import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import type { TeamAnswers } from '../../src/core/rollup/rollup.ts';
import { generateTeam } from './teams.ts';

/** The questions of this version. */
export const pack = packOf(loadKnowledgeBase());
/** Where answers come from. */
export const source = { file: 'a.json', line: null, version: pack.version };
/** A generated team. */
export const team = (seed: number, system = `Team ${seed}`): TeamAnswers => ({
  answers: { ...generateTeam(pack, seed), system },
  source,
});
/** Some generated teams. */
export const teams = (count: number, from = 0) => Array.from({ length: count }, (_, at) => team(from + at));
