import type { Pack } from '../model/pack.ts';
import { fillTemplate } from '../text/fill-template.ts';
import { joinNames } from '../text/format.ts';
import type { ChangeSince } from './compare.ts';
import { bestWord, type LowestVariables, type VariableScore } from './rating.ts';
import { formatPoints } from './score.ts';

type Scored = VariableScore & { point: number };

/** Which sentence of the pack fits. */
function templateOf(
  variables: readonly VariableScore[],
  scored: readonly Scored[],
  lowest: LowestVariables,
  best: string,
): string {
  if (scored.length === 0) return 'nothing-known';
  if (lowest.ids.length > 0) return `${lowest.ids.length === 1 ? 'one' : 'two'}-${lowest.firm ? 'firm' : 'leaning'}`;
  if (variables.some(({ point, coverage }) => point === null && coverage !== null)) return 'some-known';
  return scored.every(({ word, except }) => word === best && except.length === 0) ? 'all-strong' : 'none-lowest';
}

/** What has changed since an earlier assessment, or that there is none. */
function changeText(since: ChangeSince | null, pack: Pack, name: (id: string) => string): string {
  const clear = since?.variables.filter(({ change }) => change === 'higher' || change === 'lower') ?? [];
  const kind = !since ? 'first' : since.total.known === 0 ? 'unknown' : clear.length > 0 ? 'some' : 'none';
  const changes = clear.map(({ id, change }) => `${name(id)} ${change}`).join(', ');
  return fillTemplate(pack.verdicts[`change-${kind}`] ?? '', { changes });
}

/**
 * The verdict: one sentence of at most 25 words that names what looks lowest, or that nothing does,
 * and what has changed.
 * The words come from the pack's table of sentences.
 */
export function verdictOf(
  variables: readonly VariableScore[],
  lowest: LowestVariables,
  pack: Pack,
  since: ChangeSince | null = null,
): string {
  const name = (id: string) => pack.variables.find((variable) => variable.id === id)?.name ?? id;
  const scored = variables.filter((each): each is Scored => each.point !== null);
  const unknown = variables.filter(({ point, coverage }) => point === null && coverage !== null);
  const highest = scored.toSorted((a, b) => b.point - a.point)[0];
  const low = scored.filter(({ id }) => lowest.ids.includes(id));
  const template = templateOf(variables, scored, lowest, bestWord(pack.constants));
  return fillTemplate(pack.verdicts[template] ?? '', {
    lowest: joinNames(low.map(({ id }) => name(id))),
    n: joinNames(low.map(({ point }) => formatPoints(point))),
    word: `${low[0]?.leaning ? 'leaning ' : ''}${(low[0]?.word ?? '').replaceAll('-', ' ')}`,
    highest: highest ? name(highest.id) : '',
    m: highest ? formatPoints(highest.point) : '',
    profile: scored.map(({ id, point }) => `${name(id)} ${formatPoints(point)}`).join(', '),
    unknown: joinNames(unknown.map(({ id }) => name(id))),
    change: changeText(since, pack, name),
    needs: unknown.length === 1 ? 'needs' : 'need',
  });
}
