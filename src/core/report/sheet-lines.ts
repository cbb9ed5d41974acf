import { type Answer, type AnswerMap, levelOf, stateOf, topLevel } from '../answers/answers.ts';
import { type Proof, proofOf } from '../assessment/basis.ts';
import type { ChangeSince } from '../assessment/compare.ts';
import type { StageId, VariableId } from '../model/ids.ts';
import type { PackItem } from '../model/pack.ts';
import type { Move } from './plan.ts';

/** A column of the practice sheet: the practices of a V, or the symptoms. */
export type SheetColumnId = VariableId | 'symptoms';

/** One question on the practice sheet. Positions run from 0 (trouble) to 4. */
export interface SheetLine {
  item: string;
  column: SheetColumnId;
  stage: StageId;
  state: Answer['state'];
  /** The level of a practice, or 4 minus the level of a symptom; null without an answer. */
  position: number | null;
  /** Whether the answer is at one of the two lowest positions. */
  isLow: boolean;
  /** The lowest and highest position, if several people gave different answers. */
  people: { min: number; max: number } | null;
  /** The position in an earlier assessment, if it differs. */
  before: number | null;
  /** What the answer rests on beyond the team's word. */
  proof: Proof | null;
  /** The place of its move in the plan, from 1, and the position that the move leads to. */
  move: { place: number; position: number | null } | null;
}

/** The input for a practice sheet. */
interface SheetSource {
  /** The questions to show. */
  items: readonly PackItem[];
  answers: AnswerMap;
  /** The moves to show. */
  moves: readonly (Pick<Move, 'practice' | 'reaches'> & { place: number })[];
  since: ChangeSince | null;
  /** The day of the assessment. */
  date: string | undefined;
}

/** The highest position that counts as low. */
const highestLow = 1;

/** The order of states; questions without a position come last. */
const statesLast: readonly Answer['state'][] = ['level', 'dk', 'unanswered', 'na'];

const positionOf = ({ kind }: PackItem, level: number): number => (kind === 'symptom' ? topLevel - level : level);

/** The lowest and highest position of several people; null if they agree or only one answered. */
function peopleOf(item: PackItem, answer: Answer | undefined): SheetLine['people'] {
  if (!answer?.spread || answer.spread.min === answer.spread.max) return null;
  const positions = [answer.spread.min, answer.spread.max].map((level) => positionOf(item, level));
  return { min: Math.min(...positions), max: Math.max(...positions) };
}

function lineOf(item: PackItem, { answers, moves, since, date }: SheetSource): SheetLine {
  const level = levelOf(answers, item.id);
  const position = level === null ? null : positionOf(item, level);
  const before = since?.items.find((change) => change.item === item.id)?.before;
  const move = moves.find(({ practice }) => practice === item.id);
  return {
    item: item.id,
    column: item.variable ?? 'symptoms',
    stage: item.stage,
    state: stateOf(answers, item.id),
    position,
    isLow: position !== null && position <= highestLow,
    people: peopleOf(item, answers.get(item.id)),
    before: before === undefined ? null : positionOf(item, before),
    proof: proofOf(answers.get(item.id), date),
    move: move ? { place: move.place, position: move.reaches } : null,
  };
}

const byWeakness = (a: SheetLine, b: SheetLine): number =>
  (a.position ?? topLevel + 1) - (b.position ?? topLevel + 1) ||
  statesLast.indexOf(a.state) - statesLast.indexOf(b.state);

/** The lines of the practice sheet, weakest first; pages show each stage and column in this order. */
export const sheetLines = (source: SheetSource): SheetLine[] =>
  source.items.map((item) => lineOf(item, source)).toSorted(byWeakness);

/**
 * The lines with some levels tried out: `position` is that of the tried level, `before` that of the real one. The order
 * does not change, so nothing jumps while a person tries levels.
 */
export const tryLines = (
  lines: readonly SheetLine[],
  tried: ReadonlyMap<string, number>,
  itemOf: (id: string) => PackItem | undefined,
): SheetLine[] =>
  lines.map((line) => {
    const [item, level] = [itemOf(line.item), tried.get(line.item)];
    if (!item || level === undefined) return line;
    const position = positionOf(item, level);
    return {
      ...line,
      state: 'level',
      position,
      isLow: position <= highestLow,
      before: line.position === position ? null : line.position,
      proof: line.position === position ? line.proof : null,
      move: null,
    };
  });

/** The level of an item at a position on the sheet. */
export const levelAt = positionOf;
