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

const readingOf = ({ when, question, says, moves }: PracticeQuestion['readings'][number]): PackReading => {
  const goals = withoutUndefined({ start: moves?.start?.goal, deepen: moves?.deepen?.goal });
  return {
    when,
    ...withoutUndefined({ question, says, goals: Object.keys(goals).length > 0 ? goals : undefined }),
  };
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
