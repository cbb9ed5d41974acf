import type { AnswerMap, Answers } from '../answers/answers.ts';
import { isEnded } from '../assessment/ended-decision.ts';
import { effectOf } from '../assessment/explain.ts';
import { type Candidate, type RankingInput, rankMoves } from '../assessment/moves.ts';
import type { Promises } from '../assessment/promises.ts';
import { firstThreeShares, type Stability, stabilityOf } from '../assessment/stability.ts';
import { targetOf } from '../assessment/target.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import type { Slices } from '../model/slices.ts';
import { type MoveReason, moveReasons } from './move-reasons.ts';

/** The score of a V before and after one move, 0 to 1. */
interface Impact {
  variable: VariableId;
  before: number;
  after: number;
}

/** A move of the plan. */
export interface Move extends Candidate {
  /** The same as `reaches`, under the name that version 1 of the format gave it. */
  to: number | null;
  /** The score of its V before and after the move; null if the level is not known or the V has no score. */
  impact: Impact | null;
  /** Why the target differs from the pack's; null if it does not. */
  targetReason: string | null;
  /** How often it stays among the headline moves when the constants vary, 0 to 1. */
  firstThreeShare: number;
  /** The same in a word and in counts. */
  stability: Stability;
  /** The reasons for its priority, in the order in which a report lists them. */
  reasons: MoveReason[];
  /** Which steps of the practice fit the team's level. */
  steps: 'start' | 'deepen';
  decision: Answers['decisions'][number] | null;
}

/** Scores the V of a move again as if its practice had reached the goal of the move, `reaches`. */
function impactOf({ practice, reaches: to }: Candidate, answers: AnswerMap, pack: Pack, depth: Depth): Impact | null {
  const effect = to === null ? null : effectOf(practice, to, answers, pack, depth);
  return effect && { variable: effect.variable, before: effect.before, after: effect.after };
}

/** The plan: the head of the ranking, each move with its impact, its stability and the team's decision. */
export function* planOf(situation: RankingInput, answers: Answers, promises: Promises | null): Slices<Move[]> {
  const { pack, depth } = situation;
  const decisions = answers.decisions.filter((decision) => !isEnded(decision, promises?.outcomes ?? []));
  const { moves, stability } = pack.constants;
  const shares = yield* firstThreeShares(situation);
  return rankMoves(situation)
    .slice(0, moves.plan)
    .map((candidate) => {
      const { practice, kind } = candidate;
      const targetReason = targetOf(practice, pack, answers).reason;
      const firstThreeShare = shares.get(practice) ?? 0;
      return {
        ...candidate,
        to: candidate.reaches,
        impact: impactOf(candidate, situation.answers, pack, depth),
        targetReason,
        firstThreeShare,
        stability: stabilityOf(firstThreeShare, stability),
        reasons: moveReasons({ ...candidate, targetReason }, situation),
        steps: kind === 'deepen' ? 'deepen' : 'start',
        decision: decisions.find((decision) => decision.practice === practice) ?? null,
      };
    });
}
