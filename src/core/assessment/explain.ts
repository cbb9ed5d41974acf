import { type Answer, type AnswerMap, type Context, levelOf, stateOf, topLevel } from '../answers/answers.ts';
import { sum } from '../model/arithmetic.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { type RankingInput, rankMoves, unweightedMoves } from './moves.ts';
import { priorityFactors, priorityOf } from './priority.ts';
import { wordAt } from './rating.ts';
import { practicesOf, type Score, scoreTerms, scoreVariable, wobbleOf } from './score.ts';
import { applicableIndicators, riskOf } from './signals.ts';
import { targetOf } from './target.ts';

/** One term of a score: an item, its answer, and what the answer contributes. */
interface ExplainedTerm {
  item: string;
  state: Answer['state'];
  level: number | null;
  weight: number;
  /** 0 to 1; null if not known. For a signal, the risk that the answer shows. */
  value: number | null;
}

/** How a score is computed, down to every term. */
export interface ScoreExplanation {
  /** The applicable items, in the order of the pack. */
  terms: ExplainedTerm[];
  applicableWeight: number;
  knownWeight: number;
  /** Sum of weight x value over the known terms. */
  reached: number;
  /** The band of what is not known, before the wobble widens it, 0 to 1; null without any weight. */
  unknownBand: { low: number; high: number } | null;
  /** How far the score may move if honest answers are off by an anchor, 0 to 1; the band reaches at least that far. */
  wobble: number;
  score: Score;
}

function explanationOf(terms: readonly ExplainedTerm[], score: Score, wobble: number): ScoreExplanation {
  const knownTerms = terms.filter(({ value }) => value !== null);
  const { low, high } = scoreTerms(terms, 0);
  return {
    terms: [...terms],
    applicableWeight: sum(terms.map(({ weight }) => weight)),
    knownWeight: sum(knownTerms.map(({ weight }) => weight)),
    reached: sum(knownTerms.map(({ weight, value }) => weight * (value ?? 0))),
    unknownBand: low === null || high === null ? null : { low, high },
    wobble,
    score,
  };
}

const termOf = ({ id, weight }: PackItem, answers: AnswerMap): ExplainedTerm => {
  const level = levelOf(answers, id);
  return { item: id, state: stateOf(answers, id), level, weight, value: level === null ? null : level / topLevel };
};
const isApplicable = ({ state }: ExplainedTerm): boolean => state !== 'na';

/** Explains the score of a V, without the personal scores of a group, which widen the band in the report. */
export function explainVariable(variable: VariableId, answers: AnswerMap, pack: Pack, depth: Depth): ScoreExplanation {
  const items = practicesOf(pack, depth).filter((item) => item.variable === variable);
  const terms = items.map((item) => termOf(item, answers)).filter(isApplicable);
  const score = scoreVariable(variable, answers, pack, depth);
  return explanationOf(terms, score, wobbleOf(score, depth, pack.constants));
}

/** Explains the risk of a signal, in which a practice counts as 1 minus its value. Undefined for an unknown id. */
export function explainSignal(
  id: string,
  answers: AnswerMap,
  pack: Pack,
  context: Context,
): ScoreExplanation | undefined {
  const signal = packIndex(pack).signal(id);
  if (!signal) return undefined;
  const terms = applicableIndicators(signal, answers, context).map((indicator): ExplainedTerm => {
    const { item, weight } = indicator;
    const value = riskOf(indicator, answers);
    return { item, state: stateOf(answers, item), level: levelOf(answers, item), weight, value };
  });
  return explanationOf(terms, scoreTerms(terms, pack.constants.pointCoverage), 0);
}

/** How the priority of a move is computed. */
interface MoveExplanation {
  /** In the order of multiplication; the last factor divides. */
  factors: { name: keyof ReturnType<typeof priorityFactors>; value: number }[];
  /** The product of the factors. */
  ownPriority: number;
  /** The priority it is ranked by: its own, or that of a move that needs it first. */
  priority: number;
  target: { level: number; reason: string | null };
}

/** Explains the priority of a move; undefined if the answers give no such move. Source: design, section 7. */
export function explainMove(practice: string, situation: RankingInput): MoveExplanation | undefined {
  const { pack, settings } = situation;
  const unweighted = unweightedMoves(situation).find(({ item }) => item.id === practice);
  const move = rankMoves(situation).find((candidate) => candidate.practice === practice);
  if (!unweighted || !move) return undefined;
  const { item, inputs } = unweighted;
  const factors = priorityFactors(item, inputs, pack.constants.moves);
  return {
    factors: Object.entries(factors).map(([name, value]) => ({ name: name as keyof typeof factors, value })),
    ownPriority: priorityOf(item, inputs, pack.constants.moves),
    priority: move.priority,
    target: targetOf(practice, pack, settings),
  };
}

/** Returns the answers with some items at other levels. The map passed in stays unchanged. */
export function tryLevels(answers: AnswerMap, levels: ReadonlyMap<string, number>, pack: Pack): AnswerMap {
  const triedAnswers = new Map(answers);
  for (const [item, level] of levels) {
    const rev = packIndex(pack).item(item)?.rev;
    if (rev !== undefined) triedAnswers.set(item, { item, rev, state: 'level', level });
  }
  return triedAnswers;
}

/** The score of a V before and after one of its practices reaches another level, all else being equal. */
interface LevelEffect {
  item: string;
  variable: VariableId;
  from: number;
  to: number;
  before: number;
  after: number;
}

/** The effect of another level of a practice; null if its level is not known or its V has no score. */
export function effectOf(
  practice: string,
  to: number,
  answers: AnswerMap,
  pack: Pack,
  depth: Depth,
): LevelEffect | null {
  const variable = packIndex(pack).item(practice)?.variable;
  const from = levelOf(answers, practice);
  if (!variable || from === null) return null;
  const before = scoreVariable(variable, answers, pack, depth).point;
  const after = scoreVariable(variable, tryLevels(answers, new Map([[practice, to]]), pack), pack, depth).point;
  return before === null || after === null ? null : { item: practice, variable, from, to, before, after };
}

/** The effect of the next anchor, for every known practice below the top level in a V that has a score. */
export function nextAnchors(answers: AnswerMap, pack: Pack, depth: Depth): LevelEffect[] {
  return practicesOf(pack, depth).flatMap(({ id }) => {
    const level = levelOf(answers, id);
    return level === null || level === topLevel ? [] : (effectOf(id, level + 1, answers, pack, depth) ?? []);
  });
}

/** An answer that is still unknown, and how much the band of its V depends on it. */
export interface UnknownAnswer {
  item: string;
  variable: VariableId;
  state: 'dk' | 'unanswered';
  /** The width of the band that this answer alone accounts for, 0 to 1. */
  swing: number;
  /** Whether the word of the V may still change: its band spans more than one. */
  mayChangeWord: boolean;
}

/**
 * Finds the unknown answers that matter most: those that account for the widest part of a band. Ties go to answers
 * that may change a word, then to safety practices, then to the quick check, then to the order of the pack.
 * @param count maximum number of answers
 */
export function findWorthKnowing(answers: AnswerMap, pack: Pack, depth: Depth, count: number): UnknownAnswer[] {
  const safety = new Set(pack.items.filter((item) => item.safety).map(({ id }) => id));
  const quick = new Set(practicesOf(pack, 'quick').map(({ id }) => id));
  const unknownAnswers = pack.variables.flatMap(({ id: variable }) => {
    const { terms, applicableWeight, score } = explainVariable(variable, answers, pack, depth);
    const { cuts } = pack.constants.word;
    const mayChangeWord =
      score.low !== null && score.high !== null && wordAt(score.low, cuts) !== wordAt(score.high, cuts);
    return terms.flatMap(({ item, state, weight }): UnknownAnswer[] =>
      state === 'dk' || state === 'unanswered'
        ? [{ item, variable, state, swing: weight / applicableWeight, mayChangeWord }]
        : [],
    );
  });
  const byImportance = (a: UnknownAnswer, b: UnknownAnswer) =>
    b.swing - a.swing ||
    Number(b.mayChangeWord) - Number(a.mayChangeWord) ||
    Number(safety.has(b.item)) - Number(safety.has(a.item)) ||
    Number(quick.has(b.item)) - Number(quick.has(a.item));
  return unknownAnswers.toSorted(byImportance).slice(0, count);
}
