import type { Answers } from '../answers/answers.ts';
import { fingerprint, type PackOutline } from '../model/pack.ts';
import { joinBytes } from './bits.ts';
import { deflate } from './deflate.ts';
import { seal } from './envelope.ts';
import { formatVersion } from './format.ts';
import { writePackedFields } from './packed-fields.ts';
import { type LinkParts, redact } from './redact.ts';
import { writeTextFields } from './text-fields.ts';

/** The bytes of eight hexadecimal digits. */
const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from([0, 2, 4, 6], (start) => Number.parseInt(hex.slice(start, start + 2), 16));

/**
 * Writes an assessment as the code after the "#" of a link: letters, digits, "-" and "_", with a letter at the end. The
 * packed fields come first (`packed-fields.ts`), then the deflated text fields (`text-fields.ts`). Answers to 50
 * questions without text take about 50 to 110 characters.
 * @param answers answers to this pack, as `openAnswers` gives them
 * @param parts which texts to include; `redact` shows what the code will hold
 */
export async function writeLink(answers: Answers, pack: PackOutline, parts: LinkParts = {}): Promise<string> {
  const redacted = redact(answers, pack, parts);
  const text = writeTextFields(redacted, pack);
  const packedFields = writePackedFields(redacted, pack, text !== undefined, formatVersion);
  const deflated = text === undefined ? new Uint8Array() : await deflate(text);
  return seal(formatVersion, joinBytes(bytesOf(fingerprint(pack.items, pack.numbers)), packedFields, deflated));
}
