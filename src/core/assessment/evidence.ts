import { type AnswerMap, type Answers, levelOf } from '../answers/answers.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Candidate } from './moves.ts';
import { type RatedVariable, ratedVariables, type VariableScore } from './rating.ts';
import { checkIn, sayOf } from './readings.ts';
import { atLeast } from './score.ts';
import type { SignalResult } from './signals.ts';
import { checkSignal, hurtingSymptoms, signalsOf } from './unexplained.ts';

/** A statement about the team, and the question or signal it comes from. */
export interface Statement {
  text: string;
  item: string;
}

/** What the statements of a diagnosis are chosen from. */
export interface StatementInput {
  answers: AnswerMap;
  context: Answers['context'];
  pack: Pack;
  variables: readonly VariableScore[];
  signals: readonly SignalResult[];
  /** The plan without declined moves, most important first. */
  moves: readonly Candidate[];
}

/** What the answer to a question says about the team; undefined without a level. */
function statementOf(item: PackItem | undefined, { answers, context }: StatementInput): Statement | undefined {
  const level = item ? levelOf(answers, item.id) : null;
  return item && level !== null ? { text: sayOf(item, level, context), item: item.id } : undefined;
}

/** What the answers to some questions say, in the order of `ids`; answers without a level are left out. */
export const saysOf = (ids: readonly string[], input: StatementInput): Statement[] =>
  ids.flatMap((id) => statementOf(packIndex(input.pack).item(id), input) ?? []);

const gradeRank = { A: 0, B: 1, C: 2 } as const;

/** Orders practices that hold by importance: safety, grade, number of claims, level, then the pack's order. */
const byImportance = (answers: AnswerMap) => (a: PackItem, b: PackItem) =>
  Number(b.safety) - Number(a.safety) ||
  gradeRank[a.grade] - gradeRank[b.grade] ||
  b.claims.length - a.claims.length ||
  (levelOf(answers, b.id) ?? 0) - (levelOf(answers, a.id) ?? 0);

/**
 * What holds: the practices at a level that holds, V by V. The highest V with a word comes first, together with any V
 * within `lowest.within` of it, which may be just as high; the other Vs follow, highest first. Within each of these
 * groups the most important practice comes first.
 */
export function whatHolds(input: StatementInput, practices: readonly PackItem[]): Statement[] {
  const { answers, pack, variables } = input;
  const { diagnosis, lowest } = pack.constants;
  const byPoint = ratedVariables(variables, pack.constants).toSorted((a, b) => b.point - a.point);
  const isHigh = ({ point }: RatedVariable) => atLeast(lowest.within, (byPoint[0]?.point ?? 0) - point);
  const holdingIn = (rated: readonly RatedVariable[]) => {
    const ids = rated.map(({ id }) => id);
    return practices
      .filter(
        ({ id, variable }) => variable && ids.includes(variable) && (levelOf(answers, id) ?? -1) >= diagnosis.holds,
      )
      .toSorted(byImportance(answers));
  };
  const groups = [byPoint.filter(isHigh), ...byPoint.filter((rated) => !isHigh(rated)).map((rated) => [rated])];
  return groups.flatMap(holdingIn).flatMap((item) => statementOf(item, input) ?? []);
}

/** The signals that a practice is an indicator of or helps against. */
const signalsOfPractice = (practice: string, pack: Pack): Set<string> =>
  new Set([
    ...signalsOf(practice, pack).map(({ id }) => id),
    ...pack.signals.filter(({ helps }) => helps.includes(practice)).map(({ id }) => id),
  ]);

/** Whether a symptom and a practice share a signal. */
const shareSignal = (symptom: string, practice: string, pack: Pack): boolean =>
  signalsOf(symptom, pack).some(({ id }) => signalsOfPractice(practice, pack).has(id));

/**
 * The symptoms that hurt: those that share a signal with the first move first, then by level, then by the risk of their
 * strongest signal, then in the pack's order.
 */
export function whatHurts(input: StatementInput): Statement[] {
  const { answers, pack, moves, signals } = input;
  const [first] = moves;
  const isShared = ({ id }: PackItem) => Number(first !== undefined && shareSignal(id, first.practice, pack));
  const riskById = new Map(signals.map(({ id, point }) => [id, point ?? 0]));
  const riskOf = ({ id }: PackItem) =>
    Math.max(0, ...signalsOf(id, pack).map((signal) => riskById.get(signal.id) ?? 0));
  return hurtingSymptoms(answers, pack)
    .toSorted(
      (a, b) =>
        isShared(b) - isShared(a) ||
        (levelOf(answers, b.id) ?? 0) - (levelOf(answers, a.id) ?? 0) ||
        riskOf(b) - riskOf(a),
    )
    .flatMap((item) => statementOf(item, input) ?? []);
}

/** The practices that hurt most: those with a known level in the plan, in its order. */
export const weakPractices = (input: StatementInput): Statement[] =>
  saysOf(
    input.moves.map(({ practice }) => practice),
    input,
  );

/** What hurts, as a headline names it: the worst symptom, and a second statement that may go with it. */
export interface Hurt {
  first: Statement | undefined;
  /** A practice that shares a signal with the first statement, or else the next statement of the same kind. */
  also: Statement | undefined;
}

/** Chooses what a headline says about what hurts. */
export function hurtOf(symptoms: readonly Statement[], practices: readonly Statement[], pack: Pack): Hurt {
  const [symptom, nextSymptom] = symptoms;
  const [practice, nextPractice] = practices;
  if (!symptom) return { first: practice, also: nextPractice };
  const isShared = practice !== undefined && shareSignal(symptom.item, practice.item, pack);
  return { first: symptom, also: isShared ? practice : nextSymptom };
}

/** The check of the riskiest signal that a symptom feeds; undefined without a symptom, or if it feeds none. */
export function checkOf(
  symptom: Statement | undefined,
  { pack, signals, context }: StatementInput,
): Statement | undefined {
  const signal = symptom && checkSignal(symptom.item, signals, pack);
  return signal && { text: checkIn(signal, context), item: signal.id };
}
