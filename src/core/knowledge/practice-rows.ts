import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { PracticeQuestion } from '../model/pack-schema.ts';

/** Why the grade of a practice's evidence is not higher. */
export type GradeReason = 'highest' | 'several-voices' | 'one-voice' | 'our-inference';

/** A practice beside the others. */
export interface PracticeRow {
  id: string;
  title: string;
  plain: string;
  variable: PracticeQuestion['variable'];
  stage: PracticeQuestion['stage'];
  grade: PracticeQuestion['grade'];
  gradeReason: GradeReason;
  /** Effort of the first move. */
  effort: 'S' | 'M' | 'L';
  /** How many interviewees are named by the claims behind its question. Does not measure how common the practice is. */
  interviewees: number;
  /** Ids of the pain points and anti-patterns that it eases. */
  eases: string[];
  /** Ids of tools. */
  tools: string[];
}

/** Whose words a grade stands on: A is a finding of the authors, B has several voices, C one voice or our inference. */
function gradeReasonOf(grade: PracticeQuestion['grade'], interviewees: number): GradeReason {
  if (grade === 'A') return 'highest';
  if (grade === 'B') return 'several-voices';
  return interviewees === 1 ? 'one-voice' : 'our-inference';
}

/** Every practice with what helps to choose among them, in the order of titles. */
export function practiceRows(kb: KnowledgeBase): PracticeRow[] {
  const rows = [...kb.questions].map(([id, { claims, variable, stage, grade, moves }]): PracticeRow => {
    const { title = id, plain = '', tools = [] } = kb.entries.get(id) ?? {};
    const interviewees = new Set(claims.flatMap((claim) => kb.claims.get(claim)?.participants ?? [])).size;
    return {
      id,
      title,
      plain,
      variable,
      stage,
      grade,
      gradeReason: gradeReasonOf(grade, interviewees),
      effort: moves.start.effort,
      interviewees,
      eases: [...kb.signals].filter(([, { helps }]) => helps.includes(id)).map(([signal]) => signal),
      tools,
    };
  });
  return rows.toSorted((a, b) => (a.title < b.title ? -1 : 1));
}
