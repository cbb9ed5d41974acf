import type { ComponentChildren } from 'preact';
import type { Answers } from '../../../core/answers/answers.ts';
import type { Depth } from '../../../core/model/ids.ts';
import { askedAt } from '../../../core/model/ids.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';

export interface StartProps {
  site: Site;
  data: QuestionnaireData;
  /** What is kept, and what can be done with it; absent while the page is only read. */
  kept: ComponentChildren;
  /** The answers whose scope card is shown. */
  answers: Pick<Answers, 'system' | 'scope' | 'respondent' | 'context'>;
  /** Earlier states to restore, or a file to take in; below the list. */
  panel: ComponentChildren;
  /** Absent while the page is only read. */
  actions:
    | {
        /** Changes the card, starting from what stands there now: keys may be faster than the drawing. */
        edit(change: (now: Answers) => Partial<Answers>): void;
        start(depth: Depth): void;
        importFile(file: File): void;
      }
    | undefined;
}

function FileField({ props }: { props: StartProps }) {
  const { site, actions } = props;
  return actions ? (
    <section>
      <label class="field">
        <span id="import">{site.t('start.import')}</span>
        <span class="muted" id="import-hint">
          {site.t('start.import-hint')}
        </span>
        <input
          type="file"
          aria-labelledby="import"
          aria-describedby="import-hint"
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
    { key: 'system', value: answers.system, save: (_: Answers, text: string) => ({ system: text }) },
    {
      key: 'boundary',
      value: scope.boundary ?? '',
      save: (now: Answers, text: string) => ({ scope: { ...now.scope, boundary: text } }),
    },
    {
      key: 'last-change',
      value: scope.lastChange ?? '',
      save: (now: Answers, text: string) => ({ scope: { ...now.scope, lastChange: text } }),
    },
    {
      key: 'role',
      value: answers.respondent?.role ?? '',
      save: (now: Answers, text: string) => ({ respondent: { ...now.respondent, role: text } }),
    },
  ];
  return (
    <section class="card">
      <h2>{t('start.card-title')}</h2>
      <p class="muted">{t('start.card-lead')}</p>
      {fields.map(({ key, value, save }) => (
        <label class="field" key={key}>
          <span id={key}>{t(`start.${key}`)}</span>
          {key === 'system' ? null : (
            <span class="muted" id={`${key}-hint`}>
              {t(`start.${key}-hint`)}
            </span>
          )}
          <input
            type="text"
            aria-labelledby={key}
            aria-describedby={key === 'system' ? undefined : `${key}-hint`}
            maxLength={200}
            autocomplete="off"
            value={value}
            disabled={!actions}
            onInput={(event) => {
              const { value: text } = event.currentTarget;
              actions?.edit((now) => save(now, text));
            }}
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
      <p class="muted">{t('start.context-lead')}</p>
      {data.context.map(({ id, question, options }) => (
        <label class="field" key={id}>
          {question}
          <select
            disabled={!actions}
            onChange={(event) => {
              const value = event.currentTarget.value;
              actions?.edit(({ context: { [id]: _, ...rest } }) => ({
                context: (value ? { ...rest, [id]: value } : rest) as Answers['context'],
              }));
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

/** The question that a depth begins with. */
const firstOf = ({ outline }: QuestionnaireData, depth: Depth) => outline.items.find(askedAt(depth));

/** The other ways to fill in a depth. */
function Ways({ props, depth }: { props: StartProps; depth: Depth }) {
  const { site, data } = props;
  return (
    <p class="ways muted">
      {site.t('start.ways')}{' '}
      {(
        [
          ['stage', `stage/${firstOf(data, depth)?.stage}/`],
          ['meeting', 'meeting/'],
          ['paper', ''],
        ] as const
      ).map(([way, path], at) => (
        <>
          {at > 0 ? ' · ' : ''}
          <a href={site.link(`/assess/${depth}/${path}`)}>
            {site.t(`start.way-${way}`)}
            <span class="visually-hidden"> ({site.t(`start.${depth}`)})</span>
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
            href={site.link(`/assess/${depth}/${firstOf(data, depth)?.id}/`)}
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
      {props.actions ? null : <p class="muted needs-script">{t('start.needs-script')}</p>}
      {props.kept}
      {props.panel}
      <Depths props={props} />
      <ScopeCard props={props} />
      <ContextCard props={props} />
      <FileField props={props} />
      <p class="beyond">
        <a href={props.site.link('/together/')}>{t('start.together')}</a> ·{' '}
        <a href={props.site.link('/compare/')}>{t('start.compare')}</a> ·{' '}
        <a href={props.site.link('/teams/')}>{t('start.teams')}</a>
      </p>
    </form>
  );
}
