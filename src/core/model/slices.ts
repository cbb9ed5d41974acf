/** A calculation that takes long on a slow phone, in slices: whoever runs it may let the page react between them. */
export type Slices<Result> = Generator<undefined, Result>;

/** Runs a calculation to its end at once. */
export function runSlices<Result>(slices: Slices<Result>): Result {
  let slice = slices.next();
  while (!slice.done) slice = slices.next();
  return slice.value;
}
