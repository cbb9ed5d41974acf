import type { ChangesSincePrevious, PreviousAnswer } from '../../../core/answers/start-again.ts';
import { formatDate } from '../../../i18n/dates.ts';
import type { AskedQuestion, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { formerText } from '../check/ChangedQuestions.tsx';
import { answerText } from '../check/CheckView.tsx';

/** What was said of a question in the earlier assessment, in words; where the question has changed, only its place. */
export function previousAnswerText(
  item: AskedQuestion,
  { answer, changed }: PreviousAnswer,
  data: QuestionnaireData,
  site: Site,
): string {
  if (!changed) return answerText(item, answer, data, site);
  return site.t('last-time.changed-question', { answer: formerText(item, answer, data, site) });
}

export interface PreviousAnswerProps {
  site: Site;
  data: QuestionnaireData;
  item: AskedQuestion;
  before: PreviousAnswer;
  date: string | undefined;
  /** Whether the person wants to see such hints; one choice for all questions. */
  shown: boolean;
  show(shown: boolean): void;
}

/** What was said last time: a hint after the answers, never a choice, and out of sight for whoever wants it so. */
export function PreviousAnswerHint({ site, data, item, before, date, shown, show }: PreviousAnswerProps) {
  const { t, language } = site;
  return (
    <details
      class="aside last-time"
      open={shown}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== shown) show(currentTarget.open);
      }}
    >
      <summary>{date ? t('last-time.dated', { date: formatDate(date, language) }) : t('last-time.undated')}</summary>
      <p>{previousAnswerText(item, before, data, site)}</p>
    </details>
  );
}

export interface SincePreviousProps {
  site: Site;
  date: string | undefined;
  since: ChangesSincePrevious;
}

/** What has changed since the earlier assessment, counted. */
export function SincePrevious({ site, date, since }: SincePreviousProps) {
  const { t, language } = site;
  const counts = [
    { count: since.different.length, key: 'last-time.different' },
    { count: since.same.length, key: 'last-time.same' },
    { count: since.added.length, key: 'last-time.added' },
    { count: since.open.length, key: 'last-time.open' },
  ];
  return (
    <section class="since">
      <h2>{date ? t('last-time.since', { date: formatDate(date, language) }) : t('last-time.since-undated')}</h2>
      <ul>{counts.map(({ count, key }) => (count > 0 ? <li key={key}>{t(key, { count })}</li> : null))}</ul>
    </section>
  );
}
