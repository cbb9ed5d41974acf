import type { Answers } from '../answers/answers.ts';
import type { PackOutline } from '../model/pack.ts';
import { compareVersions } from '../model/versions.ts';

/** An assessment to compare: answers to the current pack, and the version of the pack that was answered. */
export interface ComparedAnswers {
  answers: Answers;
  /** Set if the answers were migrated from an older version. */
  version?: string;
}

/** How the questions changed between the versions of two assessments, by their ids in the current pack. */
export interface QuestionChanges {
  /** Asked only in the later version. */
  added: string[];
  /** Asked only in the earlier version, by the ids they had. */
  removed: string[];
  /** Asked in both but not for the same thing, so never compared. */
  changed: string[];
}

/** The version of the pack that an answers file names; undefined for a link or a saved page. */
export function writtenVersion(text: string): string | undefined {
  try {
    const version: unknown = JSON.parse(text)?.pack?.version;
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}

/** The id of a question in the current pack, followed through the renames of later migrations. */
const currentId = (id: string, migrations: PackOutline['migrations']): string =>
  migrations
    .flatMap(({ items }) => items)
    .reduce(
      (latestId, { kind, from: [oldId], to: [newId] }) =>
        kind === 'same' && oldId === latestId ? (newId ?? latestId) : latestId,
      id,
    );

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/**
 * Lists how the questions changed between the versions of two assessments, whichever of them is the later.
 * Ids are followed through renames to the current pack. An answer that has to be read again counts as changed.
 */
export function questionChanges(before: ComparedAnswers, now: ComparedAnswers, pack: PackOutline): QuestionChanges {
  const versionOf = ({ answers, version }: ComparedAnswers) => version ?? answers.pack.version;
  const [first, last] = [versionOf(before), versionOf(now)].toSorted(compareVersions) as [string, string];
  const itemIds = new Set(pack.items.map(({ id }) => id));
  const laterMigrations = pack.migrations.filter(({ to }) => compareVersions(to, first) > 0);
  const migrationsBetween = laterMigrations.filter(({ to }) => compareVersions(to, last) <= 0);
  const currentIdsOf = (kinds: readonly string[]) =>
    migrationsBetween.flatMap(({ items }, index) =>
      items
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap(({ to }) => to.map((id) => currentId(id, laterMigrations.slice(index + 1)))),
    );
  const retiredIds = migrationsBetween.flatMap(({ items }) =>
    items.filter(({ kind }) => kind === 'retired').flatMap(({ from }) => from),
  );
  const rereadIds = [before, now].flatMap(({ answers }) =>
    (answers.reread ?? []).filter(({ why }) => why === 'rev').map(({ item }) => item),
  );
  return {
    added: unique(currentIdsOf(['added'])).filter((id) => itemIds.has(id)),
    removed: unique(retiredIds),
    changed: unique([...currentIdsOf(['reworded', 'split', 'merged']), ...rereadIds]).filter((id) => itemIds.has(id)),
  };
}
