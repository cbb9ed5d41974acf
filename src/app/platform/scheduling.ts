/** Resolves once the next frame is painted; in a hidden page, which paints none, a little later. */
export const nextPaint = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
/** Lets the page answer a person between two parts of long work, where the browser can; costs next to nothing. */
export const yieldToMain = async (): Promise<void> =>
  (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.();
