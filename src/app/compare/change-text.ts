import type { Change, Comparison } from '../../core/assessment/compare.ts';
import { clearChanges } from '../../core/assessment/comparison-groups.ts';
import type { Pack } from '../../core/model/pack.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { symptomsSentence } from '../../core/render/change-texts.ts';
import type { Site } from '../shared/view-data.ts';

/** What every part of a comparison gets. */
export interface ChangeProps {
  site: Site;
  pack: Pack;
  comparison: Comparison;
}

/** A change in words, and over how many practices it was found. */
export const changeOverText = ({ t }: Site, { change, known }: Change): string =>
  t('compare.change-over', { change: t(`compare.change-${change}`), over: t('compare.over', { count: known }) });

/** A sentence about a change, starting with what changed. */
export const changeSentence = (site: Site, name: string, change: Change): string =>
  site.t('compare.sentence', { name, change: changeOverText(site, change) });

/** The Vs that changed clearly, in one sentence; the total if there are none, or that no practice is known in both. */
function practicesSentence({ site, pack, comparison }: ChangeProps): string {
  const { t } = site;
  if (comparison.total.known === 0) return t('compare.none-in-common');
  const clear = clearChanges(comparison.variables);
  if (clear.length === 0) return changeSentence(site, t('compare.total'), comparison.total);
  const changes = clear
    .map(({ id, change }) => `${packIndex(pack).variableName(id)} ${t(`compare.change-${change}`)}`)
    .join(', ');
  return t('compare.headline', { changes });
}

/** Clear changes in the practices, then what became of the symptoms. */
export function headline(props: ChangeProps): string {
  const { symptoms, symptomsKnown } = props.comparison;
  return [practicesSentence(props), symptomsSentence(symptoms, symptomsKnown, props.site.t)].filter(Boolean).join(' ');
}
