import { foldText } from '../core/text/fold-text.ts';
import { bestSentence, markTerms, type Piece, type SplitText, splitWords } from './excerpt.ts';
import type { Hit, Search } from './query.ts';

/** What a result shows of an entry. */
export interface SearchCard {
  id: string;
  /** The kind in words. */
  kind: string;
  title: string;
  /** The same in plain words, if it has some. */
  plain: string;
  /** Its other names. */
  aliases: string[];
  summary: string;
  symptoms: string[];
}

/** A hit, ready to be shown. */
export interface HitCard {
  id: string;
  kind: string;
  title: Piece[];
  /** Its plain words, or another name of it that matches the query better. */
  also: Piece[];
  /** The sentence of its summary and symptoms that matches the query best. */
  excerpt: Piece[];
}

/** The result of a query, ready to be shown. */
export interface CardResult {
  /** The folded query (`foldText`), for comparison by pages. */
  folded: string;
  /** Best first. */
  hits: HitCard[];
  /** How many of the first hits are strong. */
  strongCount: number;
  /** If nothing was found: terms similar to the query's words. */
  nearest: string[];
}

interface CutCard {
  kind: string;
  title: SplitText;
  names: SplitText[];
  sentences: SplitText[];
}

const cutCard = ({ kind, title, plain, aliases, summary, symptoms }: SearchCard): CutCard => ({
  kind,
  title: splitWords(title),
  names: [plain, ...aliases].filter(Boolean).map(splitWords),
  sentences: [summary, ...symptoms].map(splitWords),
});

/** Finds entries for what a person typed, and formats at most `most` hits, all of them by default. */
export type FindCards = (text: string, most?: number) => CardResult;

/** Combines a search with the cards of its entries. Leaves out hits without a card. */
export function searchCards({ find }: Search, cards: readonly SearchCard[]): FindCards {
  const cardsById = new Map(cards.map((card) => [card.id, card]));
  const cutCards = new Map<string, CutCard>();
  const cutCardOf = (id: string): CutCard | undefined => {
    const card = cardsById.get(id);
    if (card && !cutCards.has(id)) cutCards.set(id, cutCard(card));
    return cutCards.get(id);
  };
  const cardOf = ({ id, terms }: Hit): HitCard[] => {
    const card = cutCardOf(id);
    const termSet = new Set(terms);
    if (!card) return [];
    const excerpt = markTerms(bestSentence(card.sentences, termSet), termSet);
    const also = card.names.length > 0 ? markTerms(bestSentence(card.names, termSet), termSet) : [];
    return [{ id, kind: card.kind, title: markTerms(card.title, termSet), also, excerpt }];
  };
  return (text, most) => {
    const { hits, strongCount, nearest } = find(text);
    return { folded: foldText(text), hits: hits.slice(0, most).flatMap(cardOf), strongCount, nearest };
  };
}
