import { byteLength } from '../text/byte-length.ts';

/** The most bytes of a line of iCalendar, without its end (RFC 5545, section 3.1). */
const lineBytes = 75;

/**
 * Folds a line of iCalendar so that none has more than 75 bytes. Splits no character; each further line starts with a
 * space.
 */
export function foldLine(line: string): string {
  const lines = [''];
  for (const character of line) {
    const last = lines.at(-1) ?? '';
    if (byteLength(last + character) > lineBytes) lines.push(` ${character}`);
    else lines[lines.length - 1] = last + character;
  }
  return lines.join('\r\n');
}
