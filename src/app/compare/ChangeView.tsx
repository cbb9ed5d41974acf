import type { ComponentChild } from 'preact';
import { isSameSystem } from '../../core/answers/same-system.ts';
import type { Change, ComparedSide } from '../../core/assessment/compare.ts';
import { formatPoints } from '../../core/assessment/score.ts';
import type { VariableId } from '../../core/model/ids.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { tallyText } from '../../core/render/change-texts.ts';
import { nameOf } from '../../core/text/name-of.ts';
import { formatDate } from '../../i18n/dates.ts';
import { Disclosure } from '../shared/Disclosure.tsx';
import { VariableKey } from '../shared/variable-marks.tsx';
import { ItemTable, NotCompared, VariableTable } from './ChangeTables.tsx';
import { type ChangeProps, changeOverText, headline } from './change-text.ts';
import { Dumbbell } from './Dumbbell.tsx';
import { ItemDumbbells } from './ItemDumbbells.tsx';

/** Whether the two sides name different systems. Two sides without a name may well be one system. */
const namesDiffer = (before: ComparedSide, now: ComparedSide): boolean =>
  nameOf(before.system + now.system) !== '' && !isSameSystem(before.system, now.system);

/** A row for a V or the total: its scores before and now if it has both, and the change in words. */
function ChangeRow({
  site,
  name,
  change,
  id,
}: Pick<ChangeProps, 'site'> & { name: string; change: Change; id?: VariableId }) {
  const { before, now } = change;
  return (
    <li>
      <span class="name">{name}</span>
      {id === undefined || before === null || now === null ? null : (
        <Dumbbell
          variable={id}
          before={before}
          now={now}
          ticks={[0, 1]}
          format={formatPoints}
          alt={site.t('compare.from-to', { before: formatPoints(before), now: formatPoints(now) })}
        />
      )}
      <span class="difference">{changeOverText(site, change)}</span>
    </li>
  );
}

function Changes({ site, pack, comparison }: ChangeProps) {
  return (
    <figure>
      <ul class="sentences dumbbell-list">
        {comparison.variables.map((variable) => (
          <ChangeRow
            key={variable.id}
            site={site}
            name={packIndex(pack).variableName(variable.id)}
            change={variable}
            id={variable.id}
          />
        ))}
        <ChangeRow site={site} name={site.t('compare.total')} change={comparison.total} />
      </ul>
      <figcaption class="muted caption">
        {site.t('compare.variables-caption')} {site.t('compare.rule')}
      </figcaption>
    </figure>
  );
}

function Summary(props: ChangeProps) {
  const { site, comparison } = props;
  const { t, language } = site;
  const { before, now, total } = comparison;
  const day = (date: string | null) => (date === null ? t('side.undated') : formatDate(date, language));
  const name = (system: string) => nameOf(system) || t('side.unnamed');
  return (
    <section aria-labelledby="change">
      <p class="compared-systems">
        {t('compare.between', { system: name(now.system), before: day(before.date), now: day(now.date) })}
      </p>
      <h2 id="change" tabIndex={-1}>
        {headline(props)}
      </h2>
      {namesDiffer(before, now) ? (
        <p class="notice">{t('compare.other-system', { before: name(before.system), now: name(now.system) })}</p>
      ) : null}
      {total.known === 0 ? null : (
        <>
          <Changes {...props} />
          <Disclosure summary={t('compare.numbers')}>{() => <VariableTable {...props} />}</Disclosure>
        </>
      )}
    </section>
  );
}

function Practices(props: ChangeProps) {
  const { site, pack, comparison } = props;
  const { t } = site;
  const { practices } = comparison;
  const changes = tallyText(practices, t);
  if (comparison.total.known === 0) return <p>{t('compare.compared-if')}</p>;
  if (practices.length === 0) return <p>{t('compare.practices-none')}</p>;
  return (
    <section aria-labelledby="practices">
      <h2 id="practices">{t('compare.practices', { count: practices.length, changes })}</h2>
      <figure>
        <VariableKey pack={pack} />
        <p class="muted scale-ends">{t('compare.practices-scale')}</p>
        <ItemDumbbells site={site} pack={pack} changes={practices} />
        <figcaption class="muted caption">{t('compare.practices-caption')}</figcaption>
      </figure>
      <ItemTable site={site} pack={pack} changes={practices} name={t('compare.practices-words')} />
    </section>
  );
}

function Symptoms({ site, pack, comparison: { symptoms } }: ChangeProps) {
  const { t } = site;
  if (symptoms.length === 0) return null;
  return (
    <section aria-labelledby="symptoms">
      <h2 id="symptoms">{t('compare.symptoms', { count: symptoms.length, changes: tallyText(symptoms, t) })}</h2>
      <figure>
        <p class="muted scale-ends">{t('compare.symptoms-scale')}</p>
        <ItemDumbbells site={site} pack={pack} changes={symptoms} />
        <figcaption class="muted caption">{t('compare.symptoms-lead')}</figcaption>
      </figure>
      <ItemTable site={site} pack={pack} changes={symptoms} name={t('compare.symptoms-words')} />
    </section>
  );
}

/**
 * What changed between two assessments: a summary sentence, what became of promises, then a picture of each V, practice
 * and symptom.
 */
export function ChangeView({ promised, ...props }: ChangeProps & { promised: ComponentChild }) {
  return (
    <div class="change">
      <Summary {...props} />
      {promised}
      <Practices {...props} />
      <Symptoms {...props} />
      <NotCompared {...props} />
    </div>
  );
}
