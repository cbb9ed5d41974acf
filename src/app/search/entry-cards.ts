import type { HitCard } from '../../search/card.ts';
import { markedNodes } from './search-client.ts';

const titleOf = (card: HTMLElement) => card.querySelector('h2 a');
const alsoOf = (card: HTMLElement) => card.querySelector('.aliases');
const summaryOf = (card: HTMLElement) => card.querySelector('.summary');

/**
 * Cards shown between two turns of the page. After a key press the first cards are then painted after 76 ms instead of
 * 98 ms at 4x CPU slowdown, and no task reaches 50 ms (medians of three runs of `npm run bench -- --typing`).
 */
const cardsPerTurn = 4;
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The cards of the list of all entries. */
export class EntryCards {
  readonly list: HTMLElement;
  /** All cards, in the order of the page as it was built. */
  readonly all: readonly HTMLElement[];
  /** Whether the page still shows all cards as it was built. */
  isAsBuilt = true;
  readonly #plainTexts: ReadonlyMap<HTMLElement, { title: string; also: string; summary: string }>;

  constructor(list: HTMLElement) {
    this.list = list;
    this.all = [...list.querySelectorAll<HTMLElement>('.card')];
    this.#plainTexts = new Map(
      this.all.map((card) => [
        card,
        {
          title: titleOf(card)?.textContent ?? '',
          also: alsoOf(card)?.textContent ?? '',
          summary: summaryOf(card)?.textContent ?? '',
        },
      ]),
    );
  }

  /**
   * Shows these cards and no others, in this order; those with a hit show what matched the query.
   * @param isCurrent whether they are still asked for; if not, stops
   * @returns whether all of them were shown
   */
  async show(
    visibleCards: readonly HTMLElement[],
    hits: ReadonlyMap<string, HitCard>,
    isCurrent: () => boolean,
  ): Promise<boolean> {
    this.isAsBuilt = false;
    for (const card of this.all) card.hidden = true;
    for (let start = 0; start < visibleCards.length; start += cardsPerTurn) {
      for (const card of visibleCards.slice(start, start + cardsPerTurn)) {
        this.#showTexts(card, hits.get(card.id));
        card.hidden = false;
        this.list.append(card);
      }
      await nextTurn();
      if (!isCurrent()) return false;
    }
    return true;
  }

  #showTexts(card: HTMLElement, hit: HitCard | undefined): void {
    const { title = '', also = '', summary = '' } = this.#plainTexts.get(card) ?? {};
    titleOf(card)?.replaceChildren(...(hit ? markedNodes(hit.title) : [title]));
    alsoOf(card)?.replaceChildren(...(hit ? markedNodes(hit.also) : [also]));
    summaryOf(card)?.replaceChildren(...(hit ? markedNodes(hit.excerpt) : [summary]));
  }
}
