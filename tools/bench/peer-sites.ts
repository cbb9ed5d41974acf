// The two sites that `npm run bench -- --peer` compares: this one, and Starlight with Pagefind with the same entries.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addEntries, build, copySite } from './entries.ts';
import { medians } from './quantile.ts';

/** A site, and how a person searches there. */
export interface Site {
  name: string;
  folder: string;
  /** What opens the search; absent if the field is on the page. */
  open?: string;
  field: string;
  result: string;
}

const peerFolder = 'tools/peer';

/** This site in a folder, which holds a copy of its sources. */
export const triviumIn = (folder: string): Site => ({
  name: 'Trivium',
  folder,
  field: 'form.search input',
  result: 'form.search [role=option]',
});

export const starlight: Site = {
  name: 'Starlight',
  folder: peerFolder,
  open: 'button[data-open-modal]',
  field: 'dialog input',
  result: 'dialog .pagefind-ui__result',
};

/** Copies every entry of a built copy of this site to the peer, as the Markdown that the site publishes of it. */
export function copyEntries({ folder: trivium }: Site): void {
  const from = path.join(trivium, 'dist/entries');
  const docs = path.join(peerFolder, 'src/content/docs');
  rmSync(docs, { recursive: true, force: true });
  mkdirSync(path.join(docs, 'entries'), { recursive: true });
  for (const name of readdirSync(from).filter((file) => file.endsWith('.md'))) {
    const [heading = '', ...rest] = readFileSync(path.join(from, name), 'utf8').split('\n');
    const text = rest.join('\n').replaceAll(/\((\/entries\/[a-z0-9-]+)\.md\)/g, '($1/)');
    writeFileSync(
      path.join(docs, 'entries', name),
      `---\ntitle: ${JSON.stringify(heading.replace('# ', ''))}\n---\n${text}`,
    );
  }
}

/** Removes what a build leaves for the next one. The packages of this site are shared, so its folder of them stays. */
function removeCaches(folder: string): void {
  const ownFolders = folder === peerFolder ? ['node_modules/.astro', 'node_modules/.vite'] : [];
  for (const cache of ['dist', '.astro', ...ownFolders])
    rmSync(path.join(folder, cache), { recursive: true, force: true });
}

/** Builds a site several times from scratch; returns the medians and the number of pages. */
export async function measureBuilds(
  folder: string,
  times: number,
): Promise<{ seconds: number; memory: number; pages: number }> {
  const builds: Awaited<ReturnType<typeof build>>[] = [];
  for (let number = 0; number < times; number += 1) {
    removeCaches(folder);
    builds.push(await build(folder));
  }
  const files = readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  return { ...medians(builds), pages: files.filter((file) => file.endsWith('.html')).length };
}

/** Builds both sites once with a number of invented entries besides the real ones. Returns the seconds that each took. */
export async function buildGrown(count: number): Promise<[trivium: number, peer: number]> {
  const trivium = triviumIn(copySite());
  try {
    addEntries(trivium.folder, count);
    const ours = await measureBuilds(trivium.folder, 1);
    copyEntries(trivium);
    const theirs = await measureBuilds(peerFolder, 1);
    return [ours.seconds, theirs.seconds];
  } finally {
    rmSync(trivium.folder, { recursive: true });
  }
}
