import type { ComponentChildren } from 'preact';
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
  /** How many earlier states can be restored. */
  earlier: number;
  /** Only earlier states are left of it. */
  gone: boolean;
}

export interface StartProps {
  site: Site;
  data: AskData;
  kept: readonly KeptAssessment[];
  /** The answers whose scope card is shown. */
  answers: Pick<Answers, 'system' | 'scope' | 'respondent' | 'context'>;
  /** The name of what was just deleted, while it can be undone. */
  deleted: string | undefined;
  /** The name of what was just replaced, merged or restored, while it can be undone. */
  replaced: string | undefined;
  /** Earlier states to restore, or a file to take in; below the list. */
  panel: ComponentChildren;
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
        putBack(): void;
        restore(id: string): void;
        importFile(file: File): void;
      }
    | undefined;
}

function Undo({ sentence, undo, site }: { sentence: string | undefined; undo(): void; site: Site }) {
  return sentence === undefined ? null : (
    <p role="status">
      {sentence}{' '}
      <button type="button" class="link" onClick={undo}>
        {site.t('start.undo')}
      </button>
    </p>
  );
}

function Kept({ props }: { props: StartProps }) {
  const { site, kept, actions, deleted, replaced } = props;
  const { t } = site;
  if (!actions || (kept.length === 0 && deleted === undefined)) return null;
  const named = (system: string | undefined) => system || t('start.unnamed');
  const shown = (each: KeptAssessment) => [
    ...(each.gone ? [] : (['resume', 'report', 'download', 'remove'] as const)),
    ...(each.earlier > 0 ? (['restore'] as const) : []),
  ];
  const labels = {
    resume: 'start.continue',
    report: 'start.report',
    download: 'start.download',
    remove: 'start.delete',
    restore: 'start.restore',
  };
  return (
    <section class="kept">
      <h2 tabIndex={-1}>{t('start.resume')}</h2>
      <Undo
        site={site}
        sentence={deleted === undefined ? undefined : t('start.deleted', { system: named(deleted) })}
        undo={() => actions.undo()}
      />
      <Undo
        site={site}
        sentence={replaced === undefined ? undefined : t('start.replaced', { system: named(replaced) })}
        undo={() => actions.putBack()}
      />
      <ul>
        {kept.map((each) => (
          <li key={each.id}>
            <strong>{named(each.system)}</strong>
            <span class="quiet">
              {' '}
              {each.gone
                ? t('start.gone')
                : t('start.resume-state', { done: each.done, total: each.total, age: each.age })}
            </span>
            <span class="acts">
              {shown(each).map((act) => (
                <button type="button" class="link" key={act} onClick={() => actions[act](each.id)}>
                  {t(labels[act])}
                  <span class="for-readers"> {named(each.system)}</span>
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

function FileField({ props }: { props: StartProps }) {
  const { site, actions } = props;
  return actions ? (
    <section>
      <label class="field">
        {site.t('start.import')}
        <span class="quiet">{site.t('start.import-hint')}</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) actions.importFile(file);
            currentTarget.value = '';
          }}
        />
      </label>
    </section>
  ) : null;
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

/** The other ways to fill in a depth. */
function Ways({ props, depth }: { props: StartProps; depth: Depth }) {
  const { site, data } = props;
  const first = data.index.items.find((item) => depth === 'full' || item.depth === 'quick');
  return (
    <p class="ways quiet">
      {site.t('start.ways')}{' '}
      {(
        [
          ['stage', `stage/${first?.stage}/`],
          ['meeting', 'meeting/'],
          ['paper', ''],
        ] as const
      ).map(([way, path], at) => (
        <>
          {at > 0 ? ' · ' : ''}
          <a href={site.link(`/assess/${depth}/${path}`)}>
            {site.t(`start.way-${way}`)}
            <span class="for-readers"> ({site.t(`start.${depth}`)})</span>
          </a>
        </>
      ))}
    </p>
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
          <Ways props={props} depth={depth} />
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
      {props.panel}
      <Depths props={props} />
      <ScopeCard props={props} />
      <ContextCard props={props} />
      <FileField props={props} />
    </form>
  );
}
