const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;

/**
 * Writes a date as `23 Nov 2026` or in the style of another language; returns anything that is no date unchanged.
 * English does without Intl, which is slow to start.
 */
export function formatDate(date: string, language: string): string {
  const time = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(+time)) return date;
  return language === 'en'
    ? time.toUTCString().slice(5, 16).replace(/^0/, '')
    : time.toLocaleDateString(language, options);
}

/** Writes the time of day in the reader's time zone: `10:42`. */
export const formatTime = (time: Date): string => time.toTimeString().slice(0, 5);

const spans = [
  { seconds: 86_400, key: 'day' },
  { seconds: 3_600, key: 'hour' },
  { seconds: 60, key: 'minute' },
] as const;

/** Writes how long ago a moment was: `3 days ago`; less than a minute counts as now. */
export function formatAge(then: string, now: Date, language: string): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(then)) / 1000);
  const span = spans.find((unit) => seconds >= unit.seconds);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return span ? format.format(-Math.floor(seconds / span.seconds), span.key) : format.format(0, 'second');
}
