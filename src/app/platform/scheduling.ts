/** Resolves after the next frame is painted; in a hidden page, which paints nothing, after 200 ms. */
export const nextPaint = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
/** Lets the page react to a person during long work, if the browser has `scheduler.yield`. */
export const yieldToMain = async (): Promise<void> =>
  (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.();

/**
 * Returns a function that loads a value and shows it, unless it is called again meanwhile: only the newest value is shown.
 * Its promise resolves once that is so, and rejects if the newest value cannot be loaded.
 */
export function newestOnly<Value>(load: () => Promise<Value>, show: (value: Value) => void): () => Promise<void> {
  let newest: Promise<void>;
  return () => {
    const run: Promise<void> = load().then((value) => (run === newest ? show(value) : newest));
    newest = run;
    return run;
  };
}
