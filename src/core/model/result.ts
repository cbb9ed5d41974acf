/** The result of reading something from outside: its value, or every problem as a sentence. */
export type Result<T> = { ok: true; value: T } | Failure;
/** Why something could not be read. */
export interface Failure {
  ok: false;
  /** Each says what was found, what is possible and what to do; never empty. */
  problems: string[];
}

/** The result of something that could be read. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value });
/** The result of something that could not be read, with its problems. */
export const failure = (...problems: string[]): Failure => ({ ok: false, problems });
/** The problem to show first. */
export const firstProblem = ({ problems }: Failure): string => problems[0] ?? '';
