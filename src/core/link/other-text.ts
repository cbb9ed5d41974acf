import * as messages from '#messages/link.ts';
import { failure, type Result, success } from '../model/result.ts';
import { bareText, dataIn, pageStart } from './data-text.ts';
import { looksLikeLink } from './extract-code.ts';
import { mailTexts } from './mail.ts';
import { mentionsData, otherFileProblem } from './other-file.ts';
import { soundCodes } from './sound-codes.ts';

/** What a text holds: JSON, or a text with links. */
export interface OtherText {
  text: string;
  /**
   * "part": JSON with something around it. "markup": a page, XML or a mail, which has other addresses, and each link
   * more than once.
   */
  kind: 'whole' | 'part' | 'links' | 'markup';
}

/** JSON in a text with something else around it, such as the fence of Markdown, a comment or a greeting. */
function partOf(plain: string): string {
  const [start, end] = [plain.indexOf('{'), plain.lastIndexOf('}') + 1];
  return plain.startsWith('"') || start < 0 || end < start ? plain : plain.slice(start, end);
}

/** What a mail or a web archive holds: answers as a file does, or texts with links. */
function inMail(texts: readonly string[]): OtherText {
  const data = texts.map((text) => dataIn(bareText(text))).find((each) => each !== undefined);
  return data === undefined ? { text: texts.join('\n\n'), kind: 'markup' } : { text: data, kind: 'whole' };
}

/**
 * What a bare text holds that is neither JSON nor a page with answers: answers with something around them, or links. Fails,
 * with a sentence, if it is another kind of file.
 */
export function otherText(plain: string): Result<OtherText> {
  const mail = mailTexts(plain);
  if (mail) return mail.ok ? success(inMail(mail.value)) : mail;
  const problem = otherFileProblem(plain);
  if (problem !== undefined) return failure(problem);
  const isPage = pageStart.test(plain);
  if (isPage && soundCodes(plain).length === 0) return failure(messages.pageWithoutAnswers);
  if (!isPage && mentionsData(plain)) return success({ text: partOf(plain), kind: 'part' });
  if (!looksLikeLink(plain)) return success({ text: plain, kind: 'whole' }); // a text, a number or null as JSON
  return success({ text: plain, kind: plain.startsWith('<') ? 'markup' : 'links' });
}
