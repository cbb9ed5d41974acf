import type { Change, Comparison, ItemChange } from '../core/assessment/compare.ts';
import { formatDate } from '../i18n/dates.ts';
import { shelfGeometry, slopeGeometry } from '../viz/slopes.ts';
import type { GroupPack, Site } from './data.ts';
import { itemOf, Mark, MarkKey, nameOf, placeText, titleIn } from './marks.tsx';
import { points } from './report-parts.tsx';

interface Props {
  site: Site;
  pack: GroupPack;
  comparison: Comparison;
}

/** So many lines are drawn at most; the rest stands in the table only. */
const mostLines = 15;
export const signed = (sum: number): string => (sum > 0 ? `+${sum}` : sum < 0 ? `−${-sum}` : '0');

/** The clear changes in one sentence; where there is none, the total. */
function headline(site: Site, pack: GroupPack, { variables, total }: Comparison): string {
  const { t } = site;
  const clear = variables.filter(({ change }) => change === 'higher' || change === 'lower');
  if (clear.length === 0) return changeSentence(site, t('compare.total'), total);
  const changes = clear.map(({ id, change }) => `${nameOf(pack, id)} ${t(`compare.change-${change}`)}`).join(', ');
  return t('compare.headline', { changes });
}

/** A change in words: what, and over how many practices. */
export function changeSentence({ t }: Site, name: string, { change, known }: Change): string {
  return t('compare.sentence', {
    name,
    change: t(`compare.change-${change}`),
    over: t('compare.over', { count: known }),
  });
}

function VariableSlopes({ site, pack, comparison }: Props) {
  const { t } = site;
  const drawn = comparison.variables.flatMap(({ id, before, now, change }) =>
    before === null || now === null ? [] : [{ id, before, now, change }],
  );
  const { lines, height } = slopeGeometry(drawn, { height: 140, margin: 34, label: 18, left: 118, right: 214 });
  const alt = drawn
    .map(({ id, before, now }) =>
      t('compare.slope-alt', { name: nameOf(pack, id), before: points(before), now: points(now) }),
    )
    .join(' ');
  return (
    <svg class="slopes of-variables" viewBox={`0 0 360 ${height - 20}`} role="img" aria-label={alt}>
      <path class="side" d={`M118,22V${height - 22}M214,22V${height - 22}`} />
      <text class="step" x={118} y={12} text-anchor="middle">
        {t('compare.before')}
      </text>
      <text class="step" x={214} y={12} text-anchor="middle">
        {t('compare.now')}
      </text>
      {drawn.map(({ id, before, now, change }, at) => {
        const line = lines[at];
        return line ? (
          <g key={id}>
            <path class={`slope v-${id}`} d={`M${line.from.x},${line.from.y}L${line.to.x},${line.to.y}`} />
            <Mark variable={id} x={line.from.x} y={line.from.y} />
            <Mark variable={id} x={line.to.x} y={line.to.y} />
            <text x={106} y={line.from.labelY + 4} text-anchor="end">{`${nameOf(pack, id)} ${points(before)}`}</text>
            <text x={226} y={line.to.labelY + 4}>{`${points(now)}, ${t(`compare.change-${change}`)}`}</text>
          </g>
        ) : null;
      })}
    </svg>
  );
}

function VariableTable({ site, pack, comparison }: Props) {
  const { t } = site;
  const shown = (value: number | null) => (value === null ? '–' : points(value));
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={t('side.table', { name: t('compare.variables') })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('side.variable')}</th>
            <th scope="col">{t('compare.before')}</th>
            <th scope="col">{t('compare.now')}</th>
            <th scope="col">{t('compare.common')}</th>
            <th scope="col">{t('compare.sum')}</th>
            <th scope="col">{t('compare.beyond')}</th>
            <th scope="col">{t('compare.word')}</th>
          </tr>
        </thead>
        <tbody>
          {[...comparison.variables, { id: 'total', ...comparison.total }].map((each) => (
            <tr key={each.id}>
              <th scope="row">{each.id === 'total' ? t('compare.total') : nameOf(pack, each.id)}</th>
              <td>{each.id === 'total' ? '' : shown(each.before)}</td>
              <td>{each.id === 'total' ? '' : shown(each.now)}</td>
              <td>{each.known}</td>
              <td>{signed(each.sum)}</td>
              <td>{each.threshold.toFixed(1)}</td>
              <td>{t(`compare.change-${each.change}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PracticeSlopes({ site, pack, comparison }: Props) {
  const { t } = site;
  const drawn = comparison.practices.slice(0, mostLines);
  const { lines, shelves, height } = shelfGeometry(
    drawn.map(({ item, before, now }) => ({ id: item, before, now })),
    5,
    { row: 20, pad: 8, left: 84, right: 230 },
  );
  const alt = drawn
    .map(({ item, before, now }) =>
      t('compare.slope-alt', { name: titleIn(pack, item), before: placeText(site, before), now: placeText(site, now) }),
    )
    .join(' ');
  return (
    <svg class="slopes" viewBox={`0 0 560 ${height}`} role="img" aria-label={alt}>
      {shelves.map(({ level, top, bottom }) => (
        <g key={level}>
          {level % 2 === 0 ? <rect class="shelf" x={0} y={top} width={560} height={bottom - top} /> : null}
          <text class="step" x={4} y={(top + bottom) / 2 + 4}>
            {placeText(site, level)}
          </text>
        </g>
      ))}
      {lines.map(({ id, from, to }) => {
        const variable = itemOf(pack, id)?.variable ?? 'velocity';
        return (
          <g key={id}>
            <path class={`slope v-${variable}`} d={`M${from.x},${from.y}L${to.x},${to.y}`} />
            <Mark variable={variable} x={from.x} y={from.y} />
            <Mark variable={variable} x={to.x} y={to.y} />
            <text x={242} y={to.labelY + 4}>
              {titleIn(pack, id)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function ItemTable({
  site,
  pack,
  list,
  name,
}: {
  site: Site;
  pack: GroupPack;
  list: readonly ItemChange[];
  name: string;
}) {
  const { t } = site;
  const words = (item: string, level: number) =>
    `${placeText(site, level)}: ${itemOf(pack, item)?.anchors[level] ?? ''}`;
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
          {list.map(({ item, variable, before, now }) => (
            <tr key={item}>
              <th scope="row">{titleIn(pack, item)}</th>
              <td>{variable === null ? t('side.symptom') : nameOf(pack, variable)}</td>
              <td>{words(item, before)}</td>
              <td>{words(item, now)}</td>
              <td>{signed(now - before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NotCompared({ site, pack, comparison }: Props) {
  const { t } = site;
  const { questions, onlyBefore, onlyNow } = comparison;
  const titles = (ids: readonly string[]) => ids.map((id) => titleIn(pack, id)).join(' · ');
  const groups = [
    { key: 'only-before', ids: onlyBefore },
    { key: 'only-now', ids: onlyNow },
    { key: 'added', ids: questions.added },
    { key: 'removed', ids: questions.removed },
    { key: 'changed', ids: questions.changed },
  ].filter(({ ids }) => ids.length > 0);
  return groups.length === 0 ? null : (
    <section>
      <h2>{t('compare.not-compared')}</h2>
      {groups.map(({ key, ids }) => (
        <p key={key}>
          <strong>{t(`compare.${key}`, { count: ids.length })}</strong> {titles(ids)}
        </p>
      ))}
    </section>
  );
}

/** What changed between two assessments: sentences first, then the pictures with their tables. */
export function ChangeView(props: Props) {
  const { site, pack, comparison } = props;
  const { t, language } = site;
  const { total, variables, practices, symptoms, before, now } = comparison;
  const day = (date: string | null) => (date === null ? t('side.undated') : formatDate(date, language));
  return (
    <div class="change">
      <section aria-labelledby="change">
        <p class="place">
          {t('compare.between', {
            system: now.system || t('side.unnamed'),
            before: day(before.date),
            now: day(now.date),
          })}
        </p>
        <h2 id="change" tabIndex={-1}>
          {headline(site, pack, comparison)}
        </h2>
        <ul class="sentences">
          {variables.map((each) => (
            <li key={each.id}>{changeSentence(site, nameOf(pack, each.id), each)}</li>
          ))}
          <li>{changeSentence(site, t('compare.total'), total)}</li>
        </ul>
        <p class="quiet caption">{t('compare.rule')}</p>
        {before.system.trim() === now.system.trim() ? null : (
          <p class="notice">
            {t('compare.other-system', {
              before: before.system || t('side.unnamed'),
              now: now.system || t('side.unnamed'),
            })}
          </p>
        )}
      </section>
      {total.known === 0 ? null : (
        <section aria-labelledby="variables">
          <h2 id="variables">{t('compare.variables')}</h2>
          <figure>
            <div class="scroll" role="region" tabIndex={0} aria-label={t('compare.figure-variables')}>
              <VariableSlopes {...props} />
            </div>
            <figcaption class="quiet">{t('compare.variables-caption')}</figcaption>
          </figure>
          <VariableTable {...props} />
        </section>
      )}
      <section aria-labelledby="practices">
        <h2 id="practices">{t('compare.practices', { count: practices.length })}</h2>
        {practices.length === 0 ? null : (
          <>
            <figure>
              <MarkKey pack={pack} />
              <div class="scroll" role="region" tabIndex={0} aria-label={t('compare.figure-practices')}>
                <PracticeSlopes {...props} />
              </div>
              <figcaption class="quiet">
                {t('compare.practices-caption')}{' '}
                {practices.length > mostLines
                  ? t('compare.more', { shown: mostLines, rest: practices.length - mostLines })
                  : ''}
              </figcaption>
            </figure>
            <ItemTable
              site={site}
              pack={pack}
              list={practices}
              name={t('compare.practices', { count: practices.length })}
            />
          </>
        )}
      </section>
      {symptoms.length === 0 ? null : (
        <section>
          <h2>{t('compare.symptoms', { count: symptoms.length })}</h2>
          <p class="quiet">{t('compare.symptoms-lead')}</p>
          <ItemTable site={site} pack={pack} list={symptoms} name={t('compare.symptoms', { count: symptoms.length })} />
        </section>
      )}
      <NotCompared {...props} />
    </div>
  );
}
