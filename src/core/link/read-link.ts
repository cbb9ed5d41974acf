import type { Answers } from '../answers/answers.ts';
import { parseAnswers, parseShape } from '../answers/parse-answers.ts';
import { fingerprint, type LinkPack, type PackOutline } from '../model/pack.ts';
import { failure, type Result } from '../model/result.ts';
import { canInflate, inflate } from './deflate.ts';
import { damaged, unseal } from './envelope.ts';
import { extractCodes } from './extract-code.ts';
import { formatVersion } from './format.ts';
import { readPackedFields, writePackedFields } from './packed-fields.ts';
import { readTextFields, writeTextFields } from './text-fields.ts';

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** The released pack with a fingerprint: this one, or an older one of it. */
function packWith(print: string, pack: PackOutline): LinkPack | undefined {
  return [pack, ...pack.former.map((former) => ({ ...former, id: pack.id }))].find(
    ({ items }) => fingerprint(items) === print,
  );
}

/** Reads a body. Only what `writeLink` writes is taken: writing the result again has to give the same bits and words. */
async function readBody(version: number, body: Uint8Array, pack: PackOutline): Promise<Result<Answers>> {
  if (version !== formatVersion) {
    return failure(
      `This link has format version ${version}; this Trivium reads version ${formatVersion}. Use a newer Trivium to open it.`,
    );
  }
  const print = hexOf(body.subarray(0, 4));
  const linked = packWith(print, pack);
  if (!linked) {
    return failure(
      `This link answers a pack with fingerprint ${print}; this Trivium knows ${fingerprint(pack.items)}, version ${pack.version}. Open it with the Trivium that wrote it.`,
    );
  }
  const rest = body.subarray(4);
  const fields = readPackedFields(rest, linked);
  if (!fields) return failure(damaged);
  const packed = rest.subarray(fields.used);
  if (fields.hasWords && !canInflate()) {
    return failure(
      'This link holds texts, which this browser cannot unpack. Open it in a newer browser, or ask for the file of the answers.',
    );
  }
  const words = fields.hasWords ? await inflate(packed) : undefined;
  if (fields.hasWords ? words === undefined : packed.length > 0) return failure(damaged);
  const parsed = parseShape(words === undefined ? fields.answers : readTextFields(fields.answers, words, linked));
  if (!parsed.ok) return failure(damaged);
  const { value } = parsed;
  const canonical =
    sameBytes(writePackedFields(value, linked, fields.hasWords), rest.subarray(0, fields.used)) &&
    writeTextFields(value, linked) === words;
  if (!canonical) return failure(damaged);
  if (linked.version === pack.version) return parseAnswers(value, pack);
  const { openAnswers } = await import('../answers/migrate.ts'); // few links need it
  return openAnswers(value, pack);
}

/**
 * Reads a link: a whole address, what stands after its "#", or the bare code, also as chat and mail leave it.
 * Links of older released packs are carried over. Anything damaged, cut off, of a later format or of another pack is
 * refused with a sentence.
 */
export async function readLink(text: string, pack: PackOutline): Promise<Result<Answers>> {
  const opened = extractCodes(text).map(unseal);
  const whole = opened.find(({ ok }) => ok) ?? opened[0];
  if (whole?.ok) return readBody(whole.value.version, whole.value.body, pack);
  return (
    whole ??
    failure(
      'There is no link in this text. A link to a report ends with a "#" and a row of letters and digits. Copy it again as a whole.',
    )
  );
}
