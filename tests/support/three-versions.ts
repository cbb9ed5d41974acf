import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Answers } from '../../src/core/answers/answers.ts';
import { migrate } from '../../src/core/answers/migrate.ts';
import { migrationsFile } from '../../src/core/model/migrations-schema.ts';
import type { Pack } from '../../src/core/model/pack.ts';
import type { MigrationStep } from '../../src/core/model/pack-schema.ts';
import { answerOf, type Brief } from './compact.ts';
import { packWith, practice, signalOf } from './small-pack.ts';
import { answersOf } from './teams.ts';

/** Revisions of questions, by id. */
export type Revs = Record<string, number>;
const { versions, ...file } = parse(readFileSync('tests/fixtures/migrations/three-versions.yaml', 'utf8'));
/** The steps between these versions. */
export const { steps } = migrationsFile.parse(file);
const signals: Pack['signals'] = [signalOf('pain', 'a', 'b')];
/** A pack of questions with these revisions. */
export const packOfRevs = (version: string, revs: Revs, migrations: MigrationStep[] = steps): Pack =>
  packWith(
    Object.entries(revs).map(([id, rev]) => practice(id, { rev })),
    { version, signals, migrations },
  );
/** A pack in three versions. */
export const [first, second, third] = ['1.0.0', '2.0.0', '3.0.0'].map((version) =>
  packOfRevs(version, versions[version]),
) as [Pack, Pack, Pack];

/** Answers to the first version, from their short form. */
export const answersFrom = (brief: Brief, part: Partial<Answers> = {}): Answers => ({
  ...answersOf(
    first,
    Object.entries(brief).map(([item, value]) => answerOf(item, value)),
  ),
  ...part,
});
/** Answers to the first version, carried over to a later one. */
export const migrated = (brief: Brief, pack = second) => migrate(answersFrom(brief), steps, pack);
