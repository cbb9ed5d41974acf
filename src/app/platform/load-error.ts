/** A file of this site could not be loaded. The message ends with the HTTP status, if there was a response. */
export class LoadError extends Error {
  override name = 'LoadError';
}

/** How long to wait for a file, in milliseconds. */
export const longestWaitMs = 20_000;

/** Resolves as `loading` does; rejects with a `LoadError` that names it if that takes too long. */
export async function inTime<T>(loading: Promise<T>, name = 'script'): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LoadError(`${name}: no answer`)), longestWaitMs);
  });
  return Promise.race([loading, tooLong]).finally(() => clearTimeout(timer));
}

/** How browsers word a failed import(), and how a `LoadError` reads, even when passed on by a worker. */
const loadErrorPattern = /dynamically imported module|Importing a module script|LoadError/;

/** Whether an error means that part of this site could not be loaded. */
export const isLoadError = (error: unknown): error is Error => loadErrorPattern.test(String(error));

/** Shows on the page that something could not be loaded, for callers that continue without it. */
export const noteLoss = (error: unknown): void => reportError(error);
