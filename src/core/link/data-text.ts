import { answersElementId } from '../answers/answers-element.ts';

/** What nobody sees: a byte order mark, spaces, characters that show nothing. */
const unseen = /[\s\p{DI}\p{Cf}]/u;
const unseenStart = /^[\s\p{DI}\p{Cf}]+/u;

/** A text without what nobody sees around it, which programs put there. */
export function bareText(text: string): string {
  let end = text.length;
  while (end > 0 && unseen.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).replace(unseenStart, '');
}

/** A page, such as a report saved as HTML. */
export const pageStart = /^<(!doctype|html|!--)/i;
/** JSON; a "[" or "{" alone may also stand before a link, and a rich-text document begins with "{\". */
const jsonStart = /^(\{(?!\\)|\[\s*[{\]])/;

/**
 * The answers in a report saved as HTML, as JSON text; undefined if there are none. Searches the text instead of parsing
 * the page, so that nothing in it can run.
 */
function answersInHtml(text: string): string | undefined {
  const idStart = text.indexOf(`id="${answersElementId}"`);
  const tagStart = text.lastIndexOf('<', idStart);
  const start = text.indexOf('>', idStart) + 1;
  const end = text.indexOf('</script', start);
  const isScript = /^<script\s/i.test(text.slice(tagStart, tagStart + 8));
  if (idStart < 0 || !isScript || start === 0 || end < 0) return undefined;
  return text.slice(start, end);
}

/** Whether JSON that names no format of ours holds a link to a report, as a message of a chat program does. */
const isAroundLink = (json: string): boolean => !json.includes('"trivium-') && /\/open\\?\/#/.test(json);

/** The JSON of a bare text that is JSON, or a page with answers; undefined for any other, and for JSON around a link. */
export function dataIn(plain: string): string | undefined {
  if (pageStart.test(plain)) return answersInHtml(plain);
  return jsonStart.test(plain) && !plain.includes('\0') && !isAroundLink(plain) ? plain : undefined;
}
