import type { CardResult } from '../../search/card.ts';
import type { Piece } from '../../search/excerpt.ts';
import { startWorker } from '../platform/trusted-types.ts';
import { WorkerClient } from '../platform/worker-client.ts';
import type { SearchRequest } from './search-worker.ts';

const worker = new WorkerClient<SearchRequest, CardResult>(() => startWorker('search'));

/**
 * Finds entries for what a person typed. An empty text finds nothing, but loads the index.
 * @param base the base path of the site, with its last slash
 * @returns null if search cannot be loaded
 */
export const findEntries = (base: string, text: string): Promise<CardResult | null> =>
  worker.send({ base, text }).catch(() => null);

/** Text nodes and marks for the pieces of a title or excerpt; builds nodes, so that no text is parsed as markup. */
export const markedNodes = (pieces: readonly Piece[]): Node[] =>
  pieces.map(({ text, isMarked }) => {
    if (!isMarked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
