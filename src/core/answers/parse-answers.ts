import * as messages from '#messages/answers.ts';
import { isObject } from '../model/is-object.ts';
import type { PackOutline } from '../model/pack.ts';
import { choices, describeIssue, placeOf, type SchemaIssue, show } from '../model/problem.ts';
import { readValue } from '../model/read-value.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { Answers } from './answers.ts';
import { answersSchema } from './answers-schema.ts';
import { deepestNesting, isNestedDeeper } from './parsed-json.ts';

/** A problem with one field of a file. */
export interface FieldProblem {
  path: readonly PropertyKey[];
  /** What was found, what is possible and what to do. */
  message: string;
}

/** A problem as a sentence that starts with the path of its field. */
export const sentenceOf = ({ path, message }: FieldProblem): string =>
  path.length === 0 ? message : `${placeOf(path)}: ${message}`;

/** A problem if a file belongs to another pack, or to a version of this pack that cannot be read. */
export function packProblem(
  answers: Pick<Answers, 'pack'>,
  pack: PackOutline,
  canRead: (version: string) => boolean,
): string | undefined {
  const { id, version } = answers.pack;
  if (id !== pack.id) return messages.otherPack(show(id), pack.id);
  if (canRead(version)) return undefined;
  return messages.otherVersion(show(version), pack.version);
}

/** The ids that a list of a file uses, and the ids that it may use. */
interface IdList {
  /** The list in the file, as `targets`, and the field of its entries that holds the id, as `item`. */
  list: string;
  field: string;
  ids: readonly string[];
  knownIds: ReadonlySet<string>;
  /** What the ids identify, for the sentence. */
  noun: messages.Noun;
}

/** Problems of the ids in one list: each has to exist and may occur once. */
export function listProblems({ list, field, ids, knownIds, noun }: IdList): FieldProblem[] {
  return ids.flatMap((id, index) => {
    const path = [list, index, field];
    if (!knownIds.has(id)) {
      const message = messages.unknownId(noun, show(id));
      return [{ path, message }];
    }
    return ids.indexOf(id) < index ? [{ path, message: messages.listedTwice(id) }] : [];
  });
}

/** Problems of revisions: an entry of a list has the revision of its question, or an older one if `readsOlder`. */
export function revisionProblems(
  list: string,
  entries: readonly { item: string; rev: number }[],
  pack: PackOutline,
  readsOlder: boolean,
): FieldProblem[] {
  const revisions = new Map<string, number>(pack.items.map(({ id, rev }) => [id, rev]));
  return entries.flatMap(({ item, rev }, index) => {
    const current = revisions.get(item);
    if (current === undefined || rev === current || (readsOlder && rev < current)) return [];
    const message = messages.otherRevision(rev, item, current);
    return [{ path: [list, index, 'rev'], message }];
  });
}

/**
 * Problems of ids and revisions: every id has to exist in the pack and may occur once.
 * @param formerIds ids of questions from older versions. If given, lower revisions are accepted, too.
 */
export function idProblems(answers: Answers, pack: PackOutline, formerIds?: readonly string[]): FieldProblem[] {
  const practiceIds = pack.items.filter(({ kind }) => kind === 'practice').map(({ id }) => id);
  const itemIds = new Set([...pack.items.map(({ id }) => id), ...(formerIds ?? [])]);
  const practices = { knownIds: new Set([...practiceIds, ...(formerIds ?? [])]), noun: 'practice' as const };
  const signals = { knownIds: new Set(pack.signals.map(({ id }) => id)), noun: 'signal' as const };
  const { targets, decisions, overrides } = answers;
  return [
    ...listProblems({
      list: 'answers',
      field: 'item',
      ids: answers.answers.map(({ item }) => item),
      knownIds: itemIds,
      noun: 'question',
    }),
    ...revisionProblems('answers', answers.answers, pack, formerIds !== undefined),
    ...listProblems({ list: 'targets', field: 'item', ids: targets.map(({ item }) => item), ...practices }),
    ...listProblems({
      list: 'decisions',
      field: 'practice',
      ids: decisions.map(({ practice }) => practice),
      ...practices,
    }),
    ...listProblems({ list: 'overrides', field: 'signal', ids: overrides.map(({ signal }) => signal), ...signals }),
  ];
}

/**
 * Why a whole value cannot be a file of a format in version 1: not an object, a later version, or nested too deeply.
 * @param name the name of the format, as in `trivium-answers`
 */
export function formProblem(data: unknown, name: string): string | undefined {
  if (!isObject(data)) return messages.otherFormat(show(data), name);
  const { format, version } = data;
  if (format === 'trivium-proposals' && format !== name) return messages.isProposals;
  if (format === name && typeof version === 'number' && version > 1)
    return messages.otherFileVersion(version, choices([1]));
  return isNestedDeeper(data) ? messages.tooDeep(deepestNesting) : undefined;
}

/** What a schema found wrong with the fields of a value, in sentences. */
export const fieldProblems = (issues: readonly SchemaIssue[], data: unknown): FieldProblem[] =>
  issues.map((issue) => ({ path: issue.path, message: describeIssue(issue, data) }));

/** Problems with the fields of a value that should be an answers file; empty if it is valid. */
export const shapeProblems = (data: unknown): FieldProblem[] =>
  fieldProblems(readValue(answersSchema, data).issues, data);

/**
 * Reads a value, for example parsed JSON, as an answers file for any pack. Unknown extra fields are kept.
 * Bad input gives every problem as a sentence that starts with its place.
 */
export function parseShape(data: unknown): Result<Answers> {
  const problem = formProblem(data, 'trivium-answers');
  if (problem !== undefined) return failure(problem);
  const { value, issues } = readValue(answersSchema, data);
  return issues.length === 0 ? success(value) : failure(...fieldProblems(issues, data).map(sentenceOf));
}

const majorOf = (version: string): string | undefined => version.split('.')[0];

/** The problem if a file belongs to another pack, or to another major version of this one. */
export const majorProblem = (file: Parameters<typeof packProblem>[0], pack: PackOutline): string | undefined =>
  packProblem(file, pack, (version) => majorOf(version) === majorOf(pack.version));

/**
 * Reads a value as answers to exactly this pack: same questions, same revisions. `openAnswers` also reads older ones.
 * Bad input gives every problem as a sentence that starts with its place.
 */
export function parseAnswers(data: unknown, pack: PackOutline): Result<Answers> {
  const parsed = parseShape(data);
  if (!parsed.ok) return parsed;
  const otherPack = majorProblem(parsed.value, pack);
  const problems = otherPack === undefined ? idProblems(parsed.value, pack).map(sentenceOf) : [otherPack];
  return problems.length > 0 ? failure(...problems) : parsed;
}
