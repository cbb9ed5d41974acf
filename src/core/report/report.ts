import { type AnswerMap, type Answers, answerMap, levelOf, stateOf } from '../answers/answers.ts';
import type { ChangeSince } from '../assessment/compare.ts';
import { findWorthKnowing, tryLevels, type UnknownAnswer } from '../assessment/explain.ts';
import { type Candidate, rankMoves, type Situation, targetOf } from '../assessment/moves.ts';
import { type LowestVariables, lowestVariables, scoreVariables, type VariableScore } from '../assessment/rating.ts';
import { type Cell, scoreCells, scoreVariable } from '../assessment/score.ts';
import { isRaised, isStrong } from '../assessment/signal-status.ts';
import { readSignals, readTension, type SignalReading, type TensionReading } from '../assessment/signals.ts';
import { firstThreeShares, type Stability, stabilityOf } from '../assessment/stability.ts';
import { verdictOf } from '../assessment/verdict.ts';
import { askedAt, type Depth, type VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { type MoveReason, moveReasons } from './move-reasons.ts';

/** The score of a V before and after one move, 0 to 1. */
interface Impact {
  variable: VariableId;
  before: number;
  after: number;
}

/** A move of the plan. */
export interface Move extends Candidate {
  /** What the move would do to its V; null if the level is not known or the V has no score. */
  impact: Impact | null;
  /** Why the target differs from the pack's; null if it does not. */
  targetReason: string | null;
  /** How often it stays among the headline moves when the constants vary, 0 to 1. */
  firstThreeShare: number;
  /** The same in a word and in counts. */
  stability: Stability;
  /** The reasons for its priority, in the order in which a report lists them. */
  reasons: MoveReason[];
  /** Which of the practice's steps fit the team's level. */
  steps: 'start' | 'deepen';
  decision: Answers['decisions'][number] | null;
}

/** Everything that a report shows. Page, print, Markdown and JSON all print this object. Numbers are 0 to 1, unrounded. */
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
  /** Change since an earlier assessment of the same system; null if none is known. */
  since: ChangeSince | null;
  variables: VariableScore[];
  lowest: LowestVariables;
  cells: Cell[];
  signals: SignalReading[];
  tensions: TensionReading[];
  /** Ids of the signals to report first: the likely and exposed ones or, if there are none, the possible ones. */
  risks: string[];
  /** The plan, highest priority first; empty if no move reaches the threshold. */
  moves: Move[];
  /** Practices of the moves for leadership: the first of the plan that the team has not declined. */
  firstMoves: string[];
  /** Number of questions that this depth asks. */
  asked: number;
  /** The levels that the team answered, by item. */
  levels: Record<string, number>;
  /** Practices and symptoms of this depth that nobody could answer, or has answered yet. */
  unknown: { item: string; state: 'dk' | 'unanswered' }[];
  /** The unknown answers that matter most, most important first. */
  worthKnowing: UnknownAnswer[];
  notApplicable: { item: string; reason: string | null }[];
}

/** Scores the V of a move again as if its practice had reached the next anchor. */
function impactOf({ practice, to }: Candidate, answers: AnswerMap, pack: Pack, depth: Depth): Impact | null {
  const variable = packIndex(pack).item(practice)?.variable;
  if (to === null || !variable || levelOf(answers, practice) === null) return null;
  const before = scoreVariable(variable, answers, pack, depth).point;
  const after = scoreVariable(variable, tryLevels(answers, new Map([[practice, to]]), pack), pack, depth).point;
  return before === null || after === null ? null : { variable, before, after };
}

/** The levels that the answers give, by item. */
const levelsOf = ({ answers }: Answers): Report['levels'] =>
  Object.fromEntries(answers.flatMap((answer) => (answer.state === 'level' ? [[answer.item, answer.level]] : [])));

/** The items without a level, by their state. */
function itemsWithoutLevel(items: readonly PackItem[], answers: AnswerMap): Pick<Report, 'unknown' | 'notApplicable'> {
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

/** The plan: the head of the ranking, each move with its impact, its stability and the team's decision. */
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

/** Ids of the signals to report first. */
function firstRisks(signals: readonly SignalReading[]): string[] {
  const strongSignals = signals.filter(({ status }) => isStrong(status));
  return (strongSignals.length > 0 ? strongSignals : signals.filter(({ status }) => isRaised(status))).map(
    ({ id }) => id,
  );
}

/** The readings of the signals to report first, at most `count`. */
export const risksOf = ({ signals, risks }: Report, count: number): SignalReading[] =>
  signals.filter(({ id }) => risks.includes(id)).slice(0, count);

/** The moves for leadership. */
export const firstMovesOf = ({ moves, firstMoves }: Report): Move[] =>
  moves.filter(({ practice }) => firstMoves.includes(practice));

/**
 * Computes the report of one assessment: the same answers, pack and depth always give the same report.
 * @param answers parsed answers to this pack
 * @param depth `quick` scores only the practices of the quick check; signals use every answer
 * @param since change since an earlier assessment of the same system: `changeSinceOf(compare(...))`
 */
export function report(answers: Answers, pack: Pack, depth: Depth = 'full', since: ChangeSince | null = null): Report {
  const answersByItem = answerMap(answers);
  const variables = scoreVariables(answersByItem, pack, depth);
  const lowest = lowestVariables(variables, pack.constants);
  const signals = readSignals(answersByItem, pack, answers.overrides);
  const items = pack.items.filter(askedAt(depth));
  const { headline } = pack.constants.moves;
  const moves = planOf(
    { answers: answersByItem, pack, depth, signals, lowest: lowest.ids, settings: answers },
    answers,
  );
  const acceptedMoves = moves.filter(({ decision }) => decision?.decision !== 'no');
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
    cells: scoreCells(answersByItem, pack, depth),
    signals,
    tensions: pack.tensions.map((tension) => readTension(tension, answersByItem, pack.constants)),
    risks: firstRisks(signals),
    moves,
    firstMoves: acceptedMoves.slice(0, headline).map(({ practice }) => practice),
    asked: items.length,
    levels: levelsOf(answers),
    ...itemsWithoutLevel(items, answersByItem),
    worthKnowing: findWorthKnowing(answersByItem, pack, depth, headline),
  };
}
