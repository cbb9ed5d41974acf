import type { Answers } from './answers.ts';
import { aboutOf, type LostPart, rawText } from './lost-part.ts';

/** Most characters of a text in a file, counted by code point, as JSON Schema counts. */
export const longestText = 2000;

/**
 * Most characters of a text in a field of a page, in UTF-16 units, as browsers count; so a field never holds more than a
 * file. The room in between is for input methods, which may go past the limit of a field.
 */
export const fieldLimits = { name: 100, line: 200, reason: 500, text: 1900 };

/** The form of a day in a file, as `2026-11-23`. */
export const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether a text is a day of the calendar, in the form of a file. */
export function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const days = month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return dayPattern.test(text) && month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** Cuts a text after the most characters that a file holds; undefined if the whole text fits. No character is torn. */
export function cutText(text: string): { head: string; tail: string } | undefined {
  if (text.length <= longestText) return undefined;
  const characters = [...text];
  if (characters.length <= longestText) return undefined;
  return { head: characters.slice(0, longestText).join(''), tail: characters.slice(longestText).join('') };
}

/** Whether a text has no more characters than a file holds. */
export const fitsFile = (text: string): boolean => cutText(text) === undefined;

/** What is said of a text that is too long. */
export const tooLongSentence = `A text has at most ${longestText} characters.`;
const wrongDaySentence = 'A day has to be in the calendar, in the form 2026-11-23.';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const textFields = words('system stakes role name boundary lastChange note reason url owner next');
const dayFields = words('date due review');
/** Fields that hold other fields of the format. What is in an unknown field is kept as it is. */
export const containers = words(
  'answers targets decisions overrides previous setAside reread before sources respondent scope evidence' +
    ' pack context group variables spread',
);

/** Collects what does not fit. */
interface Fitting {
  lost: LostPart[];
  about: Pick<LostPart, 'about'>;
}

function fitField(key: string, value: unknown, place: string, { lost, about }: Fitting): unknown {
  if (typeof value !== 'string') return containers.has(key) ? fitFields(value, place, lost) : value;
  const cut = textFields.has(key) ? cutText(value) : undefined;
  if (cut) lost.push({ place, ...about, problem: tooLongSentence, raw: cut.tail });
  const isWrongDay = dayFields.has(key) && !isDay(value);
  if (isWrongDay) lost.push({ place, ...about, problem: wrongDaySentence, raw: rawText(value) });
  return isWrongDay ? undefined : (cut?.head ?? value);
}

/** The same value if everything in it fits. */
function fitFields(value: unknown, place: string, lost: LostPart[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const lostBefore = lost.length;
  if (Array.isArray(value)) {
    const entries = value.map((entry, index) => fitFields(entry, `${place}[${index}]`, lost));
    return lost.length === lostBefore ? value : entries;
  }
  const fitting = { lost, about: aboutOf(value) };
  const fields = Object.entries(value).map(([key, field]): [string, unknown] => [
    key,
    fitField(key, field, place === '' ? key : `${place}.${key}`, fitting),
  ]);
  if (lost.length === lostBefore) return value;
  return Object.fromEntries(fields.filter(([, field]) => field !== undefined));
}

/**
 * Makes answers from fields fit the file format: cuts the end of each text that is too long, drops each day that is none.
 * @returns the same object if everything fits; otherwise a copy, and what was lost
 */
export function fitToFormat(answers: Answers): { answers: Answers; lost: LostPart[] } {
  const lost: LostPart[] = [];
  return { answers: fitFields(answers, '', lost) as Answers, lost };
}
