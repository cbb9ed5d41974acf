import type { Change, ItemChange } from '../../core/assessment/compare.ts';
import { notComparedGroups } from '../../core/assessment/comparison-groups.ts';
import { formatPoints } from '../../core/assessment/score.ts';
import type { Pack } from '../../core/model/pack.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { changeText, levelsText } from '../../core/render/change-texts.ts';
import { formatFixed } from '../../core/text/numbers.ts';
import { Disclosure } from '../shared/Disclosure.tsx';
import { levelLabel } from '../shared/variable-marks.tsx';
import type { Site } from '../shared/view-data.ts';
import type { ChangeProps } from './change-text.ts';

/** A row of the table of the Vs. The total has no score. */
function VariableRow({
  site: { t },
  name,
  change,
  hasScores,
}: {
  site: Site;
  name: string;
  change: Change;
  hasScores: boolean;
}) {
  const score = (value: number | null) => (value === null ? '–' : formatPoints(value));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{hasScores ? score(change.before) : ''}</td>
      <td>{hasScores ? score(change.now) : ''}</td>
      <td>{change.known}</td>
      <td>{levelsText(change.sum, t)}</td>
      <td>{formatFixed(change.threshold, 1)}</td>
      <td>{t(`compare.change-${change.change}`)}</td>
    </tr>
  );
}

/** The numbers behind the picture of the three Vs. */
export function VariableTable({ site, pack, comparison }: ChangeProps) {
  const { t } = site;
  const columns = [
    'side.variable',
    'compare.before',
    'compare.now',
    'compare.common',
    'compare.sum',
    'compare.beyond',
    'compare.word',
  ];
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={t('side.table', { name: t('compare.variables') })}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparison.variables.map((variable) => (
            <VariableRow
              key={variable.id}
              site={site}
              name={packIndex(pack).variableName(variable.id)}
              change={variable}
              hasScores
            />
          ))}
          <VariableRow site={site} name={t('compare.total')} change={comparison.total} hasScores={false} />
        </tbody>
      </table>
    </div>
  );
}

interface ItemTableProps {
  site: Site;
  pack: Pack;
  changes: readonly ItemChange[];
  name: string;
}

function AnswersTable({ site, pack, changes, name }: ItemTableProps) {
  const { t } = site;
  const { title, anchor, variableName } = packIndex(pack);
  const answerText = (item: string, level: number) => `${levelLabel(site, level)}: ${anchor(item, level)}`;
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={t('side.table', { name })}>
      <table class="items">
        <thead>
          <tr>
            <th scope="col">{t('side.question')}</th>
            <th scope="col">{t('side.variable')}</th>
            <th scope="col">{t('compare.before')}</th>
            <th scope="col">{t('compare.now')}</th>
            <th scope="col">{t('compare.by')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.item}>
              <th scope="row">{title(change.item)}</th>
              <td>{change.variable === null ? t('side.symptom') : variableName(change.variable)}</td>
              <td>{answerText(change.item, change.before)}</td>
              <td>{answerText(change.item, change.now)}</td>
              <td>{changeText(change, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A folded table of the questions whose answer changed, with both answers in words. */
export const ItemTable = (props: ItemTableProps) => (
  <Disclosure summary={props.name}>{() => <AnswersTable {...props} />}</Disclosure>
);

/** Questions that are left out of the comparison, by reason. */
export function NotCompared({ site, pack, comparison }: ChangeProps) {
  const { t } = site;
  const { title } = packIndex(pack);
  const groups = notComparedGroups(comparison);
  if (groups.length === 0) return null;
  return (
    <section>
      <h2>{t('compare.not-compared')}</h2>
      {groups.map(({ reason, ids }) => (
        <p key={reason}>
          <strong>{t(`compare.${reason}`, { count: ids.length })}</strong> {ids.map(title).join(' · ')}
        </p>
      ))}
    </section>
  );
}
