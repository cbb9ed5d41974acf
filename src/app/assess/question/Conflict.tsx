import type { Answer } from '../../../core/answers/answers.ts';
import type { Question, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { answerWithNote } from './answer-text.ts';

export interface ConflictProps {
  site: Site;
  data: QuestionnaireData;
  question: Question;
  ours: Answer;
  theirs: Answer | undefined;
  actions: { keepOurs(): void; acceptTheirs(): void };
}

/** Two tabs have answered a question differently: both answers, and a button to keep either. */
export function ConflictView({ site, data, question, ours, theirs, actions }: ConflictProps) {
  const { t } = site;
  /** Settling removes this notice, so the focus first moves to the row of the check page, or to the question. */
  const settle = (keep: () => void) => (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    const rowLink = button.closest('.row')?.querySelector('a');
    (rowLink ?? button.closest('form')?.querySelector('h1'))?.focus();
    keep();
  };
  const choices = [
    { label: t('drafts.keep-this'), keep: actions.keepOurs },
    { label: t('drafts.take-that'), keep: actions.acceptTheirs },
  ];
  return (
    <div class="notice" data-notice="other-tab" role="status">
      <p>{t('drafts.other-tab', { theirs: answerWithNote(question, theirs, data, site) })}</p>
      <p>{t('drafts.this-tab', { ours: answerWithNote(question, ours, data, site) })}</p>
      <p class="steps">
        {choices.map(({ label, keep }) => (
          <button type="button" class="secondary" key={label} onClick={settle(keep)}>
            {label}
            <span class="visually-hidden"> {question.gist}</span>
          </button>
        ))}
      </p>
    </div>
  );
}

/** Says at the top of the check page that rows below wait for a choice. */
export function ConflictCount({ site, count }: { site: Site; count: number }) {
  return (
    <p class="notice" role="status">
      {site.t('drafts.conflicts', { count })}
    </p>
  );
}
