import * as messages from '#messages/answers.ts';
import { notPossible } from '#messages/problem.ts';
import type { Schema } from '../model/file-schema.ts';
import { isObject } from '../model/is-object.ts';
import type { PackOutline } from '../model/pack.ts';
import { choices, describeIssue, formatPath, type SchemaIssue, show } from '../model/problem.ts';
import { readValue } from '../model/read-value.ts';
import { failure, type Result, success } from '../model/result.ts';
import { deepestNesting, isNestedDeeper } from './parsed-json.ts';

// What answers files and proposals files have in common.

/** A file that belongs to a version of a pack. */
interface FileOfPack {
  pack: { id: string; version: string };
}

/** A problem with one field of a file. */
export interface FieldProblem {
  path: readonly PropertyKey[];
  /** What was found, what is possible and what to do. */
  message: string;
}

/** A problem as a sentence that starts with the path of its field. */
export const labelProblem = ({ path, message }: FieldProblem): string =>
  path.length === 0 ? message : `${formatPath(path)}: ${message}`;

/** A problem if a file belongs to another pack, or to a version of this pack that cannot be read. */
export function packProblem(
  file: FileOfPack,
  pack: PackOutline,
  canRead: (version: string) => boolean,
): string | undefined {
  const { id, version } = file.pack;
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

/** A value with its version as a number, where a program has written it as a text. */
const withVersion = (data: unknown): unknown =>
  isObject(data) && typeof data['version'] === 'string' && Number(data['version'])
    ? { ...data, version: Number(data['version']) }
    : data;

/**
 * Why a whole value cannot be a file of a format in version 1: not an object, a later version, or nested too deeply.
 * @param name the name of the format, as in `trivium-answers`
 */
function formProblem(data: unknown, name: string): string | undefined {
  if (!isObject(data)) return messages.otherFormat(show(data), name);
  const { format, version } = data;
  if (format === 'trivium-proposals' && format !== name) return messages.isProposals;
  const otherFormat = messages.isOtherFormat(format);
  if (otherFormat !== undefined) return otherFormat;
  if (format !== name && !(data['pack'] ?? data['answers'] ?? data['items']))
    return format === undefined ? messages.foreignJson(name) : `format: ${notPossible(show(format), name)}`;
  if (format === name && typeof version === 'number' && version > 1)
    return messages.otherFileVersion(version, choices([1]));
  return isNestedDeeper(data) ? messages.tooDeep(deepestNesting) : undefined;
}

/** What a schema found wrong with the fields of a value, in sentences. */
const fieldProblems = (issues: readonly SchemaIssue[], data: unknown): FieldProblem[] =>
  issues.map((issue) => ({ path: issue.path, message: describeIssue(issue, data) }));

const majorOf = (version: string): string | undefined => version.split('.')[0];

/** The problem if a file belongs to another pack, or to another major version of this one. */
const majorProblem = (file: FileOfPack, pack: PackOutline): string | undefined =>
  packProblem(file, pack, (version) => majorOf(version) === majorOf(pack.version));

/** Reads files of one format. */
export interface FileFormat<File> {
  /** Problems with the fields of a value that should be such a file; empty if it is valid. */
  shapeProblems(data: unknown): FieldProblem[];
  /**
   * Reads a value, for example parsed JSON, as a file for any pack. Unknown extra fields are kept. Bad input gives every
   * problem as a sentence that starts with its place.
   */
  parseShape(data: unknown): Result<File>;
  /** Reads a value as a file for exactly this pack: same questions, same revisions. Bad input gives every problem. */
  parse(data: unknown, pack: PackOutline): Result<File>;
}

/**
 * Creates the reader of a format in version 1.
 * @param name the name of the format, as in `trivium-answers`
 * @param idProblems finds ids and revisions that a pack does not have
 */
export function fileFormat<File extends FileOfPack>(
  name: string,
  schema: Schema<File>,
  idProblems: (file: File, pack: PackOutline) => FieldProblem[],
): FileFormat<File> {
  const parseShape = (written: unknown): Result<File> => {
    const data = withVersion(written);
    const problem = formProblem(data, name);
    if (problem !== undefined) return failure(problem);
    const { value, issues } = readValue(schema, data);
    return issues.length === 0 ? success(value) : failure(...fieldProblems(issues, data).map(labelProblem));
  };
  return {
    shapeProblems: (written) => {
      const data = withVersion(written);
      return fieldProblems(readValue(schema, data).issues, data);
    },
    parseShape,
    parse(data, pack) {
      const parsed = parseShape(data);
      if (!parsed.ok) return parsed;
      const otherPack = majorProblem(parsed.value, pack);
      const problems = otherPack === undefined ? idProblems(parsed.value, pack).map(labelProblem) : [otherPack];
      return problems.length > 0 ? failure(...problems) : parsed;
    },
  };
}
