import { type Result, success } from '../model/result.ts';
import { decodeFile } from './decode-file.ts';

/** The header of a part whose text is written in other letters. */
const header = /^content-transfer-encoding:[ \t]*(base64|quoted-printable|[78]bit|binary)/im;
/** How many lines between parts are looked for. */
const mostBoundaries = 20;

const fromQuoted = (text: string): string =>
  text
    .replaceAll(/=[ \t]*\r?\n/g, '')
    .replaceAll(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The text of a part that is written in other letters; as it is if that is damaged. */
function decodeBody(body: string, encoding: string): Result<string> {
  try {
    const letters = encoding === 'base64' ? atob(body.replaceAll(/[^A-Za-z0-9+/]/g, '')) : fromQuoted(body);
    return decodeFile(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)));
  } catch {
    return success(body);
  }
}

/**
 * The texts of the parts of a mail or of a web archive (MHTML); undefined for any other text. Fails if a part holds
 * answers in an encoding that would damage them.
 */
export function mailTexts(text: string): Result<string[]> | undefined {
  if (!header.test(text)) return undefined;
  const boundaries = [...text.matchAll(/boundary="?([^"\s;]+)/gi)].slice(0, mostBoundaries);
  const parts = boundaries.reduce((all, [, boundary]) => all.flatMap((part) => part.split(`\n--${boundary}`)), [text]);
  const texts: string[] = [];
  for (const part of parts) {
    const start = part.search(/\n\r?\n/);
    const encoding = header.exec(part.slice(0, start))?.[1]?.toLowerCase() ?? '';
    const body = part.slice(start).trim();
    const isEncoded = start >= 0 && /^[bq](?!inary)/.test(encoding);
    const decoded = isEncoded ? decodeBody(body, encoding) : success(body);
    if (!decoded.ok) return decoded;
    texts.push(decoded.value);
  }
  return success(texts);
}
