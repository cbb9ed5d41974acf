import { bestSentence, type CutText, cutText, markTerms, type Piece } from './excerpt.ts';
import type { Search } from './query.ts';

/** What a result shows of an entry. */
export interface SearchCard {
  id: string;
  /** The kind in words. */
  kind: string;
  title: string;
  summary: string;
  symptoms: string[];
}

/** A found entry as it is shown. */
export interface ShownHit {
  id: string;
  kind: string;
  title: Piece[];
  /** The sentence of its summary and symptoms that meets the query best. */
  excerpt: Piece[];
}

/** What a query found, ready to be shown. */
export interface ShownFound {
  /** Best first. */
  hits: ShownHit[];
  strong: number;
  nearest: string[];
}

/** Joins search and cards: gives for a query what is shown of its hits. Hits without a card are left out. */
export function showWith({ find }: Search, cards: readonly SearchCard[]): (text: string) => ShownFound {
  const known = new Map(cards.map((card) => [card.id, card]));
  const cut = new Map<string, { title: CutText; sentences: CutText[] }>();
  const cutsOf = (card: SearchCard) => {
    const done = cut.get(card.id);
    if (done) return done;
    const made = { title: cutText(card.title), sentences: [card.summary, ...card.symptoms].map(cutText) };
    cut.set(card.id, made);
    return made;
  };
  return (text) => {
    const { hits, strong, nearest } = find(text);
    const shown = hits.flatMap(({ id, terms: met }): ShownHit[] => {
      const card = known.get(id);
      if (!card) return [];
      const terms = new Set(met);
      const { title, sentences } = cutsOf(card);
      const excerpt = markTerms(bestSentence(sentences, terms), terms);
      return [{ id, kind: card.kind, title: markTerms(title, terms), excerpt }];
    });
    return { hits: shown, strong, nearest };
  };
}
