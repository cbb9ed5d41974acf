import { type FieldProblem, fileFormat, listProblems, revisionProblems } from '../answers/file-format.ts';
import { parseJson } from '../answers/json.ts';
import { migrationSteps } from '../answers/migrate.ts';
import type { PackOutline } from '../model/pack.ts';
import type { Result } from '../model/result.ts';
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
export const proposalIdProblems = (proposals: Proposals, pack: PackOutline): FieldProblem[] =>
  itemProblems(
    proposals,
    pack,
    migrationSteps(proposals.pack.version, pack).flatMap(({ items }) => items.flatMap(({ from }) => from)),
  );

/** Reads proposals files. `recoverProposals` also reads older and damaged ones. */
export const {
  shapeProblems,
  parseShape,
  parse: parseProposals,
} = fileFormat('trivium-proposals', proposalsSchema, itemProblems);

/** Reads a text as proposals for this pack, within the limits of every file. Bad input gives every problem. */
export function readProposals(text: string, pack: PackOutline): Result<Proposals> {
  const json = parseJson(text);
  return json.ok ? parseProposals(json.value, pack) : json;
}
