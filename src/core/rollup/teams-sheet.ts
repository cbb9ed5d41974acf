import type { StageId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { SheetColumnId } from '../report/sheet-lines.ts';
import type { ItemSummary } from './tally.ts';

/** One question on the practice sheet of many teams. Positions run from 0 (trouble) to 4. */
export interface TeamsLine {
  item: string;
  column: SheetColumnId;
  stage: StageId;
  /** Teams at each position; null if they are too few to be shown. */
  teams: readonly number[] | null;
  /** Teams with an answer, without one, and those to which the question does not apply. */
  known: number;
  unknown: number;
  na: number;
  /** Whether at least half of the teams with an answer are at a position that hurts. */
  hurtsMost: boolean;
}

/** The share of the teams with an answer that are at most at a position; below every share without any answer. */
const shareUpTo = ({ teams, known }: TeamsLine, position: number): number =>
  teams && known > 0 ? teams.slice(0, position + 1).reduce((sum, count) => sum + count, 0) / known : -1;

/** The shares that decide which question is weaker, most important first: the two lowest positions, then the lowest. */
const decidingPositions = [1, 0, 2, 3];

function byWeakness(a: TeamsLine, b: TeamsLine): number {
  const differences = decidingPositions.map((position) => shareUpTo(b, position) - shareUpTo(a, position));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/**
 * The lines of the practice sheet of many teams: the questions in which the largest share of teams is at the two lowest
 * positions first, and those without counts last. Questions that the pack does not have are left out.
 */
export const teamsLines = (items: readonly ItemSummary[], pack: Pack): TeamsLine[] =>
  items
    .flatMap(({ item, levels, known, hurting, dk, unanswered, na }): TeamsLine[] => {
      const question = packIndex(pack).item(item);
      if (!question) return [];
      return [
        {
          item,
          column: question.variable ?? 'symptoms',
          stage: question.stage,
          teams: question.kind === 'symptom' ? (levels?.toReversed() ?? null) : levels,
          known,
          unknown: dk + unanswered,
          na,
          hurtsMost: hurting !== null && known > 0 && hurting * 2 >= known,
        },
      ];
    })
    .toSorted(byWeakness);
