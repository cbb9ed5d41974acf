import type { SaidBefore, SinceBefore } from '../core/assessment/start-again.ts';
import { formatDate } from '../i18n/dates.ts';
import { formerText } from './Again.tsx';
import { answerText } from './CheckView.tsx';
import type { AskData, AskedItem, Site } from './data.ts';

/** What was said of a question in the earlier assessment, in words; where the question has changed, only its place. */
export function lastTimeText(item: AskedItem, { answer, changed }: SaidBefore, data: AskData, site: Site): string {
  if (!changed) return answerText(item, answer, data, site);
  return site.t('last-time.changed-question', { answer: formerText(item, answer, data, site) });
}

export interface LastTimeProps {
  site: Site;
  data: AskData;
  item: AskedItem;
  before: SaidBefore;
  date: string | undefined;
  /** Whether the person wants to see such hints; one choice for all questions. */
  shown: boolean;
  show(shown: boolean): void;
}

/** What was said last time: a hint after the answers, never a choice, and out of sight for whoever wants it so. */
export function LastTime({ site, data, item, before, date, shown, show }: LastTimeProps) {
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
      <p>{lastTimeText(item, before, data, site)}</p>
    </details>
  );
}

export interface SinceLastTimeProps {
  site: Site;
  date: string | undefined;
  since: SinceBefore;
}

/** What has changed since the earlier assessment, counted. */
export function SinceLastTime({ site, date, since }: SinceLastTimeProps) {
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
