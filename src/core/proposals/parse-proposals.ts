import { parseJson } from '../answers/json.ts';
import { formProblem, listProblems, majorProblem, revisionProblems, sentenceOf } from '../answers/parse-answers.ts';
import type { PackOutline } from '../model/pack.ts';
import { describeIssue } from '../model/problem.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { Proposals } from './proposals.ts';
import { proposalsSchema } from './proposals-schema.ts';

/** Problems of ids and revisions: every question has to exist, have this revision, and occur once. */
function itemProblems({ items }: Proposals, pack: PackOutline): string[] {
  const knownIds = new Set<string>(pack.items.map(({ id }) => id));
  const ids = items.map(({ item }) => item);
  return [
    ...listProblems({ list: 'items', field: 'item', ids, knownIds, noun: 'question' }),
    ...revisionProblems('items', items, pack, false),
  ].map(sentenceOf);
}

/** Whether a value says that it is a proposals file, right or wrong. */
export const saysProposals = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && Reflect.get(data, 'format') === 'trivium-proposals';

/**
 * Reads a value, for example parsed JSON, as proposals for this pack. Unknown extra fields are kept. Bad input gives
 * every problem as a sentence that starts with its place.
 */
export function parseProposals(data: unknown, pack: PackOutline): Result<Proposals> {
  const problem = formProblem(data, 'trivium-proposals');
  if (problem !== undefined) return failure(problem);
  const parsed = proposalsSchema.safeParse(data);
  if (!parsed.success)
    return failure(
      ...parsed.error.issues.map((issue) => sentenceOf({ path: issue.path, message: describeIssue(issue, data) })),
    );
  const otherPack = majorProblem(parsed.data, pack);
  const problems = otherPack === undefined ? itemProblems(parsed.data, pack) : [otherPack];
  return problems.length > 0 ? failure(...problems) : success(parsed.data);
}

/** Reads a text as proposals for this pack, within the limits of every file. Bad input gives every problem. */
export function readProposals(text: string, pack: PackOutline): Result<Proposals> {
  const json = parseJson(text);
  return json.ok ? parseProposals(json.value, pack) : json;
}
