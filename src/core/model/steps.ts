/** A calculation that takes long on a slow phone, in steps; whoever runs it may do something else between them. */
export type Steps<Result> = Generator<undefined, Result>;

/** Runs a calculation to its end at once. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
