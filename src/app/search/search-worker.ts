import { type CardResult, type FindCards, type SearchCard, searchCards } from '../../search/card.ts';
import { openSearch, type SearchData } from '../../search/query.ts';
import { fetchJson } from '../platform/fetch-file.ts';

// Search runs in a worker, so that a page reacts to every key at once however slow the machine is.

export interface SearchRequest {
  /** The base path of the site, with its last slash. */
  base: string;
  text: string;
  /** The most hits to format; all if absent. */
  most?: number | undefined;
}

/** Loads the index and the cards. */
async function loadSearch(base: string): Promise<FindCards> {
  const [data, cards] = await Promise.all([
    fetchJson<SearchData>(`${base}search/index.json`, 'ids'),
    fetchJson<SearchCard[]>(`${base}search/cards.json`, '0'),
  ]);
  return searchCards(openSearch(data), cards);
}

let loading: Promise<FindCards> | undefined;

/**
 * Finds entries for a page. Rejects if the index cannot be loaded; the next request then tries again.
 * @param start called when the index has loaded and the search begins
 */
export async function answer({ base, text, most }: SearchRequest, start: () => void): Promise<CardResult> {
  loading ??= loadSearch(base);
  loading.catch(() => {
    loading = undefined;
  });
  const search = await loading;
  start();
  return search(text, most);
}
