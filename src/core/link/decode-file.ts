import * as messages from '#messages/other-file.ts';
import { failure, type Result, success } from '../model/result.ts';
import { bareText, dataIn } from './data-text.ts';
import { mentionsData } from './other-file.ts';

/**
 * Decodes a file from outside. If its letters are of another encoding, a file of answers or proposals is refused, because
 * its texts would be damaged unnoticed. Any other is decoded as far as it can be, to find a link in it, whose letters are
 * the same in every encoding, or to say what kind of file it is.
 */
export function decodeFile(bytes: Uint8Array, encoding = 'utf-8'): Result<string> {
  try {
    return success(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const plain = bareText(text);
    return dataIn(plain) !== undefined || mentionsData(plain) ? failure(messages.otherEncoding) : success(text);
  }
}
