import { isSameSystem } from '../../core/answers/same-system.ts';
import type { ComparedSide } from '../../core/assessment/compare.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { formatDate } from '../../i18n/dates.ts';
import { VariableKey } from '../shared/variable-marks.tsx';
import { ItemTable, NotCompared, VariableTable } from './ChangeTables.tsx';
import { type ChangeProps, changeSentence, headline } from './change-text.ts';
import { maxPracticeSlopes, PracticeSlopes, VariableSlopes } from './Slopes.tsx';

/** Whether the two sides name different systems. Two sides without a name may well be one system. */
const namesDiffer = (before: ComparedSide, now: ComparedSide): boolean =>
  (before.system + now.system).trim() !== '' && !isSameSystem(before.system, now.system);

function Summary(props: ChangeProps) {
  const { site, pack, comparison } = props;
  const { t, language } = site;
  const { total, variables, before, now } = comparison;
  const day = (date: string | null) => (date === null ? t('side.undated') : formatDate(date, language));
  const name = (system: string) => system || t('side.unnamed');
  return (
    <section aria-labelledby="change">
      <p class="compared-systems">
        {t('compare.between', { system: name(now.system), before: day(before.date), now: day(now.date) })}
      </p>
      <h2 id="change" tabIndex={-1}>
        {headline(props)}
      </h2>
      <ul class="sentences">
        {variables.map((variable) => (
          <li key={variable.id}>{changeSentence(site, packIndex(pack).variableName(variable.id), variable)}</li>
        ))}
        <li>{changeSentence(site, t('compare.total'), total)}</li>
      </ul>
      <p class="muted caption">{t('compare.rule')}</p>
      {namesDiffer(before, now) ? (
        <p class="notice">{t('compare.other-system', { before: name(before.system), now: name(now.system) })}</p>
      ) : null}
    </section>
  );
}

function Variables(props: ChangeProps) {
  const { t } = props.site;
  if (props.comparison.total.known === 0) return null;
  return (
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
  );
}

function PracticeFigure(props: ChangeProps) {
  const { t } = props.site;
  const undrawnCount = props.comparison.practices.length - maxPracticeSlopes;
  return (
    <figure>
      <VariableKey pack={props.pack} />
      <div class="scroll" role="region" tabIndex={0} aria-label={t('compare.figure-practices')}>
        <PracticeSlopes {...props} />
      </div>
      <figcaption class="muted">
        {t('compare.practices-caption')}{' '}
        {undrawnCount > 0 ? t('compare.more', { shown: maxPracticeSlopes, rest: undrawnCount }) : ''}
      </figcaption>
    </figure>
  );
}

function Practices(props: ChangeProps) {
  const { site, pack, comparison } = props;
  const { practices } = comparison;
  const title = site.t('compare.practices', { count: practices.length });
  return (
    <section aria-labelledby="practices">
      <h2 id="practices">{title}</h2>
      {practices.length === 0 ? null : (
        <>
          <PracticeFigure {...props} />
          <ItemTable site={site} pack={pack} changes={practices} name={title} />
        </>
      )}
    </section>
  );
}

function Symptoms({ site, pack, comparison: { symptoms } }: ChangeProps) {
  if (symptoms.length === 0) return null;
  const title = site.t('compare.symptoms', { count: symptoms.length });
  return (
    <section>
      <h2>{title}</h2>
      <p class="muted">{site.t('compare.symptoms-lead')}</p>
      <ItemTable site={site} pack={pack} changes={symptoms} name={title} />
    </section>
  );
}

/** What changed between two assessments: sentences first, then pictures with their tables. */
export function ChangeView(props: ChangeProps) {
  return (
    <div class="change">
      <Summary {...props} />
      <Variables {...props} />
      <Practices {...props} />
      <Symptoms {...props} />
      <NotCompared {...props} />
    </div>
  );
}
