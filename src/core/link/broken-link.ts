import { copyAgain, damaged, unseal } from './envelope.ts';
import { extractCodes, longestText, plainOf } from './extract-code.ts';

/** A code with fewer letters is only the start of one, or no code at all. */
const shortestCode = 24;
/** Later formats have higher numbers; a code that begins with a number beyond these is none of ours. */
const highestVersion = 15;

const quote = (text: string): string => `"${text.length > 20 ? `${text.slice(0, 20)}…` : text}"`;

/** Whether a code begins as every link does: with the number of its format. */
function isBeginning(code: string): boolean {
  const [first = 0] = [...atob(code.slice(0, 4).replaceAll('-', '+').replaceAll('_', '/'))];
  const version = String(first).charCodeAt(0);
  return version > 0 && version <= highestVersion;
}

/** What follows the end of a whole code, if a code is only too long; looks at the last few places where it could end. */
function addition(code: string): string | undefined {
  const ends = [...code.matchAll(/z/g)].map(({ index }) => index + 1).slice(-8);
  const end = ends.find((at) => at < code.length && unseal(code.slice(0, at)).ok);
  return end === undefined ? undefined : code.slice(end);
}

/** A letter that no link has, in the middle of a code; the code was taken to end there. */
function strangeLetter(text: string, code: string): string | undefined {
  const rest = plainOf(text).split(code)[1] ?? '';
  return /^[-_]*([^\w\s&?#()[\]<>'".,;:=-])[\w-]{4}/u.exec(rest)?.[1];
}

/** Says what is wrong with a text that holds no readable link: what was found, and what to do. */
export function explainBrokenLink(text: string): string {
  if (text.length > longestText)
    return `There is no link in this text, which has more than ${longestText} characters. Paste the link alone.`;
  const hashAt = text.search(/#|%23/);
  const hasHash = hashAt >= 0;
  const [code = ''] = extractCodes(hasHash ? text.slice(hashAt) : text);
  if (code === '' || (code.length < shortestCode && !hasHash))
    return 'There is no link in this text. A link to a report ends with a "#" and a row of letters and digits. Copy it again as a whole.';
  const strange = strangeLetter(text, code);
  if (strange !== undefined)
    return `This link is damaged: it has a ${quote(strange)}, and links have only letters, digits, "-" and "_" after their "#". ${copyAgain}`;
  if (code.length < shortestCode)
    return `This link is cut off: after its "#" there is only ${quote(code)}. ${copyAgain}`;
  const added = addition(code);
  if (added !== undefined) return `This link has ${quote(added)} after its end. Remove that, and open the link again.`;
  if (!isBeginning(code)) return `This link is damaged at its beginning: after "#" it has ${quote(code)}. ${copyAgain}`;
  const problem = unseal(code);
  return problem.ok ? damaged : (problem.problems[0] ?? damaged);
}
