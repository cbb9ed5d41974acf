import type { Answers } from '../../../core/answers/answers.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';

export interface ScopeProps {
  site: Site;
  answers: Pick<Answers, 'system' | 'scope' | 'respondent' | 'context' | 'stakes'>;
  /** Changes the current answers, which may be newer than what the page shows. Absent before the script has started. */
  edit: ((change: (current: Answers) => Partial<Answers>) => void) | undefined;
}

/** What is assessed, and who answers. */
export function ScopeCard({ site, answers, edit }: ScopeProps) {
  const { t } = site;
  const scope = answers.scope ?? {};
  const fields = [
    { key: 'system', value: answers.system, save: (_: Answers, text: string) => ({ system: text }) },
    {
      key: 'boundary',
      value: scope.boundary ?? '',
      save: (current: Answers, text: string) => ({ scope: { ...current.scope, boundary: text } }),
    },
    {
      key: 'last-change',
      value: scope.lastChange ?? '',
      save: (current: Answers, text: string) => ({ scope: { ...current.scope, lastChange: text } }),
    },
    {
      key: 'stakes',
      value: answers.stakes ?? '',
      save: (_: Answers, text: string) => ({ stakes: text }),
    },
    {
      key: 'role',
      value: answers.respondent?.role ?? '',
      save: (current: Answers, text: string) => ({ respondent: { ...current.respondent, role: text } }),
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
            disabled={!edit}
            onInput={(event) => {
              const { value: text } = event.currentTarget;
              edit?.((current) => save(current, text));
            }}
          />
        </label>
      ))}
    </section>
  );
}

/** The context of the system, on which some questions and signals depend. */
export function ContextCard({ site, data, answers, edit }: ScopeProps & { data: QuestionnaireData }) {
  const { t } = site;
  return (
    <section class="context">
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
