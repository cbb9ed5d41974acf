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

/** What a file holds against what is kept, and what to do with it. */
export function ImportView({ site, data, file, kept, into, comparison, actions }: ImportProps) {
  const { t, language } = site;
  const { same, added, missing, different } = comparison;
  const system = into?.system || t('start.unnamed');
  const date = file.date ? formatDate(file.date, language) : t('keep.import-undated');
  const count = same.length + added.length + different.length;
  return (
    <section class="keeping" id="keeping">
      <h2 tabIndex={-1}>{t('keep.import-title', { system: file.system || t('start.unnamed') })}</h2>
      <p>{t('keep.import-from', { date, count })}</p>
      {kept.length > 1 ? (
        <label class="field">
          {t('keep.into')}
          <select onChange={(event) => actions.choose(event.currentTarget.value)}>
            {kept.map(({ id, system: name }) => (
              <option key={id} value={id} selected={id === into?.id}>
                {name || t('start.unnamed')}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {into ? (
        <div class="comparison">
          <p>{t('keep.same', { count: same.length })}</p>
          {added.length > 0 ? <p>{t('keep.added', { count: added.length })}</p> : null}
          <Titles ids={added} data={data} />
          {missing.length > 0 ? <p>{t('keep.missing', { count: missing.length })}</p> : null}
          <Titles ids={missing} data={data} />
          {different.length > 0 ? <p>{t('keep.different', { count: different.length })}</p> : null}
          <dl>
            {data.items.map((item) => {
              const pair = different.find((each) => each.item === item.id);
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
      ) : null}
      <div class="steps">
        <button type="button" class="primary" onClick={actions.add}>
          {t('keep.new')}
        </button>
        {into ? (
          <>
            <p>
              <button type="button" class="secondary" onClick={actions.merge}>
                {t('keep.merge', { system })}
              </button>{' '}
              <span class="muted">{t('keep.merge-means')}</span>
            </p>
            <p>
              <button type="button" class="secondary" onClick={actions.replace}>
                {t('keep.replace', { system })}
              </button>{' '}
              <span class="muted">{t('keep.replace-means')}</span>
            </p>
          </>
        ) : null}
        <button type="button" class="link" onClick={actions.close}>
          {t('keep.close')}
        </button>
      </div>
    </section>
  );
}
