import type { Answers } from '../answers/answers.ts';
import { fingerprint, type PackOutline } from '../model/pack.ts';
import { joined } from './bits.ts';
import { deflate } from './deflate.ts';
import { seal } from './envelope.ts';
import { formatVersion } from './format.ts';
import { writePackedFields } from './packed-fields.ts';
import { type LinkParts, redact } from './redact.ts';
import { writeTextFields } from './text-fields.ts';

const bytesOf = (hex: string): number[] => [0, 2, 4, 6].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/**
 * Writes an assessment as the code that stands after the "#" of a link: letters, digits, "-" and "_", with a letter at
 * the end. The bits come first (`fields.ts`), then the words that go along (`words.ts`), packed. Answers to 50 questions
 * without words take about 50 to 110 characters.
 * @param answers answers to this pack, as `openAnswers` gives them
 * @param parts which texts go along; `revealed` tells what the code then holds
 */
export async function writeLink(answers: Answers, pack: PackOutline, parts: LinkParts = {}): Promise<string> {
  const told = redact(answers, pack, parts);
  const words = writeTextFields(told, pack);
  const fields = writePackedFields(told, pack, words !== undefined);
  const packed = words === undefined ? new Uint8Array() : await deflate(words);
  return seal(formatVersion, joined(Uint8Array.from(bytesOf(fingerprint(pack.items))), fields, packed));
}
