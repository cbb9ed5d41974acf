/** What reading something from outside gives: its value, or every problem as a sentence for a person. */
export type Result<T> = { ok: true; value: T } | Failure;
export interface Failure {
  ok: false;
  /** What was found, what was possible and what to do; never empty. */
  problems: string[];
}

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = (...problems: string[]): Failure => ({ ok: false, problems });
/** The problem to tell first. */
export const firstProblem = ({ problems }: Failure): string => problems[0] ?? '';
