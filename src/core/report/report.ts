import { type Answer, type AnswerMap, type Answers, answerMap, stateOf } from '../answers/answers.ts';
import type { ChangeSince } from '../assessment/compare.ts';
import { findWorthKnowing, type UnknownAnswer } from '../assessment/explain.ts';
import { type Candidate, rankMoves, type Situation, targetOf } from '../assessment/moves.ts';
import { type LowestVariables, lowestVariables, scoreVariables, type VariableScore } from '../assessment/rating.ts';
import { type Cell, scoreCells, scoreVariable } from '../assessment/score.ts';
import { isRaised, isStrong } from '../assessment/signal-status.ts';
import { readSignals, readTension, type SignalReading, type TensionReading } from '../assessment/signals.ts';
import { firstThreeShares, type Stability, stabilityOf } from '../assessment/stability.ts';
import { verdictOf } from '../assessment/verdict.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import { askedAt } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { type MoveReason, moveReasons } from './move-reasons.ts';

/** The score of a V before and after one move. */
export interface Impact {
  variable: VariableId;
  before: number;
  after: number;
}

/** A move of the plan. */
export interface Move extends Candidate {
  /** What the move would do to its V; null where the level is not known or the V has no score. */
  impact: Impact | null;
  /** Why the target is what it is, where it is not the pack's. */
  targetReason: string | null;
  /** How often it stays among the headline moves when the constants are varied, 0 to 1. */
  firstThreeShare: number;
  /** The same in a word and in counts. */
  stability: Stability;
  /** Why it stands where it stands, in the order in which it is told. */
  reasons: MoveReason[];
  /** Which of the practice's steps fit where the team stands. */
  steps: 'start' | 'deepen';
  decision: Answers['decisions'][number] | null;
}

/** Everything that a report shows. Page, print, Markdown and JSON only print it. Numbers are 0 to 1, unrounded. */
export interface Report {
  format: 'trivium-report';
  version: 1;
  pack: { id: string; version: string; fingerprint: string };
  system: string;
  date: string | null;
  depth: Depth;
  respondent: Answers['respondent'] | null;
  context: Answers['context'];
  review: string | null;
  verdict: string;
  /** How it stands to an earlier assessment of the same system; null where none is known. */
  since: ChangeSince | null;
  variables: VariableScore[];
  lowest: LowestVariables;
  cells: Cell[];
  signals: SignalReading[];
  tensions: TensionReading[];
  /** Ids of the signals to tell first: the likely and exposed ones, or where there are none, the possible ones. */
  risks: string[];
  /** The plan, first moves first; empty is a result: no move above the threshold. */
  moves: Move[];
  /** Practices of the moves that leadership hears of: the first of the plan that the team has not declined. */
  firstMoves: string[];
  /** How many questions this depth asks. */
  asked: number;
  /** The levels that the team has given, by item. */
  levels: Record<string, number>;
  /** Practices and symptoms of this depth that nobody could answer or has answered yet. */
  unknown: { item: string; state: 'dk' | 'unanswered' }[];
  /** The unknown answers that matter most, first things first. */
  worthKnowing: UnknownAnswer[];
  notApplicable: { item: string; reason: string | null }[];
}

/** Scores a V again as if one practice stood at another level. */
function impactOf({ practice, to }: Candidate, answers: AnswerMap, pack: Pack, depth: Depth): Impact | null {
  const item = pack.items.find(({ id }) => id === practice);
  const answer = answers.get(practice);
  if (to === null || !item?.variable || answer?.state !== 'level') return null;
  const moved = new Map<string, Answer>([...answers, [practice, { ...answer, level: to }]]);
  const before = scoreVariable(item.variable, answers, pack, depth).point;
  const after = scoreVariable(item.variable, moved, pack, depth).point;
  return before === null || after === null ? null : { variable: item.variable, before, after };
}

/** The levels that answers give, by item. */
const levelsOf = ({ answers }: Answers): Report['levels'] =>
  Object.fromEntries(answers.flatMap((answer) => (answer.state === 'level' ? [[answer.item, answer.level]] : [])));

/** Items of this depth without a level, and why. */
function gapsIn(items: readonly PackItem[], answers: AnswerMap): Pick<Report, 'unknown' | 'notApplicable'> {
  const unknown: Report['unknown'] = [];
  const notApplicable: Report['notApplicable'] = [];
  for (const { id } of items) {
    const state = stateOf(answers, id);
    const answer = answers.get(id);
    if (state === 'dk' || state === 'unanswered') unknown.push({ item: id, state });
    if (answer?.state === 'na') notApplicable.push({ item: id, reason: answer.reason ?? null });
  }
  return { unknown, notApplicable };
}

/** The plan: the first moves of the ranking, each with what it would change and how stable its place is. */
function planOf(situation: Situation, answers: Answers): Move[] {
  const { pack, depth } = situation;
  const { moves, stability } = pack.constants;
  const shares = firstThreeShares(situation);
  return rankMoves(situation)
    .slice(0, moves.plan)
    .map((candidate) => {
      const { practice, from } = candidate;
      const targetReason = targetOf(practice, pack, answers).reason;
      const firstThreeShare = shares.get(practice) ?? 0;
      return {
        ...candidate,
        impact: impactOf(candidate, situation.answers, pack, depth),
        targetReason,
        firstThreeShare,
        stability: stabilityOf(firstThreeShare, stability),
        reasons: moveReasons({ ...candidate, targetReason }, situation),
        steps: from !== null && from >= moves.deepenFrom ? 'deepen' : 'start',
        decision: answers.decisions.find((decision) => decision.practice === practice) ?? null,
      };
    });
}

/** Ids of the signals to tell first. */
function firstRisks(signals: readonly SignalReading[]): string[] {
  const strong = signals.filter(({ status }) => isStrong(status));
  return (strong.length > 0 ? strong : signals.filter(({ status }) => isRaised(status))).map(({ id }) => id);
}

/** The readings of the signals to tell first, at most `count`. */
export const risksOf = ({ signals, risks }: Report, count: number): SignalReading[] =>
  signals.filter(({ id }) => risks.includes(id)).slice(0, count);

/** The moves that leadership hears of. */
export const firstMovesOf = ({ moves, firstMoves }: Report): Move[] =>
  moves.filter(({ practice }) => firstMoves.includes(practice));

/**
 * Makes the report of one set of answers: the same answers, pack and depth always give the same report.
 * @param answers parsed answers to this pack
 * @param depth `quick` scores the practices of the quick check only; signals use every answer there is
 * @param since how the answers stand to an earlier assessment of the same system (`sinceOf(compare(...))`)
 */
export function report(answers: Answers, pack: Pack, depth: Depth = 'full', since: ChangeSince | null = null): Report {
  const map = answerMap(answers);
  const variables = scoreVariables(map, pack, depth);
  const lowest = lowestVariables(variables, pack.constants);
  const signals = readSignals(map, pack, answers.overrides);
  const asked = pack.items.filter(askedAt(depth));
  const { headline } = pack.constants.moves;
  const moves = planOf({ answers: map, pack, depth, signals, lowest: lowest.ids, settings: answers }, answers);
  const accepted = moves.filter(({ decision }) => decision?.decision !== 'no');
  return {
    format: 'trivium-report',
    version: 1,
    pack: { id: pack.id, version: pack.version, fingerprint: pack.fingerprint },
    system: answers.system,
    date: answers.date ?? null,
    depth,
    respondent: answers.respondent ?? null,
    context: answers.context,
    review: answers.review ?? null,
    verdict: verdictOf(variables, lowest, pack, since),
    since,
    variables,
    lowest,
    cells: scoreCells(map, pack, depth),
    signals,
    tensions: pack.tensions.map((tension) => readTension(tension, map, pack.constants)),
    risks: firstRisks(signals),
    moves,
    firstMoves: accepted.slice(0, headline).map(({ practice }) => practice),
    asked: asked.length,
    levels: levelsOf(answers),
    ...gapsIn(asked, map),
    worthKnowing: findWorthKnowing(map, pack, depth, headline),
  };
}
