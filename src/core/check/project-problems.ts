import * as messages from '#messages/check-project.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { fingerprint, packOf } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import { compareVersions } from '../model/versions.ts';

/** What a project keeps outside content/ that has to agree with it; undefined if the project has no such file. */
export interface ProjectRecords {
  /** The permanent ids of entries, by kind. */
  permanentIds: Record<string, string[]> | undefined;
  /** The ids of the signals that have a story and a near miss. */
  signalCases: string[] | undefined;
  /** The version and fingerprint of each released pack. */
  releasedPacks: { version: string; fingerprint: string }[] | undefined;
}

/** Where each of the records is, for sentences about them. */
export const recordPaths = {
  permanentIds: 'tests/fixtures/entry-ids.yaml',
  signalCases: 'tests/fixtures/signals.yaml',
  releasedPacks: 'tests/fixtures/released',
} as const;

const problemIn = (file: string, message: string): Problem => ({ file, place: '', message });

/** Entries without a permanent id, and permanent ids without an entry of their kind. */
function findIdProblems({ entries, refused }: KnowledgeBase, idsByKind: Record<string, string[]>): Problem[] {
  const file = recordPaths.permanentIds;
  const permanent = new Set(Object.values(idsByKind).flat());
  const unlisted = [...entries.values()]
    .filter(({ id }) => !permanent.has(id))
    .map(({ id, kind }) => problemIn(file, messages.entryNotListed(id, file, kind)));
  const gone = Object.entries(idsByKind).flatMap(([kind, ids]) =>
    ids
      .filter((id) => entries.get(id)?.kind !== kind && !refused.has(id))
      .map((id) => problemIn(file, messages.entryMissing(kind, id))),
  );
  return [...unlisted, ...gone];
}

/** Signals without a story, and stories without a signal. */
function findCaseProblems({ signals, refused }: KnowledgeBase, caseIds: readonly string[]): Problem[] {
  const file = recordPaths.signalCases;
  const untold = [...signals.keys()]
    .filter((id) => !caseIds.includes(id))
    .map((id) => problemIn(file, messages.signalWithoutStory(id, file)));
  const gone = caseIds
    .filter((id) => !signals.has(id) && !refused.has(id))
    .map((id) => problemIn(file, messages.storyWithoutSignal(id)));
  return [...untold, ...gone];
}

/** Whether the pack's current version has no released file yet, so that its questions may still change. */
const isUnreleased = (version: string, released: NonNullable<ProjectRecords['releasedPacks']>): boolean =>
  !released.some((pack) => pack.version === version);

/** The newest of the released versions. */
const newestOf = (released: NonNullable<ProjectRecords['releasedPacks']>): string | undefined =>
  released
    .map(({ version }) => version)
    .toSorted(compareVersions)
    .at(-1);

/**
 * The current version with other questions than were released, and older ones whose links no longer open. While the
 * current version is not released, the newest one that is needs no place in the migrations: the release gives it one.
 */
function findReleaseProblems(kb: KnowledgeBase, released: NonNullable<ProjectRecords['releasedPacks']>): Problem[] {
  if (!kb.pack || kb.refused.size > 0) return [];
  const { version, fingerprint: current, former } = packOf({ ...kb, pack: kb.pack });
  const sameVersion = released.find((pack) => pack.version === version);
  const replaced = isUnreleased(version, released) ? newestOf(released) : version;
  const readable = new Set([current, ...former.map(({ items }) => fingerprint(items))]);
  const unreadable = released.filter((pack) => pack.version !== replaced && !readable.has(pack.fingerprint));
  return [
    ...(sameVersion && sameVersion.fingerprint !== current
      ? [problemIn('content/assessment/pack.yaml', messages.releasedWithOthers(version))]
      : []),
    ...unreadable.map((pack) =>
      problemIn('content/assessment/migrations.yaml', messages.linksCannotBeOpened(pack.version)),
    ),
  ];
}

/** What is still to do before the current version of the pack counts as released. */
export function findUnreleased({ pack }: KnowledgeBase, { releasedPacks }: ProjectRecords): Problem[] {
  if (!pack || !releasedPacks || !isUnreleased(pack.version, releasedPacks)) return [];
  const message = messages.notReleased(pack.version);
  return [problemIn(recordPaths.releasedPacks, message)];
}

/** Lists where a project's records and its content disagree. Records that do not exist are not missed. */
export function findProjectProblems(kb: KnowledgeBase, records: ProjectRecords): Problem[] {
  const { permanentIds, signalCases, releasedPacks } = records;
  return [
    ...(permanentIds ? findIdProblems(kb, permanentIds) : []),
    ...(signalCases ? findCaseProblems(kb, signalCases) : []),
    ...(releasedPacks ? findReleaseProblems(kb, releasedPacks) : []),
  ];
}
