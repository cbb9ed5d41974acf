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
