import { type Answer, type AnswerMap, levelOf, stateOf, topLevel } from '../answers/answers.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { priorityFactors, priorityOf, rankMoves, type Situation, targetOf } from './moves.ts';
import { wordAt } from './rating.ts';
import { practicesOf, type Score, scoreItems, scoreTerms, scoreVariable } from './score.ts';
import { applicableIndicators } from './signals.ts';

/** One term of a sum: an item with its answer and what it counts. */
export interface ExplainedTerm {
  item: string;
  state: Answer['state'];
  level: number | null;
  weight: number;
  /** 0 to 1; null where it is not known. For a signal this is the risk that the answer shows. */
  value: number | null;
}

/** How a score comes about, down to the last term. */
export interface ScoreExplanation {
  /** What applies, in the order of the pack; what does not apply is not in it. */
  terms: ExplainedTerm[];
  /** Sum of weights of everything that applies, of what is known, and of weight x value of what is known. */
  applicableWeight: number;
  knownWeight: number;
  reached: number;
  /** By how much the band of a quick check is widened on both sides; 0 for a full one. */
  widened: number;
  score: Score;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function explain(terms: readonly ExplainedTerm[], score: Score, widened: number): ScoreExplanation {
  const known = terms.filter(({ value }) => value !== null);
  return {
    terms: [...terms],
    applicableWeight: sum(terms.map(({ weight }) => weight)),
    knownWeight: sum(known.map(({ weight }) => weight)),
    reached: sum(known.map(({ weight, value }) => weight * (value ?? 0))),
    widened,
    score,
  };
}

const termOf = ({ id, weight }: PackItem, answers: AnswerMap): ExplainedTerm => {
  const level = levelOf(answers, id);
  return { item: id, state: stateOf(answers, id), level, weight, value: level === null ? null : level / topLevel };
};
const applies = ({ state }: ExplainedTerm): boolean => state !== 'na';

/** How the score of a V comes about. Every number in it is the one that the report shows. */
export function explainVariable(variable: VariableId, answers: AnswerMap, pack: Pack, depth: Depth): ScoreExplanation {
  const items = practicesOf(pack, depth).filter((item) => item.variable === variable);
  const terms = items.map((item) => termOf(item, answers)).filter(applies);
  const score = scoreVariable(variable, answers, pack, depth);
  return explain(terms, score, depth === 'quick' ? pack.constants.quickBand : 0);
}

/** How the score of a cell of stages and Vs comes about. */
export function explainCell(
  stage: string,
  variable: VariableId,
  answers: AnswerMap,
  pack: Pack,
  depth: Depth,
): ScoreExplanation {
  const items = practicesOf(pack, depth).filter((item) => item.stage === stage && item.variable === variable);
  const terms = items.map((item) => termOf(item, answers)).filter(applies);
  return explain(terms, scoreItems(items, answers, pack.constants), 0);
}

/** How the risk of a signal comes about; a practice counts as 1 minus its value. Undefined for an id that is not in the pack. */
export function explainSignal(id: string, answers: AnswerMap, pack: Pack): ScoreExplanation | undefined {
  const signal = pack.signals.find((each) => each.id === id);
  if (!signal) return undefined;
  const terms = applicableIndicators(signal, answers).map(({ item, weight, direction }): ExplainedTerm => {
    const level = levelOf(answers, item);
    const value = level === null ? null : direction === 'direct' ? level / topLevel : 1 - level / topLevel;
    return { item, state: stateOf(answers, item), level, weight, value };
  });
  return explain(terms, scoreTerms(terms, pack.constants.pointCoverage), 0);
}

/** How the priority of a move comes about. */
export interface MoveExplanation {
  /** In the order in which they are multiplied; the last one divides. */
  factors: { name: keyof ReturnType<typeof priorityFactors>; value: number }[];
  /** What the factors give. */
  ownPriority: number;
  /** What it is ranked by: its own, or that of the practice that needs it first. */
  priority: number;
  target: { level: number; reason: string | null };
}

/** How the priority of a move comes about; undefined where the answers give no such move. Source: design, section 7. */
export function explainMove(practice: string, situation: Situation): MoveExplanation | undefined {
  const { pack, settings, lowest } = situation;
  const item = pack.items.find(({ id }) => id === practice);
  const move = rankMoves(situation).find((each) => each.practice === practice);
  if (!item || !move) return undefined;
  const circumstances = {
    gap: move.gap,
    effort: move.effort,
    eases: move.eases.length,
    lifted: item.variable !== null && lowest.includes(item.variable),
    atRisk: move.from !== null && move.from <= pack.constants.moves.unsafeLevel,
  };
  const factors = priorityFactors(item, circumstances, pack.constants.moves);
  return {
    factors: Object.entries(factors).map(([name, value]) => ({ name: name as keyof typeof factors, value })),
    ownPriority: priorityOf(item, circumstances, pack.constants.moves),
    priority: move.priority,
    target: targetOf(practice, pack, settings),
  };
}

/** Answers as if some practices stood at other levels. The answers given stay as they are. */
export function tryLevels(answers: AnswerMap, levels: ReadonlyMap<string, number>, pack: Pack): AnswerMap {
  const tried = new Map(answers);
  for (const [item, level] of levels) {
    const rev = pack.items.find(({ id }) => id === item)?.rev;
    if (rev !== undefined) tried.set(item, { item, rev, state: 'level', level });
  }
  return tried;
}

/** What the next anchor of one practice would do to its V, everything else as answered. */
export interface NextAnchor {
  item: string;
  variable: VariableId;
  from: number;
  to: number;
  before: number;
  after: number;
}

/** The effect of the next anchor for every practice that is known, not at the top, and in a V with a score. */
export function nextAnchors(answers: AnswerMap, pack: Pack, depth: Depth): NextAnchor[] {
  return practicesOf(pack, depth).flatMap(({ id, variable }) => {
    const from = levelOf(answers, id);
    if (from === null || from === topLevel || variable === null) return [];
    const before = scoreVariable(variable, answers, pack, depth).point;
    const after = scoreVariable(variable, tryLevels(answers, new Map([[id, from + 1]]), pack), pack, depth).point;
    return before === null || after === null ? [] : [{ item: id, variable, from, to: from + 1, before, after }];
  });
}

/** An answer that nobody has given yet, and how far it moves its V. */
export interface UnknownAnswer {
  item: string;
  variable: VariableId;
  state: 'dk' | 'unanswered';
  /** Width of the band that this answer alone accounts for, 0 to 1. */
  swing: number;
  /** Whether the V has no word yet, or its word may still change with this answer. */
  mayChangeWord: boolean;
}

/**
 * The unknown answers that matter most now: those that account for the widest part of a band, and of equal ones first
 * those on which a word depends, then safety practices, then in the order of the pack.
 * @param count how many at most
 */
export function findWorthKnowing(answers: AnswerMap, pack: Pack, depth: Depth, count: number): UnknownAnswer[] {
  const safety = new Set(pack.items.filter((item) => item.safety).map(({ id }) => id));
  const all = pack.variables.flatMap(({ id: variable }) => {
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
  const rank = (a: UnknownAnswer, b: UnknownAnswer) =>
    b.swing - a.swing ||
    Number(b.mayChangeWord) - Number(a.mayChangeWord) ||
    Number(safety.has(b.item)) - Number(safety.has(a.item));
  return all.toSorted(rank).slice(0, count);
}
