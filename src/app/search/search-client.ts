import type { Translate } from '../../i18n/translate.ts';
import type { CardResult } from '../../search/card.ts';
import type { Piece } from '../../search/excerpt.ts';
import { queryLimit, type TypedQuery } from '../../search/query-limit.ts';
import { startWorker } from '../platform/trusted-types.ts';
import { OverrunError, WorkerClient } from '../platform/worker-client.ts';
import type { SearchRequest } from './search-worker.ts';

/** How long one search may take, in ms. The slowest takes about 50 ms on a desktop machine. */
const searchLimitMs = 4000;

const worker = new WorkerClient<SearchRequest, CardResult>(() => startWorker('search'), searchLimitMs);

/** Why there is no result: search could not be loaded, or was stopped because it took too long. */
export type SearchProblem = 'unavailable' | 'overrun';

/**
 * Finds entries for what a person typed. An empty text finds nothing, but loads the index.
 * @param base the base path of the site, with its last slash
 * @param most the most hits to return, all by default; formatting one takes longer than finding it
 */
export const findEntries = (base: string, text: string, most?: number): Promise<CardResult | SearchProblem> =>
  worker.send({ base, text, most }).catch((error) => (error instanceof OverrunError ? 'overrun' : 'unavailable'));

/** Text nodes and marks for the pieces of a title or excerpt; builds nodes, so that no text is parsed as markup. */
export const markedNodes = (pieces: readonly Piece[]): Node[] =>
  pieces.map(({ text, isMarked }) => {
    if (!isMarked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });

/** A note that search reads only the start of a query that is too long; empty for any other query. */
export const cutNote = (t: Translate, { isCut }: TypedQuery): string =>
  isCut ? t('search.cut', { count: queryLimit }) : '';
