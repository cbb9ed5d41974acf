import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { fillTemplate } from '../text/fill-template.ts';
import { joinNames } from '../text/format.ts';
import type { ChangeSince } from './compare.ts';
import { bestWord, type LowestVariables, type VariableScore } from './rating.ts';
import { formatPoints } from './score.ts';

type ScoredVariable = VariableScore & { point: number };

/** The key of the pack's sentence that fits the scores. */
function templateOf(
  variables: readonly VariableScore[],
  scored: readonly ScoredVariable[],
  lowest: LowestVariables,
  best: string,
): string {
  if (scored.length === 0) return 'nothing-known';
  if (lowest.ids.length > 0) return `${lowest.ids.length === 1 ? 'one' : 'two'}-${lowest.firm ? 'firm' : 'leaning'}`;
  if (variables.some(({ point, coverage }) => point === null && coverage !== null)) return 'some-known';
  return scored.every(({ word, except }) => word === best && except.length === 0) ? 'all-strong' : 'none-lowest';
}

/** What has changed since an earlier assessment, or a sentence that there is none. */
function changeText(since: ChangeSince | null, pack: Pack): string {
  const clearChanges = since?.variables.filter(({ change }) => change === 'higher' || change === 'lower') ?? [];
  const kind = !since ? 'first' : since.total.known === 0 ? 'unknown' : clearChanges.length > 0 ? 'some' : 'none';
  const changes = clearChanges.map(({ id, change }) => `${packIndex(pack).variableName(id)} ${change}`).join(', ');
  return fillTemplate(pack.verdicts[`change-${kind}`] ?? '', { changes });
}

/**
 * The verdict: at most 25 words that say which V looks lowest, or that none does, and what has changed.
 * The sentences come from the pack.
 */
export function verdictOf(
  variables: readonly VariableScore[],
  lowest: LowestVariables,
  pack: Pack,
  since: ChangeSince | null = null,
): string {
  const nameOf = (id: string) => packIndex(pack).variableName(id);
  const scored = variables.filter((variable): variable is ScoredVariable => variable.point !== null);
  const unknownVariables = variables.filter(({ point, coverage }) => point === null && coverage !== null);
  const highest = scored.toSorted((a, b) => b.point - a.point)[0];
  const lowestScored = scored.filter(({ id }) => lowest.ids.includes(id));
  const template = templateOf(variables, scored, lowest, bestWord(pack.constants));
  return fillTemplate(pack.verdicts[template] ?? '', {
    lowest: joinNames(lowestScored.map(({ id }) => nameOf(id))),
    n: joinNames(lowestScored.map(({ point }) => formatPoints(point))),
    word: `${lowestScored[0]?.leaning ? 'leaning ' : ''}${(lowestScored[0]?.word ?? '').replaceAll('-', ' ')}`,
    highest: highest ? nameOf(highest.id) : '',
    m: highest ? formatPoints(highest.point) : '',
    profile: scored.map(({ id, point }) => `${nameOf(id)} ${formatPoints(point)}`).join(', '),
    unknown: joinNames(unknownVariables.map(({ id }) => nameOf(id))),
    change: changeText(since, pack),
    needs: unknownVariables.length === 1 ? 'needs' : 'need',
  });
}
