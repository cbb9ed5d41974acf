import { isCollection, parseDocument } from 'yaml';
import { fingerprint, type LinkPack, type Pack, type PackOutline } from '../../src/core/model/pack.ts';
import type { MigrationStep } from '../../src/core/model/pack-schema.ts';
import { compareVersions } from '../../src/core/model/versions.ts';

/** A pack as it is kept for ever in tests/fixtures/released. Files before version 2.1.0 have no reasons. */
export type ReleasedPack = Pick<PackOutline, 'id' | 'version' | 'items' | 'signals' | 'migrations'> & {
  fingerprint: string;
  naReasons?: { id: string }[];
};

/** What a release writes: the pack to keep, and the new text of migrations.yaml. */
export interface PackRelease {
  pack: ReleasedPack;
  migrations: string;
  /** The changes in the new step; empty if no step was needed or one was there. */
  changes: MigrationStep['items'];
}

/** The part of a pack that is kept for ever. */
export const releasedPack = (pack: Pack): ReleasedPack => ({
  id: pack.id,
  version: pack.version,
  fingerprint: pack.fingerprint,
  items: pack.items.map(({ id, rev, kind, stage, depth }) => ({ id, rev, kind, stage, depth })),
  signals: pack.signals.map(({ id }) => ({ id })),
  naReasons: pack.naReasons.map(({ id }) => ({ id })),
  migrations: pack.migrations,
});

/** How questions differ: reworded if their revision rose, added, or retired. A renamed one is both added and retired. */
export function changesBetween(
  before: readonly Pick<PackOutline['items'][number], 'id' | 'rev'>[],
  after: readonly Pick<PackOutline['items'][number], 'id' | 'rev'>[],
): MigrationStep['items'] {
  const revs = new Map(before.map(({ id, rev }) => [id, rev]));
  const ids = new Set(after.map(({ id }) => id));
  return [
    ...after
      .filter(({ id, rev }) => rev !== (revs.get(id) ?? rev))
      .map(({ id }) => ({ kind: 'reworded' as const, from: [id], to: [id] })),
    ...after.filter(({ id }) => !revs.has(id)).map(({ id }) => ({ kind: 'added' as const, from: [], to: [id] })),
    ...before.filter(({ id }) => !ids.has(id)).map(({ id }) => ({ kind: 'retired' as const, from: [id], to: [] })),
  ];
}

/** Adds lines at the end of a list in a YAML text, and leaves every other character as it is. */
function appendTo(text: string, key: string, lines: readonly string[]): string {
  const list = parseDocument(text).get(key, true);
  const block = `${lines.join('\n')}\n`;
  if (!isCollection(list) || !list.range) return `${text.trimEnd()}\n\n${key}:\n${block}`;
  const [start, end] = list.range;
  if (list.items.length === 0)
    return `${text.slice(0, start).trimEnd()}\n${block}${text.slice(end).replace(/^\n/, '')}`;
  return `${text.slice(0, end).trimEnd()}\n${block}${text.slice(end)}`;
}

const stepLines = (from: string, to: string, changes: MigrationStep['items']): string[] => [
  `  - from: ${from}`,
  `    to: ${to}`,
  '    items:',
  ...changes.map(
    (change) => `      - { kind: ${change.kind}, from: [${change.from.join(', ')}], to: [${change.to.join(', ')}] }`,
  ),
];

const packLines = ({ version, items, naReasons, numbers }: Omit<LinkPack, 'id'>): string[] => [
  `  - version: ${version}`,
  '    items:',
  ...items.map(({ id, rev }) => `      - { id: ${id}, rev: ${rev} }`),
  `    naReasons: [${naReasons.map(({ id }) => `{ id: ${id} }`).join(', ')}]`,
  ...(numbers === undefined ? [] : [`    numbers: '${numbers}'`]), // digits alone would be a number
];

/** The latest of some versions before that of a pack. */
const latestBefore = <T extends { version: string }>(pack: Pack, versions: readonly T[]): T | undefined =>
  versions
    .filter(({ version }) => compareVersions(version, pack.version) < 0)
    .toSorted((a, b) => compareVersions(b.version, a.version))[0];

/** Adds the step from the version before, if questions changed and no step is there. */
function addStep(
  pack: Pack,
  previous: Pick<LinkPack, 'version' | 'items'>,
  migrations: string,
): Pick<PackRelease, 'migrations' | 'changes'> {
  const hasStep = pack.migrations.some(({ to }) => to === pack.version);
  const changes = hasStep ? [] : changesBetween(previous.items, pack.items);
  if (changes.length === 0) return { migrations, changes };
  return { migrations: appendTo(migrations, 'steps', stepLines(previous.version, pack.version, changes)), changes };
}

/**
 * Prepares the release of a pack. Undefined if its version is released already.
 * @param released every pack that was released
 * @param migrations the text of migrations.yaml
 */
export function prepareRelease(
  pack: Pack,
  released: readonly ReleasedPack[],
  migrations: string,
): PackRelease | undefined {
  if (released.some(({ version }) => version === pack.version)) return undefined;
  const previous = latestBefore(pack, released);
  if (!previous) return { pack: releasedPack(pack), migrations, changes: [] };
  const { migrations: withStep, changes } = addStep(pack, previous, migrations);
  const readable = [pack, ...pack.former].map(({ items }) => fingerprint(items));
  const text = readable.includes(previous.fingerprint)
    ? withStep
    : appendTo(withStep, 'packs', packLines({ ...previous, naReasons: previous.naReasons ?? pack.naReasons }));
  const steps = changes.length === 0 ? [] : [{ from: previous.version, to: pack.version, items: changes }];
  return {
    pack: { ...releasedPack(pack), migrations: [...pack.migrations, ...steps] },
    migrations: text,
    changes,
  };
}

/**
 * Prepares the release of an overlay's pack. Nothing but its migrations.yaml keeps its versions, so this one goes there at
 * once: later nobody could tell its questions and numbers. Undefined if it is there already.
 * @param migrations the text of the overlay's migrations.yaml; undefined if it has none yet
 */
export function prepareOwnRelease(
  pack: Pack,
  migrations = 'steps: []\n',
): Pick<PackRelease, 'migrations' | 'changes'> | undefined {
  if (pack.former.some(({ version }) => version === pack.version)) return undefined;
  const previous = latestBefore(pack, pack.former);
  const step = previous ? addStep(pack, previous, migrations) : { migrations, changes: [] };
  return { ...step, migrations: appendTo(step.migrations, 'packs', packLines(pack)) };
}
