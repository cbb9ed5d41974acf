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
    throw error instanceof LoadError ? error : new LoadError(`${url}: ${String(error)}`);
  }
}

/** Fetches a file of this site as JSON. Rejects with a `LoadError`, also if another page arrives in its place. */
export async function fetchJson<T>(url: string): Promise<T> {
  const text = await fetchText(url);
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new LoadError(`${url}: no JSON`);
  }
}
