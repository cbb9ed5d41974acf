// Builds this site and a peer, Starlight with Pagefind, from the same entries, and compares their builds, bytes and search:
// npm run bench -- --peer
import { readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { install } from '../run.mjs';
import { compress } from '../tasks/compress.mjs';
import { copySite } from './entries.ts';
import { buildGrown, copyEntries, measureBuilds, type Site, starlight, triviumIn } from './peer-sites.ts';
import { peerTable } from './peer-table.ts';
import { measureVisits } from './peer-visits.ts';

/** Invented entries that both sites are built with as well. */
const grownSizes = [1000, 5000];

/** The version of a package that the peer is built with. */
const peerVersion = (name: string): string =>
  JSON.parse(readFileSync(path.join(starlight.folder, 'node_modules', name, 'package.json'), 'utf8')).version;

/** Builds and visits one site; returns its column of the table. */
async function measureSite(site: Site, times: number): Promise<Record<string, number>> {
  const { seconds, memory, pages } = await measureBuilds(site.folder, times);
  if (site.folder !== starlight.folder) copyEntries(site);
  compress(path.join(site.folder, 'dist'));
  return {
    ...(await measureVisits(site, times)),
    'a build, s': seconds,
    'a build, pages': pages,
    'a build, MB at its peak': memory,
  };
}

/**
 * Prints what both sites cost as a table, with the ratios that README.md quotes. Builds start from scratch, visits with
 * an empty cache. Wants a machine that does nothing else.
 * @param times how often to measure each; prints medians. Builds with invented entries are measured once.
 */
export async function benchPeer(times: number): Promise<void> {
  await install(starlight.folder, 'Starlight and Pagefind');
  const trivium = triviumIn(copySite());
  const ours = await measureSite(trivium, times);
  const theirs = await measureSite(starlight, times);
  rmSync(trivium.folder, { recursive: true });
  for (const count of grownSizes) {
    const row = `a build with ${count.toLocaleString('en')} more entries, s`;
    [ours[row], theirs[row]] = await buildGrown(count);
  }
  const peer = `Starlight ${peerVersion('@astrojs/starlight')} with Pagefind ${peerVersion('pagefind')}`;
  const machine = `${cpus().length} cores, Node ${process.versions.node}`;
  process.stdout.write(`${peerTable({ ours, theirs, times, peer, machine, day: new Date() })}\n`);
}
