import type { VariableScore } from '../../core/assessment/rating.ts';
import { formatPoints } from '../../core/assessment/score.ts';
import { packIndex } from '../../core/model/pack-index.ts';
import { isolate } from '../../core/text/isolate.ts';
import { formatDate } from '../../i18n/dates.ts';
import { ImportsAndResult } from '../import/ImportsAndResult.tsx';
import { DownloadButtons } from '../shared/DownloadButtons.tsx';
import type { Site } from '../shared/view-data.ts';
import { Agenda } from './Agenda.tsx';
import { ResponseNotes } from './Discussion.tsx';
import { EveryQuestion } from './EveryQuestion.tsx';
import { type MergeProps, personLabel, type TogetherProps } from './together-props.ts';

function People(props: MergeProps) {
  const { site, merge } = props;
  const { t, language } = site;
  return (
    <section aria-labelledby="people">
      <h2 id="people" tabIndex={-1}>
        {t('together.people', { count: merge.respondents.length })}
      </h2>
      <ul class="people">
        {merge.respondents.map(({ answered, date }, index) => (
          <li key={`${index} ${date}`}>
            <strong dir="auto">{personLabel(props, index)}</strong>{' '}
            <span class="muted">
              {t('side.answered', { count: answered })}, {date ? formatDate(date, language) : t('side.undated')}
            </span>
          </li>
        ))}
      </ul>
      {merge.systems.length > 1 ? (
        <p class="notice">{t('together.systems', { systems: merge.systems.map(isolate).join(', ') })}</p>
      ) : null}
    </section>
  );
}

/** Notes to questions that are not on the agenda. */
function Notes(props: MergeProps) {
  const { site, pack, merge } = props;
  const otherItems = merge.items.filter(
    ({ item, dots }) => !merge.agenda.includes(item) && dots.some(({ note }) => note),
  );
  if (otherItems.length === 0) return null;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{site.t('together.notes')}</h2>
      {otherItems.map(({ item, dots }) => (
        <div key={item}>
          <h3>{packIndex(pack).title(item)}</h3>
          <ResponseNotes responses={dots} personLabel={(respondent) => personLabel(props, respondent)} />
        </div>
      ))}
    </section>
  );
}

function scoreText({ t }: Site, { point, low, high }: VariableScore): string {
  return point === null || low === null || high === null
    ? t('side.not-enough')
    : t('side.with-band', { score: formatPoints(point), low: formatPoints(low), high: formatPoints(high) });
}

function SaveResult({ site: { t }, saveResult }: MergeProps) {
  if (!saveResult) return null;
  if (saveResult === 'elsewhere') return <p class="notice">{t('together.elsewhere')}</p>;
  return 'report' in saveResult ? (
    <p>
      {t('together.saved')} <a href={saveResult.report}>{t('together.open-report')}</a>
    </p>
  ) : (
    <p class="notice">{t('together.not-saved', { problem: saveResult.problem })}</p>
  );
}

function Save(props: MergeProps) {
  const { site, pack, merge, decisions, actions } = props;
  const { t } = site;
  const { variableName } = packIndex(pack);
  return (
    <section aria-labelledby="save">
      <h2 id="save">{t('together.save-title')}</h2>
      <p>
        {merge.variables
          .map((score) => t('together.profile', { name: variableName(score.id), score: scoreText(site, score) }))
          .join(' ')}
      </p>
      <p>{t('together.save-lead', { count: decisions.length })}</p>
      <div class="steps">
        <button type="button" class="primary" onClick={actions.save}>
          {t('together.save')}
        </button>
        <DownloadButtons t={t} download={actions.download} />
      </div>
      <div role="status">
        <SaveResult {...props} />
      </div>
    </section>
  );
}

function DraftButtons({ site, drafts, actions }: TogetherProps) {
  if (!actions || drafts.length === 0) return null;
  return (
    <div class="add-kept">
      <span class="muted">{site.t('together.add-kept')}</span>
      {drafts.map(({ id, label }) => (
        <button type="button" class="link" key={id} onClick={() => actions.addDraft(id)}>
          <bdi>{label}</bdi>
        </button>
      ))}
    </div>
  );
}

function Result(props: MergeProps) {
  return (
    <>
      {props.lostDecisions}
      <People {...props} />
      <Agenda {...props} />
      <EveryQuestion {...props} />
      <Notes {...props} />
      <Save {...props} />
    </>
  );
}

/** The answers of several people to one system side by side, and what the group decides. */
export function TogetherView(props: TogetherProps) {
  const { site, pack, importList, merge, actions } = props;
  const result =
    pack && merge && actions ? <Result {...props} pack={pack} merge={merge} actions={actions} /> : undefined;
  return (
    <div class="side-by-side">
      <ImportsAndResult importList={importList} result={result}>
        <DraftButtons {...props} />
        {actions && !merge ? <p>{site.t('together.too-few')}</p> : null}
      </ImportsAndResult>
    </div>
  );
}
