/** Resolves after the next frame is painted; in a hidden page, which paints nothing, after 200 ms. */
export const nextPaint = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
/** Lets the page react to a person during long work, if the browser has `scheduler.yield`. */
export const yieldToMain = async (): Promise<void> =>
  (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.();
