import type { Answers } from '../../../core/answers/answers.ts';
import type { DraftComparison } from '../../../core/answers/compare-drafts.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import { inWords } from '../question/Conflict.tsx';

export interface SnapshotsProps {
  site: Site;
  system: string;
  states: readonly { key: string; date: string; count: number }[];
  actions: { restore(key: string): void; close(): void };
}

/** Earlier states of one assessment, to choose one from. */
export function SnapshotsView({ site, system, states, actions }: SnapshotsProps) {
  const { t } = site;
  return (
    <section class="keeping" id="keeping">
      <h2 tabIndex={-1}>{t('keep.earlier-title', { system: system || t('start.unnamed') })}</h2>
      <p class="muted">{t(states.length > 0 ? 'keep.earlier-lead' : 'keep.earlier-none')}</p>
      <ul>
        {states.map(({ key, date, count }) => (
          <li key={key}>
            {date}, {t('keep.earlier-answers', { count })}{' '}
            <button type="button" class="link" onClick={() => actions.restore(key)}>
              {t('keep.earlier-restore')}
              <span class="visually-hidden"> {date}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="link" onClick={actions.close}>
        {t('keep.close')}
      </button>
    </section>
  );
}

/** Why a file was not opened. */
export function ImportProblem({ site, problem, close }: { site: Site; problem: string; close(): void }) {
  return (
    <section class="keeping notice" id="keeping">
      <h2 tabIndex={-1}>{site.t('keep.refused-title')}</h2>
      <p>{problem}</p>
      <button type="button" class="link" onClick={close}>
        {site.t('keep.close')}
      </button>
    </section>
  );
}

export interface ImportProps {
  site: Site;
  /** The full assessment: every question that a file may answer. */
  data: QuestionnaireData;
  file: Answers;
  /** The assessments that it can be compared with, and the one that it is compared with; none where none is kept. */
  kept: readonly { id: string; system: string }[];
  into: { id: string; system: string } | undefined;
  comparison: DraftComparison;
  actions: { choose(id: string): void; add(): void; merge(): void; replace(): void; close(): void };
}

function Titles({ ids, data }: { ids: readonly string[]; data: QuestionnaireData }) {
  return (
    <ul>
      {data.items
        .filter(({ id }) => ids.includes(id))
        .map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
    </ul>
  );
}

/** Which assessment the file is held against, where there are several. */
function TargetChoice({ site, kept, into, actions }: ImportProps) {
  const { t } = site;
  if (kept.length < 2) return null;
  return (
    <label class="field">
      {t('keep.into')}
      <select onChange={(event) => actions.choose(event.currentTarget.value)}>
        {kept.map(({ id, system }) => (
          <option key={id} value={id} selected={id === into?.id}>
            {system || t('start.unnamed')}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The answers of the file next to those of the assessment. */
function AnswersComparison({ site, data, comparison }: ImportProps) {
  const { t } = site;
  const { same, added, missing, different } = comparison;
  const pairs = new Map(different.map((pair) => [pair.item, pair]));
  return (
    <div class="comparison">
      <p>{t('keep.same', { count: same.length })}</p>
      {added.length > 0 ? <p>{t('keep.added', { count: added.length })}</p> : null}
      <Titles ids={added} data={data} />
      {missing.length > 0 ? <p>{t('keep.missing', { count: missing.length })}</p> : null}
      <Titles ids={missing} data={data} />
      {different.length > 0 ? <p>{t('keep.different', { count: different.length })}</p> : null}
      <dl>
        {data.items.map((item) => {
          const pair = pairs.get(item.id);
          return pair ? (
            <div key={item.id}>
              <dt>{item.title}</dt>
              <dd>
                <span class="muted">{t('keep.here')}</span> {inWords(item, pair.ours, data, site)}
              </dd>
              <dd>
                <span class="muted">{t('keep.in-file')}</span> {inWords(item, pair.theirs, data, site)}
              </dd>
            </div>
          ) : null;
        })}
      </dl>
    </div>
  );
}

/** A button for one way to take the file in, with what it means. */
function ImportWay({ site, way, system, onClick }: { site: Site; way: string; system: string; onClick(): void }) {
  return (
    <p>
      <button type="button" class="secondary" onClick={onClick}>
        {site.t(`keep.${way}`, { system })}
      </button>{' '}
      <span class="muted">{site.t(`keep.${way}-means`)}</span>
    </p>
  );
}

/** What a file holds next to an assessment that is kept, and what to do with it. */
export function ImportView(props: ImportProps) {
  const { site, file, into, comparison, actions } = props;
  const { t, language } = site;
  const { same, added, different } = comparison;
  const system = into?.system || t('start.unnamed');
  const date = file.date ? formatDate(file.date, language) : t('keep.import-undated');
  const count = same.length + added.length + different.length;
  return (
    <section class="keeping" id="keeping">
      <h2 tabIndex={-1}>{t('keep.import-title', { system: file.system || t('start.unnamed') })}</h2>
      <p>{t('keep.import-from', { date, count })}</p>
      <TargetChoice {...props} />
      {into ? <AnswersComparison {...props} /> : null}
      <div class="steps">
        <button type="button" class="primary" onClick={actions.add}>
          {t('keep.new')}
        </button>
        {into ? (
          <>
            <ImportWay site={site} way="merge" system={system} onClick={actions.merge} />
            <ImportWay site={site} way="replace" system={system} onClick={actions.replace} />
          </>
        ) : null}
        <button type="button" class="link" onClick={actions.close}>
          {t('keep.close')}
        </button>
      </div>
    </section>
  );
}
