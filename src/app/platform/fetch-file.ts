import { inTime, LoadError, longestWaitMs } from './load-error.ts';

async function readText(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(longestWaitMs) }); // frees the connection
  if (!response.ok) throw new LoadError(`${url}: ${response.status}`);
  return response.text();
}

/** Fetches a file of this site as text. Rejects with a `LoadError` unless all of it arrives in time with status 2xx. */
export async function fetchText(url: string): Promise<string> {
  try {
    return await inTime(readText(url), url);
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError(`${url}: ${error}`);
  }
}

/**
 * Fetches a file of this site as JSON. Rejects with a `LoadError`, also if something else arrives in its place: a page, or
 * JSON of another program, as a gateway that wants a sign-in sends it.
 * @param key an object or list that the file always holds at its top
 */
export async function fetchJson<T>(url: string, key = 'strings'): Promise<T> {
  const text = await fetchText(url);
  try {
    const value = JSON.parse(text);
    if (typeof value[key] === 'object') return value;
  } catch {} // as below
  throw new LoadError(url);
}
