import type { MergedItem } from '../../core/assessment/respondents.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { formatAnswerNumber } from '../../core/text/format.ts';
import { formatFixed } from '../../core/text/numbers.ts';
import { levelLabel } from '../shared/variable-marks.tsx';
import type { Site } from '../shared/view-data.ts';
import { DotStrip, responsesText } from './DotStrip.tsx';
import type { MergeProps } from './together-props.ts';

/** Columns by the key of their name under `side.` */
const columns = ['question', 'answers', 'median', 'range-of', 'known', 'dk', 'na', 'apart'];
const numbers = new Set(['known', 'dk', 'na', 'apart']);

function rangeText(site: Site, { min, max }: MergedItem): string {
  if (min === null || max === null) return '–';
  return min === max
    ? levelLabel(site, min)
    : site.t('side.range', { low: formatAnswerNumber(min), high: formatAnswerNumber(max) });
}

function Row({ props, item }: { props: MergeProps; item: MergedItem }) {
  const { site, pack, actions } = props;
  const { value, n, counts, disagreement, conflict } = item;
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" onClick={() => actions.discuss(item.item)}>
          {packIndex(pack).title(item.item)}
        </button>
        {conflict ? <span class="tag">{site.t('together.conflict-tag')}</span> : null}
      </th>
      <td>
        <DotStrip site={site} item={item} />
        <span class="visually-hidden">{responsesText(site, item)}</span>
      </td>
      <td>{value === null ? '–' : levelLabel(site, value)}</td>
      <td>{rangeText(site, item)}</td>
      <td class="number">{n}</td>
      <td class="number">{counts.dk}</td>
      <td class="number">{counts.na}</td>
      <td class="number">{disagreement === null ? '–' : formatFixed(disagreement, 1)}</td>
    </tr>
  );
}

function Group({ props, name, items }: { props: MergeProps; name: string; items: readonly MergedItem[] }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns.length} class="group">
          {name}
        </th>
      </tr>
      {items.map((item) => (
        <Row key={item.item} props={props} item={item} />
      ))}
    </tbody>
  );
}

/** Every question with a dot for each person, its median and its spread. */
export function EveryQuestion(props: MergeProps) {
  const { site, pack, merge } = props;
  const { t } = site;
  const groups = [...pack.variables, { id: null, name: t('side.symptoms') }];
  return (
    <section aria-labelledby="every">
      <h2 id="every">{t('together.every')}</h2>
      <p class="muted caption">{t('together.every-lead')}</p>
      <div class="scroll" role="region" tabIndex={0} aria-label={t('side.table', { name: t('together.every') })}>
        <table class="every-question">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column} class={numbers.has(column) ? 'number' : undefined}>
                  {t(`side.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ id, name }) => (
            <Group key={name} props={props} name={name} items={merge.items.filter(({ variable }) => variable === id)} />
          ))}
        </table>
      </div>
    </section>
  );
}
