// Reads what Vite's manifest says of the browser's files: which file a module of src became, and which files that imports.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the manifest of a built folder is kept: next to the site, not in it. */
const manifestFile = (folder) => `reports/manifests/${path.relative('.', folder).split(path.sep).join('-')}.json`;

/** Vite's manifest of the last build into a folder: records by source path. Throws if there was none. */
export const readClientManifest = (folder = 'dist') => JSON.parse(readFileSync(manifestFile(folder), 'utf8'));

/** Moves the manifest of a built folder when the folder moves. */
export function moveClientManifest(from, to) {
  if (existsSync(manifestFile(from))) renameSync(manifestFile(from), manifestFile(to));
}

/** The key of a module's record: its path or, if several pages share it, that of the chunk with its name. */
const keyOf = (manifest, module) =>
  manifest[module]
    ? module
    : Object.keys(manifest).find((key) => key.startsWith('_') && manifest[key].name === path.parse(module).name);

/**
 * The files that modules of src need before they can run: their own and everything they import, each once.
 * @param manifest Vite's manifest
 * @param modules source paths such as `src/app/report/report-page.ts`; throws for a path the manifest does not have
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

/** A Vite plugin that saves the manifest of the browser's files for those who read it after the build. */
export const keepClientManifest = () => ({
  name: 'keep-client-manifest',
  configEnvironment: (name) => (name === 'client' ? { build: { manifest: true } } : undefined),
  writeBundle({ dir }, bundle) {
    const manifest = bundle['.vite/manifest.json'];
    if (!manifest || this.environment.name !== 'client') return;
    const file = manifestFile(dir);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, manifest.source);
  },
});
