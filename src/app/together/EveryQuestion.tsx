import type { Merge, MergedItem } from '../../core/assessment/respondents.ts';
import { placeText, titleIn } from '../shared/marks.tsx';
import type { GroupPack, Site } from '../shared/view-data.ts';
import { choicesText, DotStrip } from './DotStrip.tsx';

interface Props {
  site: Site;
  pack: GroupPack;
  merge: Merge;
  actions: { talkAbout(item: string): void };
}

function Row({ props, item }: { props: Props; item: MergedItem }) {
  const { site, pack, actions } = props;
  const { t } = site;
  const { value, min, max, n, counts, disagreement, conflict } = item;
  const range =
    min === null || max === null
      ? '–'
      : min === max
        ? placeText(site, min)
        : t('side.range', { low: min + 1, high: max + 1 });
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" onClick={() => actions.talkAbout(item.item)}>
          {titleIn(pack, item.item)}
        </button>
        {conflict ? <span class="tag">{t('together.conflict-tag')}</span> : null}
      </th>
      <td>
        <DotStrip site={site} item={item} />
        <span class="visually-hidden">{choicesText(site, item)}</span>
      </td>
      <td>{value === null ? '–' : placeText(site, value)}</td>
      <td>{range}</td>
      <td class="number">{n}</td>
      <td class="number">{counts.dk}</td>
      <td class="number">{counts.na}</td>
      <td class="number">{disagreement === null ? '–' : disagreement.toFixed(1)}</td>
    </tr>
  );
}

/** Every question with a dot for each person, its middle and its spread. */
export function EveryQuestion(props: Props) {
  const { site, pack, merge } = props;
  const { t } = site;
  const columns = ['question', 'answers', 'median', 'range-of', 'known', 'dk', 'na', 'apart'];
  return (
    <section aria-labelledby="every">
      <h2 id="every">{t('together.every')}</h2>
      <p class="muted caption">{t('together.every-lead')}</p>
      <div class="scroll" role="region" tabIndex={0} aria-label={t('side.table', { name: t('together.every') })}>
        <table class="every">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {t(`side.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {[...pack.variables, { id: null, name: t('side.symptoms') }].map(({ id, name }) => (
            <tbody key={name}>
              <tr>
                <th scope="rowgroup" colSpan={columns.length} class="group">
                  {name}
                </th>
              </tr>
              {merge.items
                .filter(({ variable }) => variable === id)
                .map((item) => (
                  <Row key={item.item} props={props} item={item} />
                ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
