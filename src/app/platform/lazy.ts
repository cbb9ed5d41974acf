import { fetchData, loadStyles, type StyleName } from './data-files.ts';

/** A part of the site that is loaded when it is first needed. */
export interface LazyPart<Module> {
  module: () => Promise<Module>;
  /** The data file with its sentences. */
  strings?: string;
  /** Its stylesheet, which other pages do without. */
  styles?: StyleName;
}

/**
 * Returns a function that loads a part with its sentences and styles, once. A part is kept, since asking the browser for
 * its module again takes a moment in which a fast user could still act on the screen before. A failed load is tried again.
 */
export function lazy<Module>({ module, strings, styles }: LazyPart<Module>): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  const load = async (): Promise<Module> => {
    const [loaded] = await Promise.all([module(), strings && fetchData(strings), styles && loadStyles(styles)]);
    return loaded;
  };
  return () => {
    loading ??= load();
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
}
