import { jsonLimits } from '../answers/json.ts';
import { failure, type Result, success } from '../model/result.ts';

/**
 * Reads a file that a person chose. One that is too large is refused unread. Fails with one of these sentences, or if
 * the letters of the file would be damaged.
 * @param inTime rejects if something takes too long: a file in a cloud may never arrive, and is unreadable then
 */
export async function readFile(
  file: File,
  tooLarge: string,
  unreadable: string,
  inTime: <T>(loading: Promise<T>) => Promise<T>,
): Promise<Result<string>> {
  if (file.size > jsonLimits.bytes) return failure(tooLarge);
  const text = await inTime(file.text()).catch(() => undefined);
  if (text === undefined) return failure(unreadable);
  if (!text.includes('\ufffd')) return success(text);
  const { decodeFile } = await inTime(import('./decode-file.ts')); // few files need it
  const bytes = await inTime(file.arrayBuffer()).catch(() => undefined);
  return bytes ? decodeFile(new Uint8Array(bytes)) : failure(unreadable);
}
