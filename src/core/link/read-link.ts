import * as messages from '#messages/link.ts';
import type { Answers } from '../answers/answers.ts';
import { parseAnswers, parseShape } from '../answers/parse-answers.ts';
import { fingerprint, type LinkPack, type PackOutline } from '../model/pack.ts';
import { failure, type Result, success } from '../model/result.ts';
import { joinNames } from '../text/format.ts';
import { canInflate, inflate } from './deflate.ts';
import { unseal } from './envelope.ts';
import { type LinkFormat, linkFormats } from './format.ts';
import { readPackedFields, writePackedFields } from './packed-fields.ts';
import { soundCodes } from './sound-codes.ts';
import { readTextFields, writeTextFields } from './text-fields.ts';

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** The released pack with a fingerprint: this version of the pack, or an older one. */
function packWithFingerprint(print: string, pack: PackOutline): LinkPack | undefined {
  return [pack, ...pack.former.map((former): LinkPack => ({ ...former, id: pack.id }))].find(
    ({ items, numbers }) => fingerprint(items, numbers) === print,
  );
}

/** Inflates the text fields of a link, if it has any. */
async function inflateText(bytes: Uint8Array, hasText: boolean): Promise<Result<string | undefined>> {
  if (!hasText) return bytes.length > 0 ? failure(messages.damaged) : success(undefined);
  if (!canInflate()) {
    return failure(messages.cannotUnpack);
  }
  const text = await inflate(bytes);
  return text === undefined ? failure(messages.damaged) : success(text);
}

/** The fields of a link, shaped like an answers file with unchecked values, and the pack that they answer. */
interface LinkFields {
  fields: unknown;
  linkPack: LinkPack;
}

/** Reads the fields of a body. Only what `writeLink` writes is accepted: writing the result again has to give the same. */
async function readFields(bytes: Uint8Array, pack: LinkPack, format: LinkFormat): Promise<Result<unknown>> {
  const packed = readPackedFields(bytes, pack, format);
  if (!packed) return failure(messages.damaged);
  const { hasText, usedBytes } = packed;
  const inflated = await inflateText(bytes.subarray(usedBytes), hasText);
  if (!inflated.ok) return inflated;
  const text = inflated.value;
  const fields =
    text === undefined ? packed.answers : (readTextFields(packed.answers, text, pack) as Answers | undefined);
  const isCanonical =
    fields !== undefined &&
    sameBytes(writePackedFields(fields, pack, hasText, format), bytes.subarray(0, usedBytes)) &&
    writeTextFields(fields, pack) === text;
  return isCanonical ? success(fields) : failure(messages.damaged);
}

/** Reads the body of a link: the fingerprint of its pack, then its fields. */
async function readBody(version: number, body: Uint8Array, pack: PackOutline): Promise<Result<LinkFields>> {
  const format = linkFormats.find((each) => each === version);
  if (format === undefined) {
    return failure(messages.otherFormat(version, joinNames(linkFormats.map(String))));
  }
  const print = hexOf(body.subarray(0, 4));
  const linkPack = packWithFingerprint(print, pack);
  if (!linkPack) {
    const ownPack = { id: pack.id, version: pack.version, print: fingerprint(pack.items, pack.numbers) };
    return failure(messages.otherPack(pack.official?.fingerprint === print ? pack.official : print, ownPack));
  }
  const fields = await readFields(body.subarray(4), linkPack, format);
  return fields.ok ? success({ fields: fields.value, linkPack }) : fields;
}

/**
 * Reads a link: a whole address, the part after its "#", or the bare code, also as chat and mail programs leave it.
 * Links of older released packs are carried over. A link that is damaged, cut off, of a later format or of another pack
 * is refused with a sentence.
 */
export async function readLink(text: string, pack: PackOutline): Promise<Result<Answers>> {
  const result = await readLinkFields(text, pack);
  if (!result.ok) return result;
  const answers = parseShape(result.value.fields);
  if (!answers.ok) return failure(messages.damaged);
  if (result.value.linkPack.version === pack.version) return parseAnswers(answers.value, pack);
  const { openAnswers } = await import('../answers/migrate.ts'); // few links need it
  return openAnswers(answers.value, pack);
}

/** Reads a link like `readLink`, but returns its fields unchecked: some may be invalid. */
export async function readLinkFields(text: string, pack: PackOutline): Promise<Result<LinkFields>> {
  const [code, ...others] = soundCodes(text);
  if (others.length > 0) return failure(messages.severalLinks(others.length + 1));
  const envelope = code === undefined ? undefined : unseal(code);
  if (envelope?.ok) return readBody(envelope.value.version, envelope.value.body, pack);
  const { explainBrokenLink } = await import('./broken-link.ts'); // few links need it
  return failure(explainBrokenLink(text));
}
