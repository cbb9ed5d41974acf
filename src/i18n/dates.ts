// The only module that formats days and moments. A day (`2026-11-23`) is the same everywhere; a moment is shown with
// the day and time that the reader's own clock and calendar showed then.

const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const msPerDay = 86_400_000;

/**
 * Formats a day as `23 Nov 2026`, or in the style of another language; returns anything that is not a calendar day
 * unchanged, including moments. English does without Intl, which is slow to start.
 */
export function formatDate(date: string, language: string): string {
  const time = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(+time) || time.toISOString().slice(0, 10) !== date) return date;
  return language === 'en'
    ? time.toUTCString().slice(5, 16).replace(/^0/, '')
    : time.toLocaleDateString(language, options);
}

/** Writes the time of day in the reader's time zone: `10:42`. */
export const formatTime = (time: Date): string => time.toTimeString().slice(0, 5);

/** The day of a moment in the reader's time zone, in the form `2026-11-23`. */
export const dayOf = (time: Date): string =>
  [String(time.getFullYear()).padStart(4, '0'), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** The day of a moment in UTC, in the form `2026-11-23`, from milliseconds since 1970. */
export const utcDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Formats a moment in the reader's time zone: `23 Nov 2026, 10:42`; returns any other text unchanged. */
export function formatMoment(moment: string, language: string): string {
  const time = new Date(moment);
  return Number.isNaN(+time) ? moment : `${formatDate(dayOf(time), language)}, ${formatTime(time)}`;
}

/** Number of midnights between two moments in the reader's time zone. */
const nightsBetween = (then: Date, now: Date): number => (Date.parse(dayOf(now)) - Date.parse(dayOf(then))) / msPerDay;

const spans = [
  { seconds: 3_600, key: 'hour' },
  { seconds: 60, key: 'minute' },
] as const;

/**
 * Formats how long ago a moment was: `3 days ago`; less than a minute counts as now. From 24 hours on, it counts the
 * reader's calendar days, so that "yesterday" never means the day before yesterday.
 */
export function formatAge(then: string, now: Date, language: string): string {
  const time = new Date(then);
  const seconds = Math.max(0, (+now - +time) / 1000);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const nights = seconds * 1000 < msPerDay ? 0 : nightsBetween(time, now);
  if (nights > 0) return format.format(-nights, 'day');
  const span = spans.find((unit) => seconds >= unit.seconds);
  return span ? format.format(-Math.floor(seconds / span.seconds), span.key) : format.format(0, 'second');
}
