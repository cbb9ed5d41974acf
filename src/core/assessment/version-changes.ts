import type { Answers } from '../answers/answers.ts';
import type { PackOutline } from '../model/pack.ts';
import { compareVersions } from '../model/versions.ts';

/** An assessment to compare: answers to the current pack, and the version in which they were written. */
export interface ComparedAnswers {
  answers: Answers;
  /** Given where the answers were carried over from an older version. */
  version?: string;
}

/** What became of questions between the versions in which two assessments were written, by id of the current pack. */
export interface QuestionChanges {
  /** Asked only in the later version. */
  added: string[];
  /** Asked only in the earlier version; by the ids that they had. */
  removed: string[];
  /** Asked in both, but not for the same: never compared. */
  changed: string[];
}

/** The version that a text of answers, already read, names as its own; nothing where it is a link or a page. */
export function writtenVersion(text: string): string | undefined {
  try {
    const version: unknown = JSON.parse(text)?.pack?.version;
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Lists what the versions of the pack did to its questions between two assessments, whichever of them is the later.
 * Ids are followed through renames to the current pack. An answer that waits to be read again counts as changed.
 */
export function questionChanges(before: ComparedAnswers, now: ComparedAnswers, pack: PackOutline): QuestionChanges {
  const versionOf = ({ answers, version }: ComparedAnswers) => version ?? answers.pack.version;
  const [first, last] = [versionOf(before), versionOf(now)].toSorted(compareVersions) as [string, string];
  const after = pack.migrations.filter(({ to }) => compareVersions(to, first) > 0);
  const asked = new Set(pack.items.map(({ id }) => id));
  /** The current id of a question that a step has made. */
  const followed = (id: string, from: number): string =>
    after
      .slice(from)
      .flatMap(({ items }) => items)
      .reduce(
        (found, { kind, from: [old], to: [renamed] }) =>
          kind === 'same' && old === found ? (renamed ?? found) : found,
        id,
      );
  const within = after.filter(({ to }) => compareVersions(to, last) <= 0);
  const made = (kinds: readonly string[]) =>
    within.flatMap(({ items }, step) =>
      items.filter(({ kind }) => kinds.includes(kind)).flatMap(({ to }) => to.map((id) => followed(id, step + 1))),
    );
  const waiting = [before, now].flatMap(({ answers }) =>
    (answers.reread ?? []).filter(({ why }) => why === 'rev').map(({ item }) => item),
  );
  const unique = (ids: readonly string[]) => [...new Set(ids)];
  return {
    added: unique(made(['added'])).filter((id) => asked.has(id)),
    removed: unique(
      within.flatMap(({ items }) => items.filter(({ kind }) => kind === 'retired').flatMap(({ from }) => from)),
    ),
    changed: unique([...made(['reworded', 'split', 'merged']), ...waiting]).filter((id) => asked.has(id)),
  };
}
