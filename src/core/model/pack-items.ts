import type { PackItem, PackMove, PackReading } from './pack.ts';
import type { PracticeQuestion, SymptomQuestion } from './pack-schema.ts';
import { withoutUndefined } from './without-undefined.ts';

/** The values of a symptom for fields that only practices have. */
const symptomDefaults = { variable: null, moves: null, needs: [], safety: false };

const moveOf = ({ title, goal, reaches, effort, upkeep }: PracticeQuestion['moves']['start']): PackMove => ({
  title,
  goal,
  reaches,
  effort,
  ...(upkeep === undefined ? {} : { upkeep }),
});

type Reading = PracticeQuestion['readings'][number] | SymptomQuestion['readings'][number];

const readingOf = (reading: Reading): PackReading => {
  const { when, question, says, look } = reading;
  const moves = 'moves' in reading ? reading.moves : undefined;
  /** A text of both moves; undefined if neither has it. */
  const ofMoves = (field: 'title' | 'goal') => {
    const texts = withoutUndefined({ start: moves?.start?.[field], deepen: moves?.deepen?.[field] });
    return Object.keys(texts).length > 0 ? texts : undefined;
  };
  const texts = {
    question,
    says,
    titles: ofMoves('title'),
    goals: ofMoves('goal'),
    look: look === undefined ? look : [look].flat(),
  };
  return { when, ...withoutUndefined(texts) };
};

/** A question of the content as an item of the pack. */
export function itemOf(id: string, kind: PackItem['kind'], source: PracticeQuestion | SymptomQuestion): PackItem {
  const { rev, stage, layers, depth, weight, grade, claims, title, short, question, anchors, says, look, readings } =
    source;
  const { variable, moves, needs, safety } = { ...symptomDefaults, ...source } as PracticeQuestion;
  return {
    id,
    rev,
    kind,
    variable,
    stage,
    layers,
    depth,
    weight,
    grade,
    moves: moves && { start: moveOf(moves.start), deepen: moveOf(moves.deepen) },
    needs,
    safety,
    claims,
    title,
    ...(short === undefined ? {} : { short }),
    question,
    anchors,
    says,
    look: [look].flat(),
    readings: readings.map(readingOf),
  };
}
