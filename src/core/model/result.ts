/** The result of reading something from outside: its value, or every problem as a sentence. */
export type Result<T> = { ok: true; value: T } | Failure;
export interface Failure {
  ok: false;
  /** Each says what was found, what is possible and what to do; never empty. */
  problems: string[];
}

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = (...problems: string[]): Failure => ({ ok: false, problems });
/** The problem to show first. */
export const firstProblem = ({ problems }: Failure): string => problems[0] ?? '';
