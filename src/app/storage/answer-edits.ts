import type { Answer, Answers, Decision } from '../../core/answers/answers.ts';

// Edits of an assessment as pure functions. Each returns the part that changes.

/** Sets the answer to a question, replacing the one it had. */
export const withAnswer = ({ answers }: Answers, answer: Answer): Pick<Answers, 'answers'> => ({
  answers: [...answers.filter(({ item }) => item !== answer.item), answer],
});

/** Adds to what the team has decided about a practice. */
export function withDecision(
  { decisions }: Answers,
  practice: string,
  part: Partial<Decision>,
): Pick<Answers, 'decisions'> {
  const current = decisions.find((decision) => decision.practice === practice);
  const others = decisions.filter((decision) => decision.practice !== practice);
  return { decisions: [...others, { ...current, ...part, practice }] };
}

/** Records why the team sees a signal differently; a blank reason removes the record. */
export function withOverride({ overrides }: Answers, signal: string, reason: string): Pick<Answers, 'overrides'> {
  const others = overrides.filter((override) => override.signal !== signal);
  return { overrides: reason.trim() === '' ? others : [...others, { signal, reason }] };
}

/** Sets the team's own target for a practice; null returns to the proposed one. */
export function withTarget(
  { targets }: Answers,
  item: string,
  level: number | null,
  reason: string,
): Pick<Answers, 'targets'> {
  const others = targets.filter((target) => target.item !== item);
  if (level === null) return { targets: others };
  return { targets: [...others, { item, level, ...(reason.trim() === '' ? {} : { reason }) }] };
}
