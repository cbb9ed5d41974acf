import { type AnswerMap, type Answers, levelOf, stateOf, topLevel } from '../answers/answers.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import type { Constants } from '../model/pack-schema.ts';
import { practicesOf } from './score.ts';
import type { SignalReading } from './signals.ts';

/** What a team is proposed to do next about one practice. */
export interface Candidate {
  practice: string;
  kind: 'improve' | 'find-out';
  /** Level now; null where it is to be found out. */
  from: number | null;
  /** The anchor to reach next; null where it is to be found out. */
  to: number | null;
  target: number;
  gap: number;
  priority: number;
  effort: 'S' | 'M' | 'L';
  personWeeks: number;
  /** Prerequisites below the level they need, which come first. */
  needs: string[];
  /** Practices that wait for this one. */
  neededBy: string[];
  /** Signals, likely or exposed, that this practice eases. */
  eases: string[];
}

/** The level each practice aims at, and why: the team's own target, else one that its context presets, else the pack's. */
export function targetOf(
  item: string,
  pack: Pack,
  { context, targets }: Pick<Answers, 'context' | 'targets'>,
): { level: number; reason: string | null } {
  const own = targets.find((target) => target.item === item);
  if (own) return { level: own.level, reason: own.reason ?? null };
  const fits = (when: object) => Object.entries(when).every(([field, value]) => Reflect.get(context, field) === value);
  const preset = pack.targets.find(({ when, items }) => items.includes(item) && fits(when));
  return preset ? { level: preset.level, reason: preset.reason } : { level: pack.constants.moves.target, reason: null };
}

/** On what the priority of a move depends beside its practice: the gap 0 to 1, and how many signals it eases. */
export interface PriorityInputs {
  gap: number;
  effort: 'S' | 'M' | 'L';
  eases: number;
  lifted: boolean;
  atRisk: boolean;
}

/** The factors of a move's priority, in the order in which they are multiplied; the last one divides. */
export function priorityFactors(
  item: PackItem,
  { gap, effort, eases, lifted, atRisk }: PriorityInputs,
  constants: Constants['moves'],
) {
  return {
    weight: item.weight,
    gap: gap ** 2,
    grade: constants.grade[item.grade],
    relief: Math.min(constants.relief.most, 1 + constants.relief.step * eases),
    lift: lifted ? constants.lift : 1,
    safety: item.safety && atRisk ? constants.safety : 1,
    effort: constants.effort[effort],
  };
}

/**
 * The priority of a move: weight x gap^2 x grade x relief x lift x safety / effort.
 * Worked example: weight 1, level 1 of target 3 (gap .5), grade A (1.15), one signal eased (1.15), no lift, safety (1.5),
 * effort M (1.3): .25 x 1.15 x 1.15 x 1.5 / 1.3 = .381. Source: design of the assessment, section 7.
 */
export function priorityOf(item: PackItem, circumstances: PriorityInputs, constants: Constants['moves']): number {
  const { weight, gap, grade, relief, lift, safety, effort } = priorityFactors(item, circumstances, constants);
  return (weight * gap * grade * relief * lift * safety) / effort;
}

/** What moves depend on beside the answers to practices. */
export interface Situation {
  answers: AnswerMap;
  pack: Pack;
  depth: Depth;
  signals: readonly SignalReading[];
  lowest: readonly VariableId[];
  settings: Pick<Answers, 'context' | 'targets'>;
}

/** A move before it is weighed: what it is, and on what its priority depends. */
interface UnweightedMove {
  item: PackItem;
  circumstances: PriorityInputs;
  move: Omit<Candidate, 'priority'>;
}

/** Signals that the answers raise, and the practices that ease each. */
const raisedSignals = ({ pack, signals }: Situation): Pack['signals'] => {
  const raised = signals.filter(({ status }) => status === 'likely' || status === 'exposed').map(({ id }) => id);
  return pack.signals.filter(({ id }) => raised.includes(id));
};

/** The move for one practice, or none: not answered, not applicable, or already where it should be. */
function moveFor(item: PackItem, situation: Situation, raised: Pack['signals']): UnweightedMove | undefined {
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
  const eases = raised.filter(({ helps }) => helps.includes(item.id)).map(({ id }) => id);
  const atRisk = level !== null && level <= constants.unsafeLevel;
  const lifted = item.variable !== null && lowest.includes(item.variable);
  const belowNeeded = (need: string) => (levelOf(answers, need) ?? topLevel) < constants.prerequisiteLevel;
  return {
    item,
    circumstances: { gap, effort, eases: eases.length, lifted, atRisk },
    move: {
      practice: item.id,
      kind: level === null ? 'find-out' : 'improve',
      from: level,
      to: level === null ? null : Math.min(target, Math.max(level + 1, constants.aimFrom)),
      target,
      gap,
      effort,
      personWeeks: constants.personWeeks[effort],
      needs: item.needs.filter(belowNeeded),
      neededBy: [],
      eases,
    },
  };
}

/** Everything that a team could do next, not yet weighed. */
export function unweightedMoves(situation: Situation): UnweightedMove[] {
  const raised = raisedSignals(situation);
  return practicesOf(situation.pack, situation.depth).flatMap((item) => moveFor(item, situation, raised) ?? []);
}

/** Lets every unmet prerequisite take at least the priority of what needs it, through chains of needs. */
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

/** Puts candidates in order: by priority, then safety, then gap, then id; a prerequisite always before what needs it. */
function rankCandidates(candidates: readonly Candidate[], safety: ReadonlySet<string>): Candidate[] {
  const sorted = candidates.toSorted(
    (a, b) =>
      b.priority - a.priority ||
      Number(safety.has(b.practice)) - Number(safety.has(a.practice)) ||
      b.gap - a.gap ||
      (a.practice < b.practice ? -1 : 1),
  );
  const byId = new Map(sorted.map((candidate) => [candidate.practice, candidate]));
  const ordered = new Set<Candidate>();
  const place = (candidate: Candidate) => {
    for (const need of candidate.needs) {
      const prerequisite = byId.get(need);
      if (prerequisite && !ordered.has(prerequisite)) place(prerequisite);
    }
    ordered.add(candidate);
  };
  for (const candidate of sorted) place(candidate);
  return [...ordered];
}

/** Weighs moves by the constants given, drops those below the threshold, and puts the others in order. */
export function weighMoves(moves: readonly UnweightedMove[], constants: Constants['moves']): Candidate[] {
  const candidates = moves.map(({ item, circumstances, move }) => ({
    ...move,
    priority: priorityOf(item, circumstances, constants),
  }));
  const safety = new Set(moves.filter(({ item }) => item.safety).map(({ item }) => item.id));
  const needed = ({ target }: Candidate) =>
    target > constants.target ? constants.raisedThreshold : constants.threshold;
  return rankCandidates(raisePrerequisites(candidates), safety).filter((move) => move.priority >= needed(move));
}

/** Ranks what a team could do next, all of it; the plan is a cut of this list. */
export const rankMoves = (situation: Situation): Candidate[] =>
  weighMoves(unweightedMoves(situation), situation.pack.constants.moves);
