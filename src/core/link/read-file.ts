import { jsonLimits } from '../answers/json.ts';
import { failure, type Result, success } from '../model/result.ts';

/**
 * Reads a file that a person chose. One that is too large is refused unread. Fails with one of these sentences, or if
 * the letters of the file would be damaged.
 */
export async function readFile(file: File, tooLarge: string, unreadable: string): Promise<Result<string>> {
  if (file.size > jsonLimits.bytes) return failure(tooLarge);
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return failure(unreadable);
  if (!text.includes('\ufffd')) return success(text);
  const { decodeFile } = await import('./decode-file.ts'); // few files need it
  return decodeFile(new Uint8Array(await file.arrayBuffer()));
}
