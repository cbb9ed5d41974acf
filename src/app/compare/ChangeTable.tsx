import type { Change, Comparison, ItemChange } from '../../core/assessment/compare.ts';
import { formatDate } from '../../i18n/dates.ts';
import { points } from '../report/report-parts.tsx';
import { itemOf, MarkKey, nameOf, placeText, titleIn } from '../shared/marks.tsx';
import type { GroupPack, Site } from '../shared/view-data.ts';
import { type ChangeProps, mostLines, PracticeSlopes, VariableSlopes } from './Slopes.tsx';

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

function VariableTable({ site, pack, comparison }: ChangeProps) {
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

function NotCompared({ site, pack, comparison }: ChangeProps) {
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
export function ChangeView(props: ChangeProps) {
  const { site, pack, comparison } = props;
  const { t, language } = site;
  const { total, variables, practices, symptoms, before, now } = comparison;
  const day = (date: string | null) => (date === null ? t('side.undated') : formatDate(date, language));
  return (
    <div class="change">
      <section aria-labelledby="change">
        <p class="compared-systems">
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
        <p class="muted caption">{t('compare.rule')}</p>
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
            <figcaption class="muted">{t('compare.variables-caption')}</figcaption>
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
              <figcaption class="muted">
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
          <p class="muted">{t('compare.symptoms-lead')}</p>
          <ItemTable site={site} pack={pack} list={symptoms} name={t('compare.symptoms', { count: symptoms.length })} />
        </section>
      )}
      <NotCompared {...props} />
    </div>
  );
}
