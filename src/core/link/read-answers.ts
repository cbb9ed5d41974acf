import * as messages from '#messages/link.ts';
import type { Answers } from '../answers/answers.ts';
import { answersElementId } from '../answers/answers-element.ts';
import { parseJson, sizeProblem } from '../answers/json.ts';
import type { Recovered } from '../answers/recover.ts';
import type { PackOutline } from '../model/pack.ts';
import { failure, type Result, success } from '../model/result.ts';
import { looksLikeLink } from './extract-code.ts';
import { otherFileProblem } from './other-file.ts';
import { readLink, readLinkFields } from './read-link.ts';

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

/** A report saved as HTML. */
const pageStart = /^<(!doctype|html|!--)/i;
/** JSON; a "[" or "{" alone may also stand before a link. */
const jsonStart = /^(\{|\[\s*[{\]])/;

/** Whether a text is one file, a page or JSON, rather than a text with links. */
export function isFile(text: string): boolean {
  const plain = text.replace(/^\ufeff/, '').trimStart();
  return pageStart.test(plain) || jsonStart.test(plain);
}

/** What a text holds before it is read as answers: the value of a file, or a link. */
type TextContent = { file: unknown } | { link: string };

/** Finds what a text holds. Checks size, depth and number of values before parsing anything. */
function contentOf(text: string): Result<TextContent> {
  const tooLarge = sizeProblem(text);
  if (tooLarge !== undefined) return failure(tooLarge);
  const plain = text.replace(/^\ufeff/, '').trim();
  if (plain === '') return failure(messages.empty);
  const otherFile = otherFileProblem(plain);
  if (otherFile !== undefined) return failure(otherFile);
  const isHtml = pageStart.test(plain);
  const json = isHtml ? answersInHtml(plain) : plain;
  if (json === undefined) return failure(messages.pageWithoutAnswers);
  if (!isHtml && !jsonStart.test(plain) && looksLikeLink(plain)) return success({ link: plain });
  const parsed = parseJson(json);
  return parsed.ok ? success({ file: parsed.value }) : parsed;
}

/**
 * Reads answers from a file of answers (JSON), a report saved as HTML, or a link (`readLink`). Answers to older versions
 * of the pack are carried over. Checks size, depth and number of values before parsing anything. For bad input, returns
 * every problem as a sentence.
 */
export async function readAnswers(text: string, pack: PackOutline): Promise<Result<Answers>> {
  const content = contentOf(text);
  if (!content.ok) return content;
  if ('link' in content.value) return readLink(content.value.link, pack);
  const { openAnswers } = await import('../answers/migrate.ts'); // a link seldom needs it
  return openAnswers(content.value.file, pack);
}

/**
 * Reads a text like `readAnswers`. If part of it cannot be read, returns the rest and names the lost parts; fails only
 * if nothing can be read.
 */
export async function recoverText(text: string, pack: PackOutline): Promise<Result<Recovered>> {
  const answersResult = await readAnswers(text, pack);
  if (answersResult.ok) return success({ answers: answersResult.value, lost: [] });
  const content = contentOf(text);
  if (!content.ok) return content;
  const value =
    'file' in content.value ? success({ fields: content.value.file }) : await readLinkFields(content.value.link, pack);
  if (!value.ok) return value;
  const { recoverAnswers } = await import('../answers/recover.ts'); // rarely needed
  return recoverAnswers(value.value.fields, pack);
}
