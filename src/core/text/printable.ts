/**
 * A text from outside that is safe in a sentence on a terminal: letters that steer it, or turn the direction of a line,
 * become "?".
 */
export const replaceControls = (text: string): string => text.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '?');

/** Like `printable`, for a text of several lines. */
export const printableLines = (text: string): string => text.split('\n').map(replaceControls).join('\n');
