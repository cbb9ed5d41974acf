import type { SearchCard } from '../search/card.ts';
import { bestSentence, markTerms, type Piece } from '../search/excerpt.ts';
import { type Found, type Hit, openSearchGently, type SearchData } from '../search/query.ts';
import { fetchJson } from './browser.ts';

/** Search as pages use it. */
export interface SearchEngine {
  find(text: string): Found;
  cardOf(id: string): SearchCard | undefined;
}

/** Lets the page answer a key or draw before work goes on. */
const turnOfPage = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

let engine: Promise<SearchEngine> | undefined;

/** Loads index and cards, once a page. A failed load is tried again by the next call. */
export function loadSearch(base: string): Promise<SearchEngine> {
  engine ??= Promise.all([
    fetchJson<SearchData>(`${base}search/index.json`),
    fetchJson<SearchCard[]>(`${base}search/cards.json`),
  ]).then(async ([data, cards]) => {
    const { find } = await openSearchGently(data, turnOfPage);
    const byId = new Map(cards.map((card) => [card.id, card]));
    return { find, cardOf: (id: string) => byId.get(id) };
  });
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}

/** Text nodes and marks for pieces; never markup from strings. */
export const markedNodes = (pieces: readonly Piece[]): Node[] =>
  pieces.map(({ text, isMarked }) => {
    if (!isMarked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });

/** The sentence of a card that meets a query best, marked. */
export function excerptOf(card: SearchCard, hit: Hit): Node[] {
  const terms = new Set(hit.terms);
  return markedNodes(markTerms(bestSentence([card.summary, ...card.symptoms], terms), terms));
}
