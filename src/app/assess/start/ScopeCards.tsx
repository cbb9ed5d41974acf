import type { Answers } from '../../../core/answers/answers.ts';
import { fieldLimits } from '../../../core/answers/limits.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';

export interface ScopeProps {
  site: Site;
  answers: Pick<Answers, 'system' | 'scope' | 'respondent' | 'context' | 'stakes'>;
  /** Changes the current answers, which may be newer than what the page shows. Absent before the script has started. */
  edit: ((change: (current: Answers) => Partial<Answers>) => void) | undefined;
}

/** A text field of the answers, and how its text changes them. */
interface ScopeField {
  key: string;
  value: string;
  save(current: Answers, text: string): Partial<Answers>;
}

function ScopeInput({ field: { key, value, save }, site, edit }: { field: ScopeField } & Omit<ScopeProps, 'answers'>) {
  return (
    <label class="field">
      <span id={key}>{site.t(`start.${key}`)}</span>
      <span class="muted" id={`${key}-hint`}>
        {site.t(`start.${key}-hint`)}
      </span>
      <input
        type="text"
        dir="auto"
        aria-labelledby={key}
        aria-describedby={`${key}-hint`}
        maxLength={fieldLimits.line}
        autocomplete="off"
        value={value}
        disabled={!edit}
        onInput={({ currentTarget }) => {
          const { value: text } = currentTarget;
          edit?.((current) => save(current, text));
        }}
      />
    </label>
  );
}

/** The name of the system, shown in reports and in the list of drafts. */
export function NameField({ site, answers, edit }: ScopeProps) {
  const field: ScopeField = { key: 'system', value: answers.system, save: (_, text) => ({ system: text }) };
  return (
    <div class="name-field">
      <ScopeInput field={field} site={site} edit={edit} />
    </div>
  );
}

/** What is assessed, and who answers. */
export function ScopeCard({ site, answers, edit }: ScopeProps) {
  const { t } = site;
  const scope = answers.scope ?? {};
  const fields: ScopeField[] = [
    {
      key: 'boundary',
      value: scope.boundary ?? '',
      save: (current, text) => ({ scope: { ...current.scope, boundary: text } }),
    },
    {
      key: 'last-change',
      value: scope.lastChange ?? '',
      save: (current, text) => ({ scope: { ...current.scope, lastChange: text } }),
    },
    {
      key: 'stakes',
      value: answers.stakes ?? '',
      save: (_, text) => ({ stakes: text }),
    },
    {
      key: 'role',
      value: answers.respondent?.role ?? '',
      save: (current, text) => ({ respondent: { ...current.respondent, role: text } }),
    },
  ];
  return (
    <section class="card">
      <h2>{t('start.card-title')}</h2>
      <p class="muted">{t('start.card-lead')}</p>
      {fields.map((field) => (
        <ScopeInput key={field.key} field={field} site={site} edit={edit} />
      ))}
    </section>
  );
}

/** The context of the system, on which some questions and signals depend. */
export function ContextCard({ site, data, answers, edit }: ScopeProps & { data: QuestionnaireData }) {
  const { t } = site;
  return (
    <section>
      <h2>{t('start.context-title')}</h2>
      <p class="muted">{t('start.context-lead')}</p>
      {data.context.map(({ id, question, options }) => (
        <label class="field" key={id}>
          {question}
          <select
            disabled={!edit}
            onChange={(event) => {
              const value = event.currentTarget.value;
              edit?.(({ context: { [id]: _, ...rest } }) => ({
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
