import * as messages from '#messages/link.ts';
import type { Answers } from '../answers/answers.ts';
import { parseJson, sizeProblem } from '../answers/json.ts';
import type { Recovered } from '../answers/recover.ts';
import type { PackOutline } from '../model/pack.ts';
import { failure, type Result, success } from '../model/result.ts';
import { bareText, dataIn } from './data-text.ts';
import { readLink, readLinkFields } from './read-link.ts';

/** A link without its address, as a page takes it from its own: there is nothing else to look for. */
const fragment = /^#[\w-]+$/;

/** What a text holds before it is read as answers: the value of a file, or a link. */
type TextContent = { file: unknown } | { link: string };

/** The value of JSON, or of JSON that a text holds as one of its own. */
function parseFile(json: string): Result<TextContent> {
  const parsed = parseJson(json);
  const inner = parsed.ok && typeof parsed.value === 'string' ? parseJson(parsed.value) : parsed;
  if (inner.ok) return success({ file: inner.value });
  return parsed.ok ? success({ file: parsed.value }) : parsed;
}

/** Finds what a text holds. Checks size, depth and number of values before parsing anything. */
async function contentOf(text: string): Promise<Result<TextContent>> {
  const tooLarge = sizeProblem(text);
  if (tooLarge !== undefined) return failure(tooLarge);
  const plain = bareText(text);
  if (plain === '') return failure(messages.empty);
  if (fragment.test(plain)) return success({ link: plain });
  const json = dataIn(plain);
  if (json !== undefined) return parseFile(json);
  const { otherText } = await import('./other-text.ts'); // most texts are files or fragments
  const other = otherText(plain);
  if (!other.ok) return other;
  if (other.value.kind === 'links' || other.value.kind === 'markup') return success({ link: other.value.text });
  const parsed = parseFile(other.value.text);
  return parsed.ok || other.value.kind === 'whole' ? parsed : failure(messages.damagedFile);
}

/**
 * Reads answers from a file of answers (JSON), a report saved as HTML, or a link (`readLink`). Answers to older versions
 * of the pack are carried over. Checks size, depth and number of values before parsing anything. For bad input, returns
 * every problem as a sentence.
 */
export async function readAnswers(text: string, pack: PackOutline): Promise<Result<Answers>> {
  const content = await contentOf(text);
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
  const content = await contentOf(text);
  if (!content.ok) return content;
  const value =
    'file' in content.value ? success({ fields: content.value.file }) : await readLinkFields(content.value.link, pack);
  if (!value.ok) return value;
  const { recoverAnswers } = await import('../answers/recover.ts'); // rarely needed
  return recoverAnswers(value.value.fields, pack);
}
