import { type AnswerMap, type Answers, levelOf, stateOf, topLevel } from '../answers/answers.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import type { Constants } from '../model/pack-schema.ts';
import { practicesOf } from './score.ts';
import { isStrong } from './signal-status.ts';
import type { SignalReading } from './signals.ts';

/** A move that a team could make next on one practice. */
export interface Candidate {
  practice: string;
  kind: 'improve' | 'find-out';
  /** Current level; null if the team has to find it out. */
  from: number | null;
  /** Level of the anchor to reach next; null if the team has to find out its level first. */
  to: number | null;
  /** Level to reach in the end, 0 to 4. */
  target: number;
  /** Distance to the target, 0 to 1. */
  gap: number;
  priority: number;
  effort: 'S' | 'M' | 'L';
  personWeeks: number;
  /** Prerequisites below the level they need; they come first. */
  needs: string[];
  /** Practices that wait for this one. */
  neededBy: string[];
  /** Likely or exposed signals that this practice eases. */
  eases: string[];
}

/** The level that a practice aims at, and why: the team's own target, else the preset of its context, else the pack's. */
export function targetOf(
  item: string,
  pack: Pack,
  { context, targets }: Pick<Answers, 'context' | 'targets'>,
): { level: number; reason: string | null } {
  const ownTarget = targets.find((target) => target.item === item);
  if (ownTarget) return { level: ownTarget.level, reason: ownTarget.reason ?? null };
  const matchesContext = (when: object) =>
    Object.entries(when).every(([field, value]) => Reflect.get(context, field) === value);
  const preset = pack.targets.find(({ when, items }) => items.includes(item) && matchesContext(when));
  return preset ? { level: preset.level, reason: preset.reason } : { level: pack.constants.moves.target, reason: null };
}

/** Inputs to a move's priority, apart from the practice itself. */
export interface PriorityInputs {
  /** 0 to 1. */
  gap: number;
  effort: 'S' | 'M' | 'L';
  /** Number of raised signals that the practice eases. */
  eases: number;
  /** The V of the practice looks lowest. */
  isLowest: boolean;
  /** The level is known and unsafe. */
  isUnsafe: boolean;
}

/** The factors of a move's priority, in the order of multiplication; the last one divides. */
export function priorityFactors(
  item: PackItem,
  { gap, effort, eases, isLowest, isUnsafe }: PriorityInputs,
  constants: Constants['moves'],
) {
  return {
    weight: item.weight,
    gap: gap ** 2,
    grade: constants.grade[item.grade],
    relief: Math.min(constants.relief.most, 1 + constants.relief.step * eases),
    lift: isLowest ? constants.lift : 1,
    safety: item.safety && isUnsafe ? constants.safety : 1,
    effort: constants.effort[effort],
  };
}

/**
 * The priority of a move: weight x gap^2 x grade x relief x lift x safety / effort.
 * Worked example: weight 1, level 1 of target 3 (gap .5), grade A (1.15), one signal eased (1.15), no lift, safety (1.5),
 * effort M (1.3): .25 x 1.15 x 1.15 x 1.5 / 1.3 = .381. Source: design of the assessment, section 7.
 */
export function priorityOf(item: PackItem, inputs: PriorityInputs, constants: Constants['moves']): number {
  const { weight, gap, grade, relief, lift, safety, effort } = priorityFactors(item, inputs, constants);
  return (weight * gap * grade * relief * lift * safety) / effort;
}

/** Everything that the ranking of moves depends on. */
export interface Situation {
  answers: AnswerMap;
  pack: Pack;
  depth: Depth;
  signals: readonly SignalReading[];
  lowest: readonly VariableId[];
  settings: Pick<Answers, 'context' | 'targets'>;
}

/** A move without its priority, and the inputs to that. */
interface UnweightedMove {
  item: PackItem;
  inputs: PriorityInputs;
  move: Omit<Candidate, 'priority'>;
}

/** The pack's signals that the answers make likely or exposed. */
const strongSignals = ({ pack, signals }: Situation): Pack['signals'] => {
  const strongIds = signals.filter(({ status }) => isStrong(status)).map(({ id }) => id);
  return pack.signals.filter(({ id }) => strongIds.includes(id));
};

/** The move for one practice; undefined if it is unanswered, does not apply or has reached its target. */
function moveFor(item: PackItem, situation: Situation, signals: Pack['signals']): UnweightedMove | undefined {
  const { answers, pack, lowest, settings } = situation;
  const constants = pack.constants.moves;
  const state = stateOf(answers, item.id);
  if (state !== 'level' && state !== 'dk') return undefined;
  const level = levelOf(answers, item.id);
  const target = targetOf(item.id, pack, settings).level;
  const gap =
    level === null ? (target / topLevel) * constants.findOut.gapShare : Math.max(0, target - level) / topLevel;
  if (gap === 0) return undefined;
  const effort = level === null ? constants.findOut.effort : (item.effort ?? 'M');
  const eases = signals.filter(({ helps }) => helps.includes(item.id)).map(({ id }) => id);
  const isUnsafe = level !== null && level <= constants.unsafeLevel;
  const isLowest = item.variable !== null && lowest.includes(item.variable);
  const isUnmet = (need: string) => (levelOf(answers, need) ?? topLevel) < constants.prerequisiteLevel;
  return {
    item,
    inputs: { gap, effort, eases: eases.length, isLowest, isUnsafe },
    move: {
      practice: item.id,
      kind: level === null ? 'find-out' : 'improve',
      from: level,
      to: level === null ? null : Math.min(target, Math.max(level + 1, constants.aimFrom)),
      target,
      gap,
      effort,
      personWeeks: constants.personWeeks[effort],
      needs: item.needs.filter(isUnmet),
      neededBy: [],
      eases,
    },
  };
}

/** Every move that a team could make next, without priorities. */
export function unweightedMoves(situation: Situation): UnweightedMove[] {
  const signals = strongSignals(situation);
  return practicesOf(situation.pack, situation.depth).flatMap((item) => moveFor(item, situation, signals) ?? []);
}

/** Raises every unmet prerequisite to at least the priority of the move that needs it, along chains of needs. */
function raisePrerequisites(candidates: readonly Candidate[]): Candidate[] {
  const byId = new Map(
    candidates.map((candidate) => [candidate.practice, { ...candidate, neededBy: [...candidate.neededBy] }]),
  );
  const raise = (candidate: Candidate) => {
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
function rankCandidates(candidates: readonly Candidate[], safety: ReadonlySet<string>): Candidate[] {
  const byPriority = candidates.toSorted(
    (a, b) =>
      b.priority - a.priority ||
      Number(safety.has(b.practice)) - Number(safety.has(a.practice)) ||
      b.gap - a.gap ||
      (a.practice < b.practice ? -1 : 1),
  );
  const byId = new Map(byPriority.map((candidate) => [candidate.practice, candidate]));
  const ordered = new Set<Candidate>();
  const append = (candidate: Candidate) => {
    for (const need of candidate.needs) {
      const prerequisite = byId.get(need);
      if (prerequisite && !ordered.has(prerequisite)) append(prerequisite);
    }
    ordered.add(candidate);
  };
  for (const candidate of byPriority) append(candidate);
  return [...ordered];
}

/** Gives moves their priorities, drops those below the threshold and sorts the rest. */
export function weighMoves(moves: readonly UnweightedMove[], constants: Constants['moves']): Candidate[] {
  const candidates = moves.map(({ item, inputs, move }) => ({
    ...move,
    priority: priorityOf(item, inputs, constants),
  }));
  const safety = new Set(moves.filter(({ item }) => item.safety).map(({ item }) => item.id));
  const thresholdOf = ({ target }: Candidate) =>
    target > constants.target ? constants.raisedThreshold : constants.threshold;
  return rankCandidates(raisePrerequisites(candidates), safety).filter((move) => move.priority >= thresholdOf(move));
}

/** Ranks every move above the threshold; the plan is the head of this list. */
export const rankMoves = (situation: Situation): Candidate[] =>
  weighMoves(unweightedMoves(situation), situation.pack.constants.moves);
