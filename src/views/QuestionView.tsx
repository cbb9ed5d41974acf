import type { ComponentChildren } from 'preact';
import type { Answer } from '../core/assessment/answers.ts';
import type { AskData, AskedItem, Site } from './data.ts';
import { answerFor, Choice, Note, Reason, Sections, Why } from './question-parts.tsx';

/** What a person can do on a question. */
export interface QuestionActions {
  /** Gives an answer, made from the one that stands now: another tab may have changed it since this was drawn. */
  choose(answer: (before: Answer | undefined) => Answer | undefined): void;
  clear(): void;
  proceed(): void;
  back(): void;
  toggleKeys(on: boolean): void;
}

/** How saving went, as the status line tells it. */
export interface SaveStatus {
  kind: 'none' | 'saved' | 'memory';
  text: string;
}

export type SectionState = 'completed' | 'in-progress' | 'not-started';

export interface QuestionProps {
  site: Site;
  data: AskData;
  item: AskedItem;
  answer: Answer | undefined;
  hint: string | undefined;
  sections: Record<string, SectionState>;
  status: SaveStatus;
  /** What a person has to know about this answer. */
  notice: ComponentChildren;
  keysOn: boolean;
  /** Absent while the page is only read: then nothing can be chosen. */
  actions: QuestionActions | undefined;
}

/** Keys while the answers have the focus: 1 to 5, 6 don't know, 7 does not apply. */
const keyValues: Readonly<Record<string, string>> = { 1: '0', 2: '1', 3: '2', 4: '3', 5: '4', 6: 'dk', 7: 'na' };

function onKey(event: KeyboardEvent, { keysOn, actions, item }: QuestionProps) {
  const value = keyValues[event.key];
  const target = event.target as HTMLElement;
  const typing = target.matches('input[type=text], input[type=url], textarea, select');
  if (!keysOn || !actions || value === undefined || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  actions.choose((before) => answerFor(item, value, before));
  (event.currentTarget as HTMLElement).querySelector<HTMLInputElement>(`input[value="${value}"]`)?.focus();
}

/** One question, as a form that reads whole without a script. */
export function QuestionView(props: QuestionProps) {
  const { site, data, item, answer, hint, status, keysOn, actions } = props;
  const { t } = site;
  const place = data.items.findIndex(({ id }) => id === item.id);
  const next = data.items[place + 1]?.id ?? 'check';
  const stage = data.stages.find(({ id }) => id === item.stage)?.name ?? '';
  return (
    <form
      class="question"
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        actions?.proceed();
      }}
    >
      <p class="place">
        {t('question.progress', { n: place + 1, total: data.items.length })}
        <span> · {stage}</span>
      </p>
      <fieldset onKeyDown={(event) => onKey(event, props)}>
        <legend>
          <h1 tabIndex={-1} id="question">
            {item.question}
          </h1>
        </legend>
        {hint ? (
          <p class="hint">
            <span class="quiet">{t('question.hint')}</span> {hint}
          </p>
        ) : null}
        <div class="choices">
          {item.anchors.map((anchor, level) => (
            <Choice key={anchor} value={String(level)} label={anchor} props={props} />
          ))}
        </div>
        <p class="or">
          <span>{t('question.or')}</span>
        </p>
        <div class="choices ways-out">
          <Choice value="dk" label={t('question.dk')} props={props} />
          <Choice value="na" label={t('question.na')} props={props} />
        </div>
        {answer?.state === 'na' ? <Reason props={props} /> : null}
      </fieldset>
      {props.notice}
      <p class="quiet lower">{t(item.kind === 'symptom' ? 'question.choose-worse' : 'question.choose-lower')}</p>
      {actions && answer ? (
        <button
          type="button"
          class="link"
          onClick={(event) => {
            event.currentTarget.form?.querySelector('h1')?.focus();
            actions.clear();
          }}
        >
          {t('question.clear')}
        </button>
      ) : null}
      <div class="steps">
        {actions ? (
          <button class="primary" type="submit">
            {t(next === 'check' ? 'question.continue-check' : 'question.continue')}
          </button>
        ) : (
          <a class="primary" href={site.link(`/assess/${data.depth}/${next}/`)}>
            {t('question.next-plain')}
          </a>
        )}
        <a
          class="back"
          href={site.link(place > 0 ? `/assess/${data.depth}/${data.items[place - 1]?.id}/` : '/assess/')}
          onClick={(event) => {
            if (!actions) return;
            event.preventDefault();
            actions.back();
          }}
        >
          {t('question.back')}
        </a>
        <p class="status" role="status" data-kind={status.kind}>
          {status.text}
        </p>
      </div>
      <Why item={item} site={site} />
      {actions && answer ? <Note props={props} /> : null}
      {actions ? (
        <details class="aside">
          <summary>{t('question.keys')}</summary>
          <p>{t('question.keys-help')}</p>
          <label class="inline">
            <input
              type="checkbox"
              checked={keysOn}
              onChange={(event) => actions.toggleKeys(event.currentTarget.checked)}
            />{' '}
            {t('question.keys-on')}
          </label>
        </details>
      ) : (
        <p class="quiet needs-script">{t('question.needs-script')}</p>
      )}
      <Sections props={props} />
    </form>
  );
}
