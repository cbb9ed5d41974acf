import type { Depth } from '../../src/core/model/ids.ts';
import type { Pack } from '../../src/core/model/pack.ts';
import { type Rollup, rollUpRows, type TeamAnswers } from '../../src/core/rollup/rollup.ts';
import { teamRows } from '../../src/core/rollup/rows.ts';

/** The roll-up of the answers of many teams. */
export const rollUpTeams = (
  teams: readonly TeamAnswers[],
  pack: Pack,
  depth: Depth = 'full',
  anonymous = false,
): Rollup =>
  rollUpRows(
    teams.map(({ answers, source }, index) => teamRows(index + 1, source, answers, pack, depth)),
    pack,
    depth,
    anonymous,
  );
