import type { Answers } from '../core/assessment/answers.ts';
import type { Depth } from '../core/model/vocabulary.ts';
import type { AskData, Site } from './data.ts';

/** One assessment that this browser keeps, as the list shows it. */
export interface KeptAssessment {
  id: string;
  system: string;
  done: number;
  total: number;
  depth: Depth;
  age: string;
}

export interface StartProps {
  site: Site;
  data: AskData;
  kept: readonly KeptAssessment[];
  /** The answers whose scope card is shown. */
  answers: Pick<Answers, 'system' | 'scope' | 'respondent' | 'context'>;
  /** The name of what was just deleted, while it can be undone. */
  deleted: string | undefined;
  /** Absent while the page is only read. */
  actions:
    | {
        edit(part: Partial<Answers>): void;
        start(depth: Depth): void;
        resume(id: string): void;
        report(id: string): void;
        download(id: string): void;
        remove(id: string): void;
        undo(): void;
        another(): void;
      }
    | undefined;
}

function Kept({ props }: { props: StartProps }) {
  const { site, kept, actions, deleted } = props;
  const { t } = site;
  if (!actions || (kept.length === 0 && deleted === undefined)) return null;
  return (
    <section class="kept">
      <h2>{t('start.resume')}</h2>
      {deleted === undefined ? null : (
        <p role="status">
          {t('start.deleted', { system: deleted || t('start.unnamed') })}{' '}
          <button type="button" class="link" onClick={() => actions.undo()}>
            {t('start.undo')}
          </button>
        </p>
      )}
      <ul>
        {kept.map(({ id, system, done, total, age }) => (
          <li key={id}>
            <strong>{system || t('start.unnamed')}</strong>
            <span class="quiet"> {t('start.resume-state', { done, total, age })}</span>
            <span class="acts">
              {(['resume', 'report', 'download', 'remove'] as const).map((act) => (
                <button type="button" class="link" key={act} onClick={() => actions[act](id)}>
                  {t(`start.${act === 'resume' ? 'continue' : act === 'remove' ? 'delete' : act}`)}
                  <span class="for-readers"> {system || t('start.unnamed')}</span>
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <button type="button" class="link" onClick={() => actions.another()}>
        {t('start.new')}
      </button>
    </section>
  );
}

function ScopeCard({ props }: { props: StartProps }) {
  const { site, answers, actions } = props;
  const { t } = site;
  const scope = answers.scope ?? {};
  const fields = [
    { key: 'system', value: answers.system, save: (text: string) => ({ system: text }) },
    { key: 'boundary', value: scope.boundary ?? '', save: (text: string) => ({ scope: { ...scope, boundary: text } }) },
    {
      key: 'last-change',
      value: scope.lastChange ?? '',
      save: (text: string) => ({ scope: { ...scope, lastChange: text } }),
    },
    {
      key: 'role',
      value: answers.respondent?.role ?? '',
      save: (text: string) => ({ respondent: { ...answers.respondent, role: text } }),
    },
  ];
  return (
    <section>
      <h2>{t('start.card-title')}</h2>
      <p class="quiet">{t('start.card-lead')}</p>
      {fields.map(({ key, value, save }) => (
        <label class="field" key={key}>
          {t(`start.${key}`)}
          {key === 'system' ? null : <span class="quiet">{t(`start.${key}-hint`)}</span>}
          <input
            type="text"
            maxLength={200}
            autocomplete="off"
            value={value}
            onInput={(event) => actions?.edit(save(event.currentTarget.value))}
          />
        </label>
      ))}
    </section>
  );
}

function ContextCard({ props }: { props: StartProps }) {
  const { site, data, answers, actions } = props;
  const { t } = site;
  return (
    <section class="context">
      <h2>{t('start.context-title')}</h2>
      <p class="quiet">{t('start.context-lead')}</p>
      {data.context.map(({ id, question, options }) => (
        <label class="field" key={id}>
          {question}
          <select
            onChange={(event) => {
              const { [id]: _, ...rest } = answers.context;
              const value = event.currentTarget.value;
              actions?.edit({ context: (value ? { ...rest, [id]: value } : rest) as Answers['context'] });
            }}
          >
            <option value="" selected={!answers.context[id]}>
              {t('start.context-open')}
            </option>
            {options.map(({ value, label }) => (
              <option key={value} value={value} selected={answers.context[id] === value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </section>
  );
}

function Depths({ props }: { props: StartProps }) {
  const { site, data, actions } = props;
  const { t } = site;
  return (
    <section class="depths">
      <h2>{t('start.depth-title')}</h2>
      {(['quick', 'full'] as const).map((depth) => (
        <div class="depth" key={depth}>
          <h3>{t(`start.${depth}`)}</h3>
          <p>{t(`start.${depth}-more`, data.estimates[depth])}</p>
          <a
            class={depth === 'quick' ? 'primary' : 'secondary'}
            href={site.link(`/assess/${depth}/`)}
            onClick={(event) => {
              if (!actions) return;
              event.preventDefault();
              actions.start(depth);
            }}
          >
            {t(`start.start-${depth}`)}
          </a>
        </div>
      ))}
    </section>
  );
}

/** Where an assessment begins: what is kept, the scope card, the context, the depth. */
export function StartView(props: StartProps) {
  const { t } = props.site;
  return (
    <form class="start" method="dialog" onSubmit={(event) => event.preventDefault()}>
      <h1 tabIndex={-1}>{t('start.title')}</h1>
      <p class="lead">{t('start.lead')}</p>
      {props.actions ? null : <p class="quiet needs-script">{t('start.needs-script')}</p>}
      <Kept props={props} />
      <Depths props={props} />
      <ScopeCard props={props} />
      <ContextCard props={props} />
    </form>
  );
}
