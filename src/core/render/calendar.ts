import { heldDecision } from '../answers/answers.ts';
import { hexHash } from '../model/hash-numbers.ts';
import type { Pack } from '../model/pack.ts';
import type { Move } from '../report/plan.ts';
import type { Report } from '../report/report.ts';
import { nameOf } from '../text/name-of.ts';
import { foldLine } from './fold-line.ts';
import { type MoveTexts, moveTextOf, moveTitle, placeToLook } from './move-texts.ts';
import type { Wording } from './wording.ts';

/** A day to remember. */
interface CalendarDay {
  /** Tells the event apart from others about the same system, and stays when its day or text changes. */
  key: string;
  day: string;
  title: string;
  description: string;
}

/** A text as a value of iCalendar (RFC 5545, section 3.3.11). Drops control characters, which it does not allow. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');

const compactDay = (day: string): string => day.replaceAll('-', '');

/** What to do about a move on its day: the next step, who does it, and how to tell that it is done. */
function dueText(move: Move, report: Report, texts: MoveTexts | undefined, { t }: Wording): string {
  const { decision } = move;
  const text = texts && moveTextOf(move, texts, report.context);
  return [
    decision?.next ?? move.goal ?? '',
    nameOf(decision?.owner) ? t('files.calendar-owner', { owner: nameOf(decision?.owner) }) : '',
    text ? `${t('report.done-when')}: ${text.doneWhen}` : '',
    texts && !text ? `${t('report.look')}: ${placeToLook(texts, report.context)}` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** The days that a report names: when moves are due, when to decide on a move again, and when to assess again. */
function daysOf(
  report: Report,
  pack: Pack,
  texts: Readonly<Record<string, MoveTexts | undefined>>,
  wording: Wording,
): CalendarDay[] {
  const { t } = wording;
  const system = report.system || t('report.unnamed');
  const days: CalendarDay[] = [];
  for (const move of report.moves) {
    const { practice, decision } = move;
    const values = { move: moveTitle(move, report.context, pack, t), system };
    if (decision?.due && heldDecision(decision, report.date) !== 'no') {
      const description = dueText(move, report, texts[practice], wording);
      days.push({ key: practice, day: decision.due, title: t('files.calendar-due', values), description });
    }
    if (decision?.until && decision.decision !== 'do') {
      const title = t('files.calendar-again', values);
      days.push({ key: `${practice}-again`, day: decision.until, title, description: decision.reason ?? '' });
    }
  }
  if (report.review)
    days.push({ key: 'review', day: report.review, title: t('files.calendar-review', { system }), description: '' });
  return days;
}

function eventLines({ key, day, title, description }: CalendarDay, calendar: { id: string; stamp: string }): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${key}-${calendar.id}`,
    `DTSTAMP:${compactDay(calendar.stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compactDay(day)}`,
    `SUMMARY:${escapeText(title)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/**
 * Writes the due dates of moves and the day of the next assessment as a calendar (iCalendar, RFC 5545) of whole days. The
 * ids of events depend on the system and the practice only, so that a later file updates an earlier one.
 * Throws if there is no day to write.
 * @param texts how to make moves, by practice
 * @param stamp the day on which the file is made; if it is missing, the day of the report or of the first event
 */
export function renderCalendar(
  report: Report,
  pack: Pack,
  texts: Readonly<Record<string, MoveTexts | undefined>>,
  wording: Wording,
  stamp?: string,
): string {
  const days = daysOf(report, pack, texts, wording);
  const [first] = days.map(({ day }) => day).toSorted();
  if (first === undefined) throw new Error(wording.t('files.calendar-empty'));
  const id = `${hexHash(report.system)}@${pack.id}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Trivium//Report//EN',
    'CALSCALE:GREGORIAN',
    ...days.flatMap((day) => eventLines(day, { id, stamp: stamp ?? report.date ?? first })),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
