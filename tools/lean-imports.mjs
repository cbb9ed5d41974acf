// Parts of a page are loaded as the browser does it by itself. Vite wraps each import() in a helper that first fetches
// what the part needs, styles among it. Our parts bring no styles, a question page has no room for lists of what to fetch
// ahead, and a file with nothing but the helper would hold up the script of every page for a round trip.

const helperId = '\0vite/preload-helper.js';
const helperCode = '(load) => load()';

/** A Vite plugin without options. */
export const leanImports = () => ({
  name: 'lean-imports',
  enforce: 'pre',
  configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : undefined),
  load: (id) => (id === helperId ? `export const __vitePreload = ${helperCode};` : undefined),
  augmentChunkHash: () => helperCode, // the name of a file changes with what is written into it below
  /** Writes the helper, which is shorter than its import, into each file that imports it. */
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const helper = chunks.find(({ moduleIds }) => moduleIds.length === 1 && moduleIds[0] === helperId);
    if (!helper) return;
    const file = helper.fileName.split('/').at(-1);
    const imported = new RegExp(`import\\{(?:\\w+ as )?([\\w$]+)\\}from"\\./${file.replaceAll('.', '\\.')}";`);
    for (const chunk of chunks) {
      chunk.code = chunk.code.replace(imported, (_all, name) => `const ${name}=${helperCode};`);
      if (chunk.code.includes(file))
        throw new Error(`${chunk.fileName} imports ${file} in a way that is not known here.`);
    }
    delete bundle[helper.fileName];
  },
});
