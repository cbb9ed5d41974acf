import { type SearchCard, type ShownFound, showWith } from '../../search/card.ts';
import { openSearch, type SearchData } from '../../search/query.ts';
import { fetchJson } from '../platform/browser.ts';

// Search runs here, beside the page, so that a page answers every key at once however slow its machine is.

/** What a page asks: tickets tell its questions apart. */
export interface SearchRequest {
  requestId: number;
  /** Where the site begins. */
  base: string;
  text: string;
}

/** What it gets; null where the index could not be loaded. */
export interface SearchReply {
  requestId: number;
  found: ShownFound | null;
}

let opening: Promise<(text: string) => ShownFound> | undefined;

/** Loads index and cards once. A failed load is tried again by the next question. */
async function open(base: string): Promise<(text: string) => ShownFound> {
  const [data, cards] = await Promise.all([
    fetchJson<SearchData>(`${base}search/index.json`),
    fetchJson<SearchCard[]>(`${base}search/cards.json`),
  ]);
  return showWith(openSearch(data), cards);
}

/** Finds entries for a page. */
export async function answer({ requestId, base, text }: SearchRequest): Promise<SearchReply> {
  opening ??= open(base);
  const show = await opening.catch(() => undefined);
  if (!show) opening = undefined;
  return { requestId, found: show?.(text) ?? null };
}
