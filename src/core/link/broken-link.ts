import * as messages from '#messages/link.ts';
import { unseal } from './envelope.ts';
import { extractCodes, longestLinkText, plainOf } from './extract-code.ts';

/** A shorter code is only the start of one, or no code at all. */
const shortestCode = 24;
/** Leaves room for later formats; a code that begins with a higher number is not one of ours. */
const highestVersion = 15;

const quote = (text: string): string => `"${text.length > 20 ? `${text.slice(0, 20)}…` : text}"`;

/** Whether a code begins with a format number, as every link does. */
function isBeginning(code: string): boolean {
  const version = atob(code.slice(0, 4).replaceAll('-', '+').replaceAll('_', '/')).charCodeAt(0);
  return version > 0 && version <= highestVersion;
}

/** The extra text after a complete code; undefined if there is none. Tries the last few places where it could end. */
function addition(code: string): string | undefined {
  const ends = [...code.matchAll(/z/g)].map(({ index }) => index + 1).slice(-8);
  const end = ends.find((at) => at < code.length && unseal(code.slice(0, at)).ok);
  return end === undefined ? undefined : code.slice(end);
}

/** A character that no link contains, in the middle of a code, where the code was cut. */
function strangeLetter(plain: string, code: string): string | undefined {
  const textAfter = plain.split(code)[1] ?? '';
  return /^[-_]*([^\w\s&?#()[\]<>'".,;:=-])[\w-]{4}/u.exec(textAfter)?.[1];
}

/** Explains why a text holds no readable link: what was found, and what to do. */
export function explainBrokenLink(text: string): string {
  if (text.length > longestLinkText) return messages.textTooLong(longestLinkText);
  const plain = plainOf(text);
  const hashAt = plain.indexOf('#');
  const hasHash = hashAt >= 0;
  const [code = ''] = extractCodes(hasHash ? plain.slice(hashAt) : plain);
  if (code === '' || (code.length < shortestCode && !hasHash)) return messages.noLink;
  const strange = strangeLetter(plain, code);
  if (strange !== undefined) return messages.strangeLetter(quote(strange));
  if (code.length < shortestCode) return messages.cutOffAfter(quote(code));
  const added = addition(code);
  if (added !== undefined) return messages.addedText(quote(added));
  if (!isBeginning(code)) return messages.damagedBeginning(quote(code), hasHash);
  const problem = unseal(code);
  return problem.ok ? messages.damaged : (problem.problems[0] ?? messages.damaged);
}
