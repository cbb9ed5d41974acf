import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { showDay, t } from '../../src/build/strings.ts';
import type { Answers } from '../../src/core/answers/answers.ts';
import { toPoints } from '../../src/core/assessment/score.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { generateTeam } from './teams.ts';

/** The questions of this version. */
export const pack = packOf(loadKnowledgeBase());
/** The words that files are written in. */
export const words = { t, day: showDay };
/** A number as files show it. */
export const shown = (value: number) => String(toPoints(value));

/** A team whose first three moves are decided in three ways. */
export function decided(seed: number): Answers {
  const team = generateTeam(pack, seed);
  const [first, second, third] = report(team, pack).moves.map(({ practice }) => practice);
  return {
    ...team,
    decisions: [
      { practice: first ?? '', decision: 'do', owner: '=Ada', due: '2027-01-15' },
      { practice: second ?? '', decision: 'no', reason: 'Next year' },
      { practice: third ?? '', owner: 'Bo, "the second"' },
    ],
  };
}
