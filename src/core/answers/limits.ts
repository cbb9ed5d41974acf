/** Maximum length of a text in a file, in code points, as JSON Schema counts. */
export const longestText = 2000;

/**
 * Maximum length of a text in a form field, in UTF-16 units, as browsers count, so a field never holds more than a file
 * can. The margin is for input methods, which may exceed the limit of a field.
 */
export const fieldLimits = { name: 100, line: 200, reason: 500, text: 1900 };

/** The format of a day in a file, for example `2026-11-23`. */
export const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether a text is a real calendar day in the file format. */
export function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const days = month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return dayPattern.test(text) && month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** Cuts a text at the maximum length for files; undefined if the whole text fits. Never splits a code point. */
export function cutAtLimit(text: string): { head: string; tail: string } | undefined {
  if (text.length <= longestText) return undefined;
  const characters = [...text];
  if (characters.length <= longestText) return undefined;
  return { head: characters.slice(0, longestText).join(''), tail: characters.slice(longestText).join('') };
}

/**
 * Whether field values may not fit the file format: a text is too long, or a year has five digits or more. For code
 * that runs before the schemas are loaded; the schemas have the final say.
 */
export function mayNotFit(value: unknown): boolean {
  if (typeof value === 'string') return value.length > longestText || /^\d{5,}-/.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(mayNotFit);
}
