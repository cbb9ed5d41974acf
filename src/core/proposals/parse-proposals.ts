import { parseJson } from '../answers/json.ts';
import { stepsFrom } from '../answers/migrate.ts';
import {
  type FieldProblem,
  fieldProblems,
  formProblem,
  listProblems,
  majorProblem,
  revisionProblems,
  sentenceOf,
} from '../answers/parse-answers.ts';
import type { PackOutline } from '../model/pack.ts';
import { readValue } from '../model/read-value.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { Proposals } from './proposals.ts';
import { proposalsSchema } from './proposals-schema.ts';

/**
 * Problems of ids and revisions: every question has to exist, have this revision, and occur once.
 * @param formerIds ids of questions from older versions. If given, lower revisions are accepted, too.
 */
function itemProblems({ items }: Proposals, pack: PackOutline, formerIds?: readonly string[]): FieldProblem[] {
  const knownIds = new Set<string>([...pack.items.map(({ id }) => id), ...(formerIds ?? [])]);
  const ids = items.map(({ item }) => item);
  return [
    ...listProblems({ list: 'items', field: 'item', ids, knownIds, noun: 'question' }),
    ...revisionProblems('items', items, pack, formerIds !== undefined),
  ];
}

/** Unknown ids and revisions, which prevent proposals for this version of the pack or an older one from being read. */
export const idProblemsBefore = (proposals: Proposals, pack: PackOutline): FieldProblem[] =>
  itemProblems(
    proposals,
    pack,
    stepsFrom(proposals.pack.version, pack).flatMap(({ items }) => items.flatMap(({ from }) => from)),
  );

/** Whether a value says that it is a proposals file, right or wrong. */
export const saysProposals = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && Reflect.get(data, 'format') === 'trivium-proposals';

/** Problems with the fields of a value that should be a proposals file; empty if it is valid. */
export const shapeProblems = (data: unknown): FieldProblem[] =>
  fieldProblems(readValue(proposalsSchema, data).issues, data);

/** Reads a value as proposals for any pack. Bad input gives every problem as a sentence that starts with its place. */
export function parseShape(data: unknown): Result<Proposals> {
  const problem = formProblem(data, 'trivium-proposals');
  if (problem !== undefined) return failure(problem);
  const { value, issues } = readValue(proposalsSchema, data);
  return issues.length === 0 ? success(value) : failure(...fieldProblems(issues, data).map(sentenceOf));
}

/**
 * Reads a value, for example parsed JSON, as proposals for exactly this pack. Unknown extra fields are kept. Bad input
 * gives every problem as a sentence that starts with its place. `recoverProposals` also reads older and damaged ones.
 */
export function parseProposals(data: unknown, pack: PackOutline): Result<Proposals> {
  const parsed = parseShape(data);
  if (!parsed.ok) return parsed;
  const otherPack = majorProblem(parsed.value, pack);
  const problems = otherPack === undefined ? itemProblems(parsed.value, pack).map(sentenceOf) : [otherPack];
  return problems.length > 0 ? failure(...problems) : parsed;
}

/** Reads a text as proposals for this pack, within the limits of every file. Bad input gives every problem. */
export function readProposals(text: string, pack: PackOutline): Result<Proposals> {
  const json = parseJson(text);
  return json.ok ? parseProposals(json.value, pack) : json;
}
