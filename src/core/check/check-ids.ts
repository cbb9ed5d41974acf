import * as messages from '#messages/check-ids.ts';
import { letterPairs, pairSimilarity } from '../model/letter-pairs.ts';
import { show } from '../model/problem.ts';

/**
 * Reports a problem of `owner`, for example `questions fallback-models`, at a place in its file.
 * @param id the id that leads nowhere, if that is the problem
 * @param line the line of the file, for problems in the text of an entry
 */
export type ReportProblem = (
  owner: string,
  place: readonly PropertyKey[],
  message: string,
  id?: string,
  line?: number,
) => void;

/** Similarity that a suggestion has to exceed. */
const leastSimilarity = 0.5;

/** The existing id that is most similar to a mistyped one, if any is similar. */
export function nearestId(id: string, existingIds: Iterable<string>): string | undefined {
  const pairs = [...new Set(letterPairs(id))];
  let [nearest, highest]: [string | undefined, number] = [undefined, leastSimilarity];
  for (const candidate of existingIds) {
    const similarity = pairSimilarity(pairs, new Set(letterPairs(candidate)));
    if (similarity > highest) [nearest, highest] = [candidate, similarity];
  }
  return nearest;
}

/** Reports an id, or each id of a list, that does not exist, with the nearest existing id. */
export function checkIds(
  report: ReportProblem,
  owner: string,
  place: readonly PropertyKey[],
  ids: string | readonly string[],
  existing: Pick<ReadonlySet<string>, 'has' | 'keys'>,
  noun: messages.Noun,
) {
  const list = typeof ids === 'string' ? [ids] : ids;
  list.forEach((id, index) => {
    if (existing.has(id)) return;
    const nearest = nearestId(id, existing.keys());
    report(owner, typeof ids === 'string' ? place : [...place, index], messages.unknownId(noun, show(id), nearest), id);
  });
}
