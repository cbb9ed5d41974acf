import type { ShownFound } from '../../search/card.ts';
import type { Piece } from '../../search/excerpt.ts';
import { startWorker } from '../platform/trusted-types.ts';
import type { SearchReply, SearchRequest } from './search-worker.ts';

let worker: Worker | undefined;
let lastRequestId = 0;
const waiting = new Map<number, (found: ShownFound | null) => void>();

/** Gives up on the worker: what waits is told so, and the next question starts another. */
function drop() {
  worker?.terminate();
  worker = undefined;
  for (const answer of waiting.values()) answer(null);
  waiting.clear();
}

function openWorker(): Worker {
  const opened = startWorker('search');
  opened.addEventListener('message', ({ data: { requestId, found } }: MessageEvent<SearchReply>) => {
    waiting.get(requestId)?.(found);
    waiting.delete(requestId);
  });
  opened.addEventListener('error', drop);
  return opened;
}

/**
 * Finds entries for what a person typed. An empty text finds nothing, but gets everything ready.
 * @param base where the site begins
 * @returns null where search cannot be loaded
 */
export function findEntries(base: string, text: string): Promise<ShownFound | null> {
  return new Promise((resolve) => {
    try {
      worker ??= openWorker();
    } catch {
      resolve(null); // this browser has no workers, or forbids them
      return;
    }
    lastRequestId += 1;
    waiting.set(lastRequestId, resolve);
    worker.postMessage({ requestId: lastRequestId, base, text } satisfies SearchRequest);
  });
}

/** Text nodes and marks for pieces; never markup from strings. */
export const markedNodes = (pieces: readonly Piece[]): Node[] =>
  pieces.map(({ text, isMarked }) => {
    if (!isMarked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
