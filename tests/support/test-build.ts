import { existsSync } from 'node:fs';
import { siteServer } from '../../tools/tasks/serve.mjs';
import { noting } from './noting.ts';

/**
 * Serves one of `testBuilds` at an address of its own. Gives the address of its home page, what it is asked, and a function
 * that ends it.
 */
export async function serveBuild({ folder, base }: { folder: string; base: string }) {
  if (!existsSync(folder)) throw new Error(`${folder} is missing. Run: node tools/tasks/test-builds.mjs`);
  const { origin, asked, close } = await noting(siteServer({ root: folder, base }));
  return { home: origin + base, asked, close };
}
/** A build that is served. */
export type ServedBuild = Awaited<ReturnType<typeof serveBuild>>;
