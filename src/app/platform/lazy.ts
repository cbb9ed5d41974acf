import { fetchData, loadStyles, type StyleName } from './data-files.ts';
import { inTime } from './load-error.ts';

/** A part of the site that is loaded when it is first needed. */
export interface LazyPart<Module> {
  module: () => Promise<Module>;
  /** Name of the data file with its sentences. */
  strings?: string;
  /** Names of its stylesheets. */
  styles?: readonly StyleName[];
}

/**
 * Returns a function that loads a module with its sentences and styles, once. The promise is kept: importing a module again
 * takes a moment, during which a fast user could still act on the previous screen. After a failure or a timeout, the
 * next call tries again.
 */
export function lazy<Module>({ module, strings, styles = [] }: LazyPart<Module>): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  const load = async (): Promise<Module> => {
    const parts = Promise.all([module(), strings && fetchData(strings), ...styles.map((name) => loadStyles(name))]);
    return (await inTime(parts, strings ?? styles[0]))[0];
  };
  return () => {
    loading ??= load();
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
}
