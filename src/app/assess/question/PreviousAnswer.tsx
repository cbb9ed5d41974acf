import type { PreviousAnswer } from '../../../core/answers/previous-answer.ts';
import type { ChangesSincePrevious } from '../../../core/answers/start-again.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { Question, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { previousAnswerText } from './answer-text.ts';

export interface PreviousAnswerProps {
  site: Site;
  data: QuestionnaireData;
  question: Question;
  previousAnswer: PreviousAnswer;
  /** The date of the previous assessment. */
  date: string | undefined;
  /** Whether the person wants to see previous answers; one choice for all questions. */
  isShown: boolean;
  toggle(isShown: boolean): void;
}

/** The previous answer: a hint below the choices, never a choice made in advance, and easy to hide. */
export function PreviousAnswerHint(props: PreviousAnswerProps) {
  const { site, data, question, previousAnswer, date, isShown, toggle } = props;
  const { t, language } = site;
  return (
    <details
      class="aside last-time"
      open={isShown}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isShown) toggle(currentTarget.open);
      }}
    >
      <summary>{date ? t('last-time.dated', { date: formatDate(date, language) }) : t('last-time.undated')}</summary>
      <p>{previousAnswerText(question, previousAnswer, data, site)}</p>
    </details>
  );
}

export interface PreviousRoundProps {
  site: Site;
  date: string | undefined;
  changes: ChangesSincePrevious;
}

/** Counts what has changed since the previous assessment. */
export function PreviousRoundSummary({ site, date, changes }: PreviousRoundProps) {
  const { t, language } = site;
  const counts = [
    { count: changes.different.length, key: 'last-time.different' },
    { count: changes.same.length, key: 'last-time.same' },
    { count: changes.added.length, key: 'last-time.added' },
    { count: changes.open.length, key: 'last-time.open' },
  ];
  return (
    <section class="since">
      <h2>{date ? t('last-time.since', { date: formatDate(date, language) }) : t('last-time.since-undated')}</h2>
      <ul>{counts.map(({ count, key }) => (count > 0 ? <li key={key}>{t(key, { count })}</li> : null))}</ul>
    </section>
  );
}
