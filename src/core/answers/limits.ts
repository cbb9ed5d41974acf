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

/**
 * Whether something that fields have filled may not fit the file format: a text that is too long for it, or a year of five
 * digits. For code that runs before the schemas are loaded; they decide.
 */
export function mayNotFit(value: unknown): boolean {
  if (typeof value === 'string') return value.length > longestText || /^\d{5,}-/.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(mayNotFit);
}
