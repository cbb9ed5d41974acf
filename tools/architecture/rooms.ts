import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// The rooms of src: for the test that holds them, and for the picture of them.

/**
 * Rooms of src, and the rooms whose values each may import besides itself; types may come from any room of `core` or
 * `app`. The room of a file is the longest path here that it is in. What is not listed may not be imported.
 */
export const rooms: Record<string, string[]> = {
  'core/text': [],
  'core/model': ['core/text'],
  'core/answers': ['core/text', 'core/model'],
  'core/knowledge': ['core/model'],
  'core/check': ['core/text', 'core/model', 'core/answers', 'core/knowledge'],
  'core/assessment': ['core/text', 'core/model', 'core/answers'],
  'core/report': ['core/text', 'core/model', 'core/answers', 'core/assessment'],
  'core/rollup': ['core/text', 'core/model', 'core/answers', 'core/assessment'],
  'core/reliability': ['core/text', 'core/model', 'core/answers'],
  'core/proposals': ['core/text', 'core/model', 'core/answers', 'core/link'],
  'core/link': ['core/text', 'core/model', 'core/answers'],
  'core/overlay': ['core/text', 'core/model', 'core/check'],
  'core/render': ['core/text', 'core/model', 'core/answers', 'core/assessment', 'core/report'],
  'core/data': ['core/model', 'core/knowledge', 'core/render'],
  viz: ['core'],
  look: ['core'],
  search: ['core'],
  i18n: ['core/text'],
  'app/platform': ['core', 'i18n', 'app/worker.ts'],
  'app/shared': ['core', 'viz', 'i18n'],
  'app/storage': ['core', 'i18n', 'app/platform'],
  'app/proposals': ['core', 'i18n', 'app/platform', 'app/shared', 'app/storage'],
  'app/report': ['core', 'viz', 'i18n', 'app/platform', 'app/shared'],
  'app/assess': ['core', 'viz', 'i18n', 'app/platform', 'app/shared', 'app/storage', 'app/report', 'app/proposals'],
  'app/open': ['core', 'i18n', 'app/platform', 'app/shared', 'app/storage', 'app/report', 'app/proposals'],
  'app/import': ['core', 'i18n', 'app/platform', 'app/shared', 'app/storage'],
  'app/compare': ['core', 'viz', 'i18n', 'app/platform', 'app/shared', 'app/report', 'app/import'],
  'app/together': ['core', 'viz', 'i18n', 'app/platform', 'app/shared', 'app/storage', 'app/report', 'app/import'],
  'app/teams': ['core', 'viz', 'i18n', 'app/platform', 'app/shared', 'app/import'],
  'app/search': ['search', 'i18n', 'app/platform', 'app/shared'],
  'app/worker.ts': ['app/search', 'app/teams'],
  scripts: ['core/text', 'i18n', 'app/platform', 'app/search'],
  build: ['core', 'search', 'i18n', 'app'],
  components: ['core', 'viz', 'build', 'app', 'scripts', 'styles'],
  layouts: ['app', 'components', 'scripts', 'build', 'styles'],
  pages: ['core', 'search', 'build', 'app', 'scripts', 'components', 'layouts', 'styles'],
  'content.config.ts': ['core', 'build'],
  cli: ['core', 'look', 'search', 'i18n', 'build'],
  package: ['core', 'build', 'cli'],
  styles: [],
};
const roomNames = Object.keys(rooms).toSorted((a, b) => b.length - a.length);

/** Packages each room may import. */
export const packages: Record<string, RegExp> = {
  core: /^zod(\/mini)?$/,
  viz: /^(d3|uqr)$/,
  look: /^(yaml|smol-toml)$/, // files of any repository as data; reading them stays in the command line
  search: /^lunr$/,
  i18n: /^$/,
  build: /^(node:.+|yaml|zod(\/mini)?)$/,
  app: /^(preact|zod\/mini)$/,
  scripts: /^$/,
  components: /^(preact|preact-render-to-string|astro|astro:content|node:.+)$/,
  layouts: /^$/,
  pages: /^(preact|preact-render-to-string|astro|astro:content|zod|zod\/mini)$/,
  'content.config.ts': /^astro(:content|\/loaders)$/,
  cli: /^(node:.+|zod|@duckdb\/node-api|@modelcontextprotocol\/server(\/stdio)?)$/,
  package: /^node:.+$/,
  styles: /^$/,
};

const src = path.resolve('src');
/** Every file of code in src, below it. */
export const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.(ts|tsx|astro)$/.test(file))
  .map((file) => file.split(path.sep).join('/'));

/** Whether a file is in a room, or is the room. */
export const isWithin = (file: string, room: string): boolean => file === room || file.startsWith(`${room}/`);
/** The room of a file; undefined if it has none. */
export const roomOf = (file: string): string | undefined => roomNames.find((room) => isWithin(file, room));

/** What a file imports. */
export interface Import {
  specifier: string;
  /** Whether it is a type: gone when the code runs. */
  isType: boolean;
}

/** What a file of src imports, values and types. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(src, file), 'utf8');
  const statement = /(import\s+type\b[^;'"]*?from\s|typeof\s+import\(|\bfrom\s|import\(|import\s)\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(statement)].map(([, keyword = '', specifier = '']) => ({
    specifier,
    isType: /^import\s+type|^typeof/.test(keyword),
  }));
}

/** The file that an import leads to, below src; undefined for a package. */
export const importedFile = (file: string, { specifier }: Import): string | undefined =>
  specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*/, '')) : undefined;
