/** The problem of a file of this site that could not be loaded. Its message ends with the status of the answer, if any. */
export class LoadError extends Error {
  override name = 'LoadError';
}

/** How long to wait for a file, in milliseconds. */
export const longestWaitMs = 20_000;

/** What loads, or a `LoadError` that names it if that takes too long. */
export async function inTime<T>(loading: Promise<T>, name: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LoadError(`${name}: no answer`)), longestWaitMs);
  });
  return Promise.race([loading, tooLong]).finally(() => clearTimeout(timer));
}

/** How browsers word the failure of import(), and how a `LoadError` reads, also if a worker passes it on. */
const worded = /dynamically imported module|Importing a module script|LoadError/;

/** Whether an error means that something of this site could not be loaded. */
export const isLoadError = (error: unknown): error is Error => worded.test(String(error));

/** Says on the page that something could not be loaded. For a caller that goes on without it. */
export const noteLoss = (error: unknown): void => reportError(error);
