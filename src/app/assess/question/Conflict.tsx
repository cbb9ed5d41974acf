import type { Answer } from '../../../core/answers/answers.ts';
import type { AskedQuestion, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { answerText } from '../check/CheckView.tsx';

/** An answer in words, with its note. */
export function inWords(item: AskedQuestion, answer: Answer | undefined, data: QuestionnaireData, site: Site): string {
  const note = answer?.note ? ` ${site.t('keep.note', { note: answer.note })}` : '';
  return `${answerText(item, answer, data, site)}${note}`;
}

export interface ConflictProps {
  site: Site;
  data: QuestionnaireData;
  item: AskedQuestion;
  ours: Answer;
  theirs: Answer | undefined;
  actions: { keep(): void; take(): void };
}

/** Two tabs answered one question differently: both answers, and a way to keep either. */
export function ConflictView({ site, data, item, ours, theirs, actions }: ConflictProps) {
  const { t } = site;
  /** The notice goes with the choice, so the focus moves on first: to the row of the check page, or to the question. */
  const settle = (choice: () => void) => (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    const row = button.closest('.row')?.querySelector('a');
    (row ?? button.closest('form')?.querySelector('h1'))?.focus();
    choice();
  };
  const buttons = [
    { label: t('keep.keep-this'), choice: actions.keep },
    { label: t('keep.take-that'), choice: actions.take },
  ];
  return (
    <div class="notice" data-notice="other-tab" role="status">
      <p>{t('keep.other-tab', { theirs: inWords(item, theirs, data, site) })}</p>
      <p>{t('keep.this-tab', { ours: inWords(item, ours, data, site) })}</p>
      <p class="steps">
        {buttons.map(({ label, choice }) => (
          <button type="button" class="secondary" key={label} onClick={settle(choice)}>
            {label}
            <span class="visually-hidden"> {item.title}</span>
          </button>
        ))}
      </p>
    </div>
  );
}

/** Says at the head of the check page that some rows below wait for a choice. */
export function ConflictCount({ site, count }: { site: Site; count: number }) {
  return (
    <p class="notice" role="status">
      {site.t('keep.conflicts', { count })}
    </p>
  );
}
