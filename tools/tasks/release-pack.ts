// Writes what a new version of the pack needs, once pack.yaml names that version: npm run release-pack
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { prepareRelease, type ReleasedPack } from './prepare-release.ts';

const folder = 'tests/fixtures/released';
const migrationsFile = 'content/assessment/migrations.yaml';
const say = (text: string) => process.stdout.write(`${text}\n`);

function main(): number {
  const pack = packOf(loadKnowledgeBase());
  const released: ReleasedPack[] = readdirSync(folder)
    .filter((name) => name.startsWith('pack-'))
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
  const release = prepareRelease(pack, released, readFileSync(migrationsFile, 'utf8'));
  if (!release) {
    say(
      `Version ${pack.version} is released already. Raise "version" in content/assessment/pack.yaml, then try again.`,
    );
    return 1;
  }
  writeFileSync(`${folder}/pack-${pack.version}.json`, `${JSON.stringify(release.pack, null, 2)}\n`);
  writeFileSync(migrationsFile, release.migrations);
  say(`Wrote ${folder}/pack-${pack.version}.json, and the version before it into ${migrationsFile}.`);
  if (release.changes.length > 0)
    say(
      `Questions in the new step there: ${release.changes.length}. Read it: a renamed question has to become "same", a divided one "split", a joined one "merged". If you change it, copy the step into the file in ${folder}, too.`,
    );
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
