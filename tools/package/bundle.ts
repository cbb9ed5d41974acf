import path from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { packageFolder } from '../astro/sbom.mjs';

/** Packages that are not bundled: large ones, which only some commands load if they are installed. */
export const optionalPackages = ['@duckdb/node-api', '@modelcontextprotocol/server'];

const isExternal = (id: string): boolean => optionalPackages.some((name) => id === name || id.startsWith(`${name}/`));

/** Reads compiled content where the repository reads its files. */
const compiledSource: Plugin = {
  name: 'compiled-source',
  resolveId(id, importer) {
    const file = importer && id.startsWith('.') ? path.resolve(path.dirname(importer), id) : id;
    return file === path.resolve('src/build/source.ts') ? path.resolve('src/package/compiled-source.ts') : null;
  },
};

/**
 * Bundles the library and the command into a folder, with the packages that they need.
 * @returns the folders of the packages whose code is in the bundle, from the root of the project
 */
export async function bundle(folder: string): Promise<string[]> {
  const input = { library: 'src/package/library.ts', trivium: 'src/cli/trivium.ts' };
  const build = await rolldown({ input, platform: 'node', external: isExternal, plugins: [compiledSource] });
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    minify: true,
    entryFileNames: 'code/[name].js',
    chunkFileNames: 'code/[name]-[hash].js',
    banner: ({ name }) => (name === 'trivium' ? '#!/usr/bin/env node' : ''),
  });
  await build.close();
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  return [...new Set(modules.flatMap((id) => packageFolder(path.relative('.', id)) ?? []))].toSorted();
}
