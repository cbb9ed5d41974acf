import { levels } from '../../core/answers/levels.ts';
import type { ItemChange } from '../../core/assessment/compare.ts';
import type { Pack } from '../../core/model/pack.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { changeText, levelsBetter } from '../../core/render/change-texts.ts';
import { formatAnswerNumber } from '../../core/text/format.ts';
import { levelLabel } from '../shared/variable-marks.tsx';
import type { Site } from '../shared/view-data.ts';
import { Dumbbell } from './Dumbbell.tsx';

/** The levels of a symptom run the other way, so that trouble is on the left. */
const symptomLevels = levels.toReversed();

interface Props {
  site: Site;
  pack: Pack;
  changes: readonly ItemChange[];
}

/** Each changed question, with its answers before and now on the five-step scale and the change in words. */
export function ItemDumbbells({ site, pack, changes }: Props) {
  return (
    <ul class="dumbbell-list of-items">
      {changes.map((change) => {
        const { item, variable, before, now } = change;
        return (
          <li key={item} class={levelsBetter(change) < 0 ? 'is-worse' : undefined}>
            <span class="name">{packIndex(pack).title(item)}</span>
            <Dumbbell
              variable={variable ?? undefined}
              before={before}
              now={now}
              ticks={variable === null ? symptomLevels : levels}
              format={formatAnswerNumber}
              alt={site.t('compare.from-to', { before: levelLabel(site, before), now: levelLabel(site, now) })}
            />
            <span class="difference">{changeText(change, site.t)}</span>
          </li>
        );
      })}
    </ul>
  );
}
