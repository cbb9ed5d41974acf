// What the bundler wrote for the browser, as Vite's manifest tells it: which file a module of src became, and which files
// that one imports.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the manifest of the last build is kept: beside the site, not in it. */
const file = 'reports/client-manifest.json';

/** Vite's manifest of the last build: records by source path. Throws where nothing has been built. */
export const readClientManifest = () => JSON.parse(readFileSync(file, 'utf8'));

/** The record of a module: its path, or where several pages share it, a chunk that carries its name. */
const keyOf = (manifest, module) =>
  manifest[module]
    ? module
    : Object.keys(manifest).find((key) => key.startsWith('_') && manifest[key].name === path.parse(module).name);

/**
 * The files that modules of src need before they can run: their own, what these import, and so on; each once.
 * @param manifest Vite's manifest
 * @param modules source paths such as `src/app/report/report-page.ts`; throws for one that is no file of its own
 */
export function filesNeededBy(manifest, modules) {
  const files = new Set();
  const visit = (key) => {
    const record = manifest[key];
    if (files.has(record.file)) return;
    files.add(record.file);
    for (const imported of record.imports ?? []) visit(imported);
  };
  for (const module of modules) {
    const key = keyOf(manifest, module);
    if (!key) throw new Error(`The build has no file for ${module}. Correct the path or build again.`);
    visit(key);
  }
  return [...files];
}

/** A Vite plugin without options that keeps the manifest of the browser's files. */
export const keepClientManifest = () => ({
  name: 'keep-client-manifest',
  configEnvironment: (name) => (name === 'client' ? { build: { manifest: true } } : undefined),
  writeBundle(_, bundle) {
    const manifest = bundle['.vite/manifest.json'];
    if (!manifest) return;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, manifest.source);
  },
});
