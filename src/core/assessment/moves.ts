import { type AnswerMap, type Answers, levelOf, stateOf, topLevel } from '../answers/answers.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import type { Constants } from '../model/pack-schema.ts';
import { type PriorityInputs, priorityOf } from './priority.ts';
import { isUnsafeLevel } from './rating.ts';
import { goalOf } from './readings.ts';
import { practicesOf } from './score.ts';
import { isStrong } from './signal-status.ts';
import type { SignalResult } from './signals.ts';
import { targetOf } from './target.ts';

/** A move that a team could make next on one practice. */
export interface Candidate {
  practice: string;
  /** A team starts below `deepenFrom` and deepens from there up; an answer it does not know, it finds out. */
  kind: 'start' | 'deepen' | 'find-out';
  /** Current level; null if the team has to find it out. */
  from: number | null;
  /** Level that the team has once it reaches the goal; null if it has to find out its level first. */
  reaches: number | null;
  /** The state to reach, in a sentence; null if the team has to find out its level first. */
  goal: string | null;
  /** Level to reach in the end, 0 to 4. */
  target: number;
  /** Distance to the target, 0 to 1. */
  gap: number;
  priority: number;
  /** Effort of this move alone. Finding out counts as the effort that the pack names. */
  effort: 'S' | 'M' | 'L';
  /** 0 for finding out, which takes about an hour. */
  personWeeks: number;
  /** Hours a week to keep up the result; null if there are hardly any. */
  upkeep: number | null;
  /** Prerequisites below the level they need; they come first. */
  needs: string[];
  /** Practices that wait for this one. */
  neededBy: string[];
  /** Likely or exposed signals that this practice eases. */
  eases: string[];
}

/** Everything that the ranking of moves depends on. */
export interface RankingInput {
  answers: AnswerMap;
  pack: Pack;
  depth: Depth;
  signals: readonly SignalResult[];
  lowest: readonly VariableId[];
  settings: Pick<Answers, 'context' | 'targets'>;
}

/** What the order of moves depends on besides their priority. */
type RankInput = Pick<Candidate, 'practice' | 'gap' | 'needs' | 'neededBy'>;
type RankedMove<M> = M & { priority: number };

/** A move without its priority, and the inputs to it. */
interface UnweightedMove<M extends RankInput = Omit<Candidate, 'priority'>> {
  item: PackItem;
  inputs: PriorityInputs;
  move: M;
}

/** The pack's signals that the answers make likely or exposed. */
const strongSignals = ({ pack, signals }: RankingInput): Pack['signals'] => {
  const strongIds = signals.filter(({ status }) => isStrong(status)).map(({ id }) => id);
  return pack.signals.filter(({ id }) => strongIds.includes(id));
};

/** Whether a wrong prediction of the system can do serious harm. */
export const hasHighStakes = ({ context }: RankingInput['settings']): boolean => context.highStakes === 'yes';

/**
 * What to do from a known level: which move, the level it reaches, its goal and its cost.
 * @param target the level that the practice aims at, above `level`
 */
export function improvement(
  item: PackItem,
  level: number,
  target: number,
  { pack, settings }: Pick<RankingInput, 'pack' | 'settings'>,
) {
  const constants = pack.constants.moves;
  const kind = level >= constants.deepenFrom ? ('deepen' as const) : ('start' as const);
  const move = item.moves?.[kind];
  const reaches = move && move.reaches > level ? move.reaches : target;
  const effort = move?.effort ?? 'M';
  return {
    kind,
    reaches,
    goal: goalOf(item, kind, reaches, settings.context),
    effort,
    personWeeks: constants.personWeeks[effort],
    upkeep: move?.upkeep ?? null,
  };
}

/** What to do if the level of a practice is not known: find it out. */
const findingOut = ({ effort }: Constants['moves']['findOut']) => ({
  kind: 'find-out' as const,
  reaches: null,
  goal: null,
  effort,
  personWeeks: 0,
  upkeep: null,
});

/** The move for one practice; undefined if it is unanswered, does not apply or has reached its target. */
function moveFor(item: PackItem, input: RankingInput, signals: Pack['signals']): UnweightedMove | undefined {
  const { answers, pack, lowest, settings } = input;
  const constants = pack.constants.moves;
  const state = stateOf(answers, item.id);
  if (state !== 'level' && state !== 'dk') return undefined;
  const level = levelOf(answers, item.id);
  const target = targetOf(item.id, pack, settings).level;
  const gap =
    level === null ? (target / topLevel) * constants.findOut.gapShare : Math.max(0, target - level) / topLevel;
  if (gap === 0) return undefined;
  const whatToDo = level === null ? findingOut(constants.findOut) : improvement(item, level, target, input);
  const eases = signals.filter(({ helps }) => helps.includes(item.id)).map(({ id }) => id);
  const isLowest = item.variable !== null && lowest.includes(item.variable);
  const isUnmet = (need: string) => (levelOf(answers, need) ?? topLevel) < constants.prerequisiteLevel;
  return {
    item,
    inputs: {
      gap,
      effort: whatToDo.effort,
      eases: eases.length,
      isLowest,
      isUnsafe: isUnsafeLevel(level, hasHighStakes(settings), pack.constants),
      isHighStakes: hasHighStakes(settings),
    },
    move: {
      practice: item.id,
      from: level,
      ...whatToDo,
      target,
      gap,
      needs: item.needs.filter(isUnmet),
      neededBy: [],
      eases,
    },
  };
}

/** Every move that a team could make next, without priorities. */
export function unweightedMoves(input: RankingInput): UnweightedMove[] {
  const signals = strongSignals(input);
  return practicesOf(input.pack, input.depth).flatMap((item) => moveFor(item, input, signals) ?? []);
}

/** Raises every unmet prerequisite to at least the priority of the move that needs it, along chains of needs. */
function raisePrerequisites<M extends RankInput>(candidates: readonly RankedMove<M>[]): RankedMove<M>[] {
  const byId = new Map(
    candidates.map((candidate) => [candidate.practice, { ...candidate, neededBy: [...candidate.neededBy] }]),
  );
  const raise = (candidate: RankedMove<M>) => {
    for (const need of candidate.needs) {
      const prerequisite = byId.get(need);
      if (!prerequisite) continue;
      prerequisite.priority = Math.max(prerequisite.priority, candidate.priority);
      if (!prerequisite.neededBy.includes(candidate.practice)) prerequisite.neededBy.push(candidate.practice);
      raise(prerequisite);
    }
  };
  for (const candidate of byId.values()) raise(candidate);
  return [...byId.values()];
}

/** Sorts candidates by priority, then safety, gap and id, but puts every prerequisite before the move that needs it. */
function rankCandidates<M extends RankInput>(
  candidates: readonly RankedMove<M>[],
  safety: ReadonlySet<string>,
): RankedMove<M>[] {
  const byPriority = candidates.toSorted(
    (a, b) =>
      b.priority - a.priority ||
      Number(safety.has(b.practice)) - Number(safety.has(a.practice)) ||
      b.gap - a.gap ||
      (a.practice < b.practice ? -1 : 1),
  );
  const byId = new Map(byPriority.map((candidate) => [candidate.practice, candidate]));
  const ordered = new Set<RankedMove<M>>();
  const append = (candidate: RankedMove<M>) => {
    for (const need of candidate.needs) {
      const prerequisite = byId.get(need);
      if (prerequisite && !ordered.has(prerequisite)) append(prerequisite);
    }
    ordered.add(candidate);
  };
  for (const candidate of byPriority) append(candidate);
  return [...ordered];
}

/**
 * Gives moves their priorities and sorts them. Drops those below the threshold; those below `fillBelow` only fill up the
 * headline.
 */
export function weighMoves<M extends RankInput>(
  moves: readonly UnweightedMove<M>[],
  constants: Constants['moves'],
): RankedMove<M>[] {
  const candidates = moves.map(({ item, inputs, move }) => ({
    ...move,
    priority: priorityOf(item, inputs, constants),
  }));
  const safety = new Set(moves.filter(({ item }) => item.safety).map(({ item }) => item.id));
  const { threshold, fillBelow, headline } = constants;
  const ranked = rankCandidates(raisePrerequisites(candidates), safety).filter(({ priority }) => priority >= threshold);
  const count = Math.max(headline, ranked.filter(({ priority }) => priority >= fillBelow).length);
  return ranked.slice(0, count);
}

/** Ranks every move above the threshold; the plan is the head of this list. */
export const rankMoves = (input: RankingInput): Candidate[] =>
  weighMoves(unweightedMoves(input), input.pack.constants.moves);
