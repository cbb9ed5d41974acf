import type { PackOutline } from '../model/pack.ts';
import { choices, describeIssue, placeOf, show } from '../model/problem.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { Answers } from './answers.ts';
import { answersSchema } from './answers-schema.ts';

/** Says that answers belong to another pack, or to a version of it that cannot be read; undefined where neither is so. */
export function packProblem(
  answers: Answers,
  pack: PackOutline,
  canRead: (version: string) => boolean,
): string | undefined {
  const { id, version } = answers.pack;
  if (id !== pack.id)
    return `pack.id: Found ${show(id)}; these answers belong to another pack. This one is "${pack.id}".`;
  if (canRead(version)) return undefined;
  return `pack.version: Found ${show(version)}; this Trivium knows version ${pack.version}. Open the file with the Trivium that wrote it.`;
}

/** Ids in a list of a file: where they are, and what they may name. */
interface IdList {
  /** The list and the field of its entries, as in `targets` and `item`. */
  place: string;
  key: string;
  ids: readonly string[];
  knownIds: ReadonlySet<string>;
  noun: string;
}

/** Problems of the ids in one list: each has to exist, once. */
function listProblems({ place, key, ids, knownIds, noun }: IdList): string[] {
  return ids.flatMap((id, index) => {
    const where = `${place}[${index}].${key}`;
    if (!knownIds.has(id))
      return [`${where}: There is no ${noun} ${show(id)}. "trivium questions" lists those that exist.`];
    return ids.indexOf(id) < index ? [`${where}: "${id}" stands here twice. Keep one.`] : [];
  });
}

/** Problems of revisions: an answer names the revision of its question, or an older one where those are read. */
function revisionProblems({ answers }: Answers, pack: PackOutline, readsOlder: boolean): string[] {
  const revisions = new Map<string, number>(pack.items.map(({ id, rev }) => [id, rev]));
  return answers.flatMap(({ item, rev }, index) => {
    const current = revisions.get(item);
    if (current === undefined || rev === current || (readsOlder && rev < current)) return [];
    return [
      `answers[${index}].rev: Found ${rev}; "${item}" has revision ${current} in this pack. Read the question again and answer it anew.`,
    ];
  });
}

/**
 * Problems of ids and revisions: what the file names has to exist in the pack, once.
 * @param formerIds ids of questions that only older versions ask; with them, a lower revision is no problem either
 */
export function idProblems(answers: Answers, pack: PackOutline, formerIds?: readonly string[]): string[] {
  const former = formerIds ?? [];
  const practiceIds = pack.items.filter(({ kind }) => kind === 'practice').map(({ id }) => id);
  const itemIds = new Set([...pack.items.map(({ id }) => id), ...former]);
  const practices = { knownIds: new Set([...practiceIds, ...former]), noun: 'practice' };
  const signals = { knownIds: new Set(pack.signals.map(({ id }) => id)), noun: 'signal' };
  const { targets, decisions, overrides } = answers;
  const answered = answers.answers.map(({ item }) => item);
  return [
    ...listProblems({ place: 'answers', key: 'item', ids: answered, knownIds: itemIds, noun: 'question' }),
    ...revisionProblems(answers, pack, formerIds !== undefined),
    ...listProblems({ place: 'targets', key: 'item', ids: targets.map(({ item }) => item), ...practices }),
    ...listProblems({
      place: 'decisions',
      key: 'practice',
      ids: decisions.map(({ practice }) => practice),
      ...practices,
    }),
    ...listProblems({ place: 'overrides', key: 'signal', ids: overrides.map(({ signal }) => signal), ...signals }),
  ];
}

/**
 * Reads a value, for example parsed JSON, as an answers file, whatever pack it answers. Unknown extra fields are kept.
 * Bad input gives every problem as a sentence that starts with its place.
 */
export function parseShape(data: unknown): Result<Answers> {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return failure(`Found ${show(data)}; an object with "format": "trivium-answers" has to stand here.`);
  const { format, version } = data as { format?: unknown; version?: unknown };
  if (format === 'trivium-answers' && typeof version === 'number' && version > 1)
    return failure(`version: Found ${version}; this Trivium reads version ${choices([1])}. Use a newer Trivium.`);
  const parsed = answersSchema.safeParse(data);
  if (parsed.success) return success(parsed.data);
  return failure(
    ...parsed.error.issues.map((issue) => {
      const place = placeOf(issue.path);
      return `${place === '' ? '' : `${place}: `}${describeIssue(issue, data)}`;
    }),
  );
}

/**
 * Reads a value as answers to this very pack: same questions, same revisions. `openAnswers` reads older ones, too.
 * Bad input gives every problem as a sentence that starts with its place.
 */
export function parseAnswers(data: unknown, pack: PackOutline): Result<Answers> {
  const parsed = parseShape(data);
  if (!parsed.ok) return parsed;
  const major = (version: string) => version.split('.')[0];
  const otherPack = packProblem(parsed.value, pack, (version) => major(version) === major(pack.version));
  const problems = otherPack === undefined ? idProblems(parsed.value, pack) : [otherPack];
  return problems.length > 0 ? failure(...problems) : parsed;
}
