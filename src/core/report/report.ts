import { type Answers, answerMap, heldDecision } from '../answers/answers.ts';
import { type Agreement, agreementOf } from '../assessment/agreement.ts';
import { type Basis, basisOf } from '../assessment/basis.ts';
import type { ChangeSince } from '../assessment/compare.ts';
import { type Diagnosis, diagnose } from '../assessment/diagnosis.ts';
import { findWorthKnowing, type UnknownAnswer } from '../assessment/explain.ts';
import { scoreAssessment } from '../assessment/personal-scores.ts';
import type { Promises } from '../assessment/promises.ts';
import { type LowestVariables, lowestVariables, type VariableScore } from '../assessment/rating.ts';
import { type Cell, scoreCells } from '../assessment/score.ts';
import { isRaised, isStrong } from '../assessment/signal-status.ts';
import { assessSignals, assessTension, type SignalResult, type TensionResult } from '../assessment/signals.ts';
import {
  type PlainFact,
  plainFactsOf,
  type UnexplainedTrouble,
  unexplainedTrouble,
} from '../assessment/unexplained.ts';
import { askedAt, type Depth } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { runSlices, type Slices } from '../model/slices.ts';
import { nameOf } from '../text/name-of.ts';
import { itemsWithoutLevel, levelsOf } from './answer-lists.ts';
import { type Move, planOf } from './plan.ts';
import { type SheetLine, sheetLines } from './sheet-lines.ts';

/** Everything that a report shows. Page, print, Markdown and JSON all print this object. Numbers are 0 to 1, unrounded. */
export interface Report {
  format: 'trivium-report';
  version: 2;
  pack: { id: string; version: string; fingerprint: string };
  system: string;
  date: string | null;
  depth: Depth;
  respondent: Answers['respondent'] | null;
  context: Answers['context'];
  review: string | null;
  /** What is at stake when the system fails, in the team's words. */
  stakes: string | null;
  /** The headline of the diagnosis. */
  verdict: string;
  diagnosis: Diagnosis;
  /** How far several people agree; null if one person answered. */
  agreement: Agreement | null;
  /** Change since an earlier assessment of the same system; null if none is known. */
  since: ChangeSince | null;
  /** What became of the moves that the team had decided to do earlier; null if there were none. */
  promises: Promises | null;
  variables: VariableScore[];
  lowest: LowestVariables;
  cells: Cell[];
  signals: SignalResult[];
  tensions: TensionResult[];
  /** Plain facts that follow from the answers. */
  findings: PlainFact[];
  /** Trouble that no signal explains. */
  unexplained: UnexplainedTrouble[];
  /** Ids of the signals to report first: the likely and exposed ones or, if there are none, the possible ones. */
  risks: string[];
  /** The plan, highest priority first; empty if no move reaches the threshold. */
  moves: Move[];
  /**
   * Practices of the moves for leadership: the first of the plan that the team has not declined and that are not about
   * finding out an answer. Empty while not enough is known.
   */
  firstMoves: string[];
  /** The practice sheet: every question of this depth, weakest first within its stage and column. */
  sheet: SheetLine[];
  /** Number of questions that this depth asks. */
  asked: number;
  /** What the known answers of this depth rest on. */
  basis: Basis;
  /** The levels that the team answered, by item. */
  levels: Record<string, number>;
  /** Practices and symptoms of this depth that nobody could answer, or that are not answered yet. */
  unknown: { item: string; state: 'dk' | 'unanswered' }[];
  /** The unknown answers that matter most, most important first. */
  worthKnowing: UnknownAnswer[];
  notApplicable: { item: string; reason: string | null }[];
}

/** Ids of the signals to report first. */
function firstRisks(signals: readonly SignalResult[]): string[] {
  const strongSignals = signals.filter(({ status }) => isStrong(status));
  return (strongSignals.length > 0 ? strongSignals : signals.filter(({ status }) => isRaised(status))).map(
    ({ id }) => id,
  );
}

/** Practices of the first moves that leadership can fund, at most `count`. */
const movesToFund = (moves: readonly Move[], count: number): string[] =>
  moves
    .filter(({ kind }) => kind !== 'find-out')
    .slice(0, count)
    .map(({ practice }) => practice);

/** The lowest Vs. They are never firm where one set of answers stands for many models. */
function lowestOf(variables: readonly VariableScore[], pack: Pack, { models }: Answers['context']): LowestVariables {
  const lowest = lowestVariables(variables, pack.constants);
  return { ...lowest, firm: lowest.firm && models !== 'many' };
}

/** The moves that the practice sheet shows: the first of the plan, and those that leadership can fund. */
const movesOnSheet = (moves: readonly Move[], firstMoves: readonly string[], count: number) =>
  moves
    .map(({ practice, reaches }, index) => ({ practice, reaches, place: index + 1 }))
    .filter(({ practice, place }) => place <= count || firstMoves.includes(practice));

/** What a report says about itself: its format, its questions, and whose system it is about. */
const headOf = (answers: Answers, pack: Pack, depth: Depth) => ({
  format: 'trivium-report' as const,
  version: 2 as const,
  pack: { id: pack.id, version: pack.version, fingerprint: pack.fingerprint },
  system: nameOf(answers.system),
  date: answers.date ?? null,
  depth,
  respondent: answers.respondent ?? null,
  context: answers.context,
  review: answers.review ?? null,
  stakes: answers.stakes ?? null,
});

/**
 * Computes the report of one assessment in slices, so that a page can react between them. The same input always gives the
 * same report.
 * @param answers parsed answers to the pack
 * @param depth `quick` scores only the practices of the quick check; signals use every answer at both depths
 * @param since the change since an earlier assessment of the same system: `changeSinceOf(compare(...))`
 * @param promises what became of the moves that the team had decided to do: `promisesSince(...)`
 */
export function* reportInSlices(
  answers: Answers,
  pack: Pack,
  depth: Depth = 'full',
  since: ChangeSince | null = null,
  promises: Promises | null = null,
): Slices<Report> {
  const answersByItem = answerMap(answers);
  const { context } = answers;
  const variables = scoreAssessment(answers, pack, depth);
  const lowest = lowestOf(variables, pack, context);
  const signals = assessSignals(answersByItem, pack, answers);
  const items = pack.items.filter(askedAt(depth));
  const { headline } = pack.constants.moves;
  const situation = { answers: answersByItem, pack, depth, signals, lowest: lowest.ids, settings: answers };
  yield;
  const moves = yield* planOf(situation, answers, promises);
  yield;
  const agreement = agreementOf(answers, pack);
  const acceptedMoves = moves.filter(({ decision }) => heldDecision(decision, answers.date) !== 'no');
  const inputs = { answers: answersByItem, context, pack, variables, signals, moves: acceptedMoves };
  const worthKnowing = findWorthKnowing(answersByItem, pack, depth, headline);
  const diagnosis = diagnose({ ...inputs, depth, lowest, since, agreement, worthKnowing });
  yield;
  const firstMoves = diagnosis.situation === 'not-enough-known' ? [] : movesToFund(acceptedMoves, headline);
  return {
    ...headOf(answers, pack, depth),
    verdict: diagnosis.headline,
    diagnosis,
    agreement,
    since,
    promises,
    variables,
    lowest,
    cells: scoreCells(answersByItem, pack, depth),
    signals,
    tensions: pack.tensions.map((tension) => assessTension(tension, answersByItem, pack.constants)),
    findings: plainFactsOf(answersByItem, pack),
    unexplained: unexplainedTrouble(answersByItem, signals, pack, context),
    risks: firstRisks(signals),
    moves,
    firstMoves,
    sheet: sheetLines({
      items,
      answers: answersByItem,
      moves: movesOnSheet(moves, firstMoves, headline),
      since,
      date: answers.date,
    }),
    asked: items.length,
    basis: basisOf(items, answersByItem, answers.date),
    levels: levelsOf(answers),
    ...itemsWithoutLevel(items, answersByItem),
    worthKnowing,
  };
}

/** Computes the report of one assessment at once; takes what `reportInSlices` takes. */
export const report = (...input: Parameters<typeof reportInSlices>): Report => runSlices(reportInSlices(...input));
