import { show } from '../model/problem.ts';

/** Takes a problem; `id` is what a dead reference names, `line` where the text of a file has it. */
export type ReportProblem = (
  owner: string,
  place: readonly PropertyKey[],
  message: string,
  id?: string,
  line?: number,
) => void;

/** The known id nearest to a mistyped one, if any is near. */
function nearestId(id: string, known: Iterable<string>): string | undefined {
  const pairs = (text: string) => new Set([...text].slice(1).map((letter, index) => text[index] + letter));
  const ours = pairs(id);
  let best: string | undefined;
  let bestShare = 0.5;
  for (const candidate of known) {
    const theirs = pairs(candidate);
    const shared = [...ours].filter((pair) => theirs.has(pair)).length;
    const share = (2 * shared) / (ours.size + theirs.size);
    if (share > bestShare) [best, bestShare] = [candidate, share];
  }
  return best;
}

/** Reports an id, or each of a list of ids, that leads nowhere. */
export function checkIds(
  report: ReportProblem,
  owner: string,
  place: readonly PropertyKey[],
  ids: string | readonly string[],
  known: ReadonlyMap<string, unknown>,
  noun: string,
) {
  const list = typeof ids === 'string' ? [ids] : ids;
  list.forEach((id, index) => {
    if (known.has(id)) return;
    const near = nearestId(id, known.keys());
    report(
      owner,
      typeof ids === 'string' ? place : [...place, index],
      `There is no ${noun} ${show(id)}.${near ? ` Did you mean "${near}"?` : ''} Correct the id or add it.`,
      id,
    );
  });
}
