// Writes what a new version of the pack needs, once pack.yaml names that version: npm run release-pack
// With TRIVIUM_OVERLAY it lists the version of the overlay's pack in the overlay, so that its links open in later versions.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { type OverlayFolder, overlayFolder, readOverlayText } from '../../src/build/overlay.ts';
import { type Pack, packOf } from '../../src/core/model/pack.ts';
import { prepareOwnRelease, prepareRelease, type ReleasedPack } from './prepare-release.ts';

const folder = 'tests/fixtures/released';
const migrationsFile = 'content/assessment/migrations.yaml';
const say = (text: string) => process.stdout.write(`${text}\n`);

const toRead = 'Read it: a renamed question has to become "same", a divided one "split", a joined one "merged".';

/** Says that a version is released, and where to raise it. */
function sayReleased({ version }: Pack, file: string): number {
  say(`Version ${version} is released already. Raise "version" in ${file}, then try again.`);
  return 1;
}

function releaseOfficial(pack: Pack): number {
  const released: ReleasedPack[] = readdirSync(folder)
    .filter((name) => name.startsWith('pack-'))
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
  const release = prepareRelease(pack, released, readFileSync(migrationsFile, 'utf8'));
  if (!release) return sayReleased(pack, 'content/assessment/pack.yaml');
  writeFileSync(`${folder}/pack-${pack.version}.json`, `${JSON.stringify(release.pack, null, 2)}\n`);
  writeFileSync(migrationsFile, release.migrations);
  say(`Wrote ${folder}/pack-${pack.version}.json, and the version before it into ${migrationsFile}.`);
  if (release.changes.length > 0)
    say(
      `Questions in the new step there: ${release.changes.length}. ${toRead} If you change it, copy the step into the file in ${folder}, too.`,
    );
  return 0;
}

function releaseOverlay(pack: Pack, overlay: OverlayFolder): number {
  const file = path.join(overlay.path, 'assessment/migrations.yaml');
  const release = prepareOwnRelease(pack, readOverlayText('assessment/migrations.yaml'));
  if (!release) return sayReleased(pack, `${overlay.name}/overlay.yaml`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, release.migrations);
  say(`Wrote version ${pack.version} into ${overlay.name}/assessment/migrations.yaml.`);
  if (release.changes.length > 0) say(`Questions in the new step there: ${release.changes.length}. ${toRead}`);
  return 0;
}

function main(): number {
  const pack = packOf(loadKnowledgeBase());
  const overlay = overlayFolder();
  return overlay ? releaseOverlay(pack, overlay) : releaseOfficial(pack);
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
