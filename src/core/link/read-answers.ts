import type { Answers } from '../answers/answers.ts';
import { answersElementId } from '../answers/answers-element.ts';
import { parseJson, sizeProblem } from '../answers/json.ts';
import type { PackOutline } from '../model/pack.ts';
import { failure, type Result } from '../model/result.ts';
import { looksLikeLink } from './extract-code.ts';
import { otherFileProblem } from './other-file.ts';
import { readLink } from './read-link.ts';

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

/**
 * Reads answers from a file of answers (JSON), a report saved as HTML, or a link (`readLink`). Answers to older versions
 * of the pack are carried over. Size, depth and number of values are checked before anything is parsed. Bad input gives
 * every problem as a sentence.
 */
export async function readAnswers(text: string, pack: PackOutline): Promise<Result<Answers>> {
  const tooLarge = sizeProblem(text);
  if (tooLarge !== undefined) return failure(tooLarge);
  const plain = text.replace(/^\ufeff/, '').trim();
  if (plain === '') return failure('It is empty. Choose a file of answers, or paste a link to a report.');
  const otherFile = otherFileProblem(plain);
  if (otherFile !== undefined) return failure(otherFile);
  const isHtml = /^<(!doctype|html|!--)/i.test(plain);
  const json = isHtml ? answersInHtml(plain) : plain;
  if (json === undefined)
    return failure('This page holds no answers. Choose a report that Trivium saved, or a file of answers.');
  if (!isHtml && !/^(\{|\[\s*[{\]])/.test(plain) && looksLikeLink(plain)) return readLink(plain, pack);
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const { openAnswers } = await import('../answers/migrate.ts'); // a link seldom needs it
  return openAnswers(parsed.value, pack);
}
