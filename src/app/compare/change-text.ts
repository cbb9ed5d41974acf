import type { Change, Comparison } from '../../core/assessment/compare.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { formatSigned } from '../../core/text/format.ts';
import type { GroupPack, Site } from '../shared/view-data.ts';

/** What every part of a comparison gets. */
export interface ChangeProps {
  site: Site;
  pack: GroupPack;
  comparison: Comparison;
}

/** A sum of levels with its sign, with a real minus: "+3", "−2", "0". */
export const signedLevels = (sum: number): string => formatSigned(sum, '−');

/** A change in words, and over how many practices it was found. */
export function changeSentence({ t }: Site, name: string, { change, known }: Change): string {
  return t('compare.sentence', {
    name,
    change: t(`compare.change-${change}`),
    over: t('compare.over', { count: known }),
  });
}

/** The Vs that changed clearly, in one sentence; the total if there are none. */
export function headline({ site, pack, comparison }: ChangeProps): string {
  const { t } = site;
  const clearChanges = comparison.variables.filter(({ change }) => change === 'higher' || change === 'lower');
  if (clearChanges.length === 0) return changeSentence(site, t('compare.total'), comparison.total);
  const changes = clearChanges
    .map(({ id, change }) => `${packIndex(pack).variableName(id)} ${t(`compare.change-${change}`)}`)
    .join(', ');
  return t('compare.headline', { changes });
}
