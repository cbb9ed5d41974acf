import { type Translate, translator } from '../../i18n/translate.ts';
import type { CardResult } from '../../search/card.ts';
import { cutQuery, type TypedQuery } from '../../search/query-limit.ts';
import { query as addressParameters, onPathChange, readItem, removeItem, writeItem } from '../platform/browser.ts';
import { slashOffKey } from '../platform/storage-keys.ts';
import { EntryCards } from './entry-cards.ts';
import { type FacetChoices, Facets } from './entry-facets.ts';
import { QueryAddress } from './query-address.ts';
import { cutNote, findEntries } from './search-client.ts';

// The list of all entries. Words and facets narrow it; they are kept in the address, so that they survive going back
// and reloading.

/** Delay in ms before the number of entries is announced while a person types. */
const announceDelayMs = 300;

/** What the form asks for. */
interface ListQuery extends TypedQuery {
  choices: FacetChoices;
}

/** Cards for a query. */
interface Selection {
  /** Cards that match the words, best first; all cards if there are no words. */
  matchingCards: readonly HTMLElement[];
  /** Those that also match the facets; weak matches only on request. */
  visibleCards: readonly HTMLElement[];
  /** Weak matches that are not shown. */
  weakCount: number;
}

function addressOf({ words, choices }: ListQuery): string {
  const parameters = new URLSearchParams(words ? { q: words } : {});
  for (const [name, values] of Object.entries(choices)) for (const value of values) parameters.append(name, value);
  return parameters.toString();
}

class EntryList {
  readonly #form = document.querySelector('form.find') as HTMLFormElement;
  readonly #input = this.#form.querySelector('input[type=search]') as HTMLInputElement;
  readonly #boxes = [...this.#form.querySelectorAll<HTMLInputElement>('.facet input')];
  readonly #clear = this.#form.querySelector('.clear') as HTMLElement;
  readonly #status = document.getElementById('found-count') as HTMLElement;
  readonly #nothing = document.querySelector('.nothing') as HTMLElement;
  readonly #weak = document.querySelector('.weaker') as HTMLElement;
  readonly #base = this.#form.dataset['base'] ?? '/';
  readonly #t: Translate = translator(JSON.parse(this.#form.dataset['strings'] ?? '{}'), document.documentElement.lang);
  readonly #cards = new EntryCards(document.querySelector('.cards') as HTMLElement);
  readonly #facets = new Facets(this.#boxes, this.#cards.all);
  /** Whether weak matches are shown; off again with every new query. */
  #showsWeak = false;
  /** Counts requests, so that a late answer to an earlier one can be told apart. */
  #requestCount = 0;
  #hasShown = false;
  readonly #address = new QueryAddress();
  #announceTimer: ReturnType<typeof setTimeout> | undefined;

  /** Handles events from now on, and shows what the address asks for. */
  open(): void {
    // On narrow screens the facets are above the list. They start closed there, so that the list can be seen.
    if (matchMedia('(max-width: 60rem)').matches)
      for (const facet of this.#form.querySelectorAll('details')) facet.open = false;
    this.#form.dataset['ready'] = ''; // until now the style kept space for what scripts show and hide
    this.#listen();
    this.#readAddress();
    void this.#show(false);
  }

  #listen(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#show(true);
    });
    this.#input.addEventListener('input', () => {
      this.#showsWeak = false;
      void this.#show(false);
    });
    this.#input.addEventListener('change', () => this.#address.flush());
    this.#weak.querySelector('button')?.addEventListener('click', () => {
      this.#showsWeak = true;
      void this.#show(false);
    });
    for (const box of this.#boxes) box.addEventListener('change', () => void this.#show(true));
    this.#clear.querySelector('button')?.addEventListener('click', () => {
      this.#facets.clear();
      this.#search('');
      this.#input.focus();
    });
    onPathChange(() => {
      this.#address.discard();
      this.#readAddress();
      void this.#show(false);
    });
  }

  #search(words: string): void {
    this.#input.value = words;
    void this.#show(true);
  }

  #readAddress(): void {
    const parameters = addressParameters();
    this.#input.value = parameters.get('q') ?? '';
    this.#facets.readParameters(parameters);
  }

  /** Shows what the form asks for. With `isStep`, it becomes a step that "back" undoes. */
  async #show(isStep: boolean): Promise<void> {
    const query: ListQuery = { ...cutQuery(this.#input.value), choices: this.#facets.choices };
    this.#requestCount += 1;
    const request = this.#requestCount;
    const isCurrent = () => request === this.#requestCount;
    if (query.words !== '' && this.#cards.isAsBuilt) {
      this.#cards.list.hidden = true; // all entries would be a wrong answer to the words in the address
      this.#status.textContent = this.#t('search.looking');
    }
    const results = query.words === '' ? undefined : await findEntries(this.#base, query.words);
    if (!isCurrent()) return;
    this.#cards.list.hidden = false;
    if (typeof results === 'string') this.#status.textContent = this.#t(`search.${results}`);
    else await this.#showFound(query, results, isStep, isCurrent);
  }

  async #showFound(
    query: ListQuery,
    results: CardResult | undefined,
    isStep: boolean,
    isCurrent: () => boolean,
  ): Promise<void> {
    const address = addressOf(query);
    const { matchingCards, visibleCards, weakCount } = this.#select(query, results);
    this.#showWeakButton(weakCount);
    const hits = new Map(results?.hits.map((hit) => [hit.id, hit]));
    const needsCards = address !== '' || !this.#cards.isAsBuilt;
    if (needsCards && !(await this.#cards.show(visibleCards, hits, isCurrent))) return;
    this.#facets.showCounts(matchingCards, query.choices);
    this.#nothing.hidden = visibleCards.length > 0;
    if (visibleCards.length === 0) this.#showNothing(query, results?.nearest ?? [], matchingCards.length > 0);
    this.#clear.hidden = address === '';
    this.#address.write(address, isStep);
    const key = address === '' ? 'search.all-count' : 'search.count';
    const sentence = `${cutNote(this.#t, query)} ${this.#t(key, { count: visibleCards.length })}`.trim();
    this.#announce(sentence, isStep);
  }

  #select({ choices }: ListQuery, results: CardResult | undefined): Selection {
    const ranks = new Map(results?.hits.map(({ id }, rank) => [id, rank]));
    const rankOf = ({ id }: HTMLElement) => ranks.get(id) ?? Number.POSITIVE_INFINITY;
    const matchingCards = results
      ? this.#cards.all.filter(({ id }) => ranks.has(id)).toSorted((a, b) => rankOf(a) - rankOf(b))
      : this.#cards.all;
    const fittingCards = matchingCards.filter((card) => this.#facets.matches(card, choices));
    const visibleCards =
      results && !this.#showsWeak ? fittingCards.filter((card) => rankOf(card) < results.strongCount) : fittingCards;
    return { matchingCards, visibleCards, weakCount: fittingCards.length - visibleCards.length };
  }

  #showWeakButton(count: number): void {
    this.#weak.hidden = count === 0;
    const button = this.#weak.querySelector('button');
    if (button) button.textContent = this.#t('search.weaker', { count });
  }

  /** Says why nothing is shown, and offers words that find something. */
  #showNothing({ words }: ListQuery, nearestWords: readonly string[], isNarrowed: boolean): void {
    const sentence = document.createElement('p');
    sentence.textContent = isNarrowed ? this.#t('search.none-facets') : this.#t('search.none', { query: words });
    this.#nothing.replaceChildren(sentence);
    if (nearestWords.length === 0) return;
    const suggestions = document.createElement('p');
    suggestions.append(this.#t('search.nearest', { terms: '' }), ' ');
    for (const word of nearestWords) suggestions.append(this.#wordButton(word), ' ');
    this.#nothing.append(suggestions);
  }

  #wordButton(word: string): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = word;
    button.addEventListener('click', () => this.#search(word));
    return button;
  }

  /** Announces the number of entries: at once after a step, or once a person who types has paused. */
  #announce(sentence: string, isStep: boolean): void {
    clearTimeout(this.#announceTimer);
    if (isStep || !this.#hasShown) this.#status.textContent = sentence;
    else this.#announceTimer = setTimeout(() => this.#status.replaceChildren(sentence), announceDelayMs);
    this.#hasShown = true;
  }
}

/** The checkbox that switches the "/" shortcut of every page on or off. */
function openSlashSetting(): void {
  const box = document.getElementById('slash') as HTMLInputElement;
  const setting = readItem(slashOffKey);
  box.checked = !(setting.ok && setting.value);
  box.addEventListener('change', () => {
    if (box.checked) removeItem(slashOffKey);
    else writeItem(slashOffKey, 'yes');
  });
}

openSlashSetting();
new EntryList().open();
