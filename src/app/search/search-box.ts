import { translator } from '../../i18n/translate.ts';
import type { CardResult } from '../../search/card.ts';
import { cutQuery, type TypedQuery } from '../../search/query-limit.ts';
import { openTab } from '../platform/browser.ts';
import { isComposing } from '../platform/keys.ts';
import { cutNote, findEntries, type SearchProblem } from './search-client.ts';
import { maxHits, type OptionContext, optionsFor, sentenceOption } from './search-options.ts';

/** Delay in ms before the number of results is announced, so that nothing is announced while a person types. */
const announceDelayMs = 600;

/** A search form as a combobox with a list of results, as described by the ARIA Authoring Practices. */
class SearchBox {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #context: OptionContext;
  /** The index of the active option; -1 if none is. */
  #activeIndex = -1;
  /** The words whose results are in the list; empty if there are none. */
  #shownWords = '';
  #announceTimer: ReturnType<typeof setTimeout> | undefined;
  /** The sentence announced last; the page itself may show it translated. */
  #announced = '';

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#input = form.querySelector('input') as HTMLInputElement;
    this.#list = form.querySelector('[role=listbox]') as HTMLElement;
    this.#status = form.querySelector('[role=status]') as HTMLElement;
    this.#context = {
      t: translator(JSON.parse(form.dataset['strings'] ?? '{}'), document.documentElement.lang),
      base: form.dataset['base'] ?? '/',
      listAddress: form.action,
      directPages: JSON.parse(form.dataset['direct'] ?? '{}'),
    };
  }

  /** Handles events from now on, loads the index, and shows results for text that is already in the field. */
  open(): void {
    this.#input.addEventListener('keydown', (event) => this.#handleKey(event));
    this.#input.addEventListener('input', () => void this.#show());
    this.#input.addEventListener('focus', () => void this.#show());
    this.#form.addEventListener('focusout', (event) => {
      if (!this.#form.contains(event.relatedTarget as Node | null)) this.#close();
    });
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault()); // keeps the focus in the field
    void findEntries(this.#context.base, '');
    if (this.#query.words !== '') void this.#show();
  }

  get #query(): TypedQuery {
    return cutQuery(this.#input.value);
  }

  get #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  }

  async #show(): Promise<void> {
    const query = this.#query;
    if (query.words === '') {
      this.#close();
      this.#announce('');
      return;
    }
    const results = await findEntries(this.#context.base, query.words, maxHits);
    if (this.#query.words !== query.words || document.activeElement !== this.#input) return; // the person has moved on
    // Focus and typing can ask for the same words; showing them again would lose the active option.
    if (!this.#list.hidden && this.#shownWords === query.words) return;
    this.#showOptions(query, results);
  }

  #showOptions(query: TypedQuery, results: CardResult | SearchProblem): void {
    const { t } = this.#context;
    const isProblem = typeof results === 'string';
    const options = isProblem
      ? [sentenceOption(this.#context, query.words, t(`search.${results}`))]
      : optionsFor(this.#context, query, results);
    options.forEach((option, index) => {
      option.id = `${this.#list.id}-${index}`;
    });
    this.#list.replaceChildren(...options);
    this.#shownWords = isProblem ? '' : query.words; // the next try may find them
    this.#list.hidden = false;
    this.#activeIndex = -1;
    this.#input.removeAttribute('aria-activedescendant');
    this.#input.setAttribute('aria-expanded', 'true');
    const count = isProblem ? '' : t('search.count', { count: results.strongCount });
    this.#announce(`${cutNote(t, query)} ${options[0]?.dataset['sentence'] ?? count}`.trim());
  }

  #close(): void {
    this.#list.hidden = true;
    this.#activeIndex = -1;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #announce(sentence: string): void {
    clearTimeout(this.#announceTimer);
    this.#announceTimer = setTimeout(() => {
      if (this.#announced !== sentence) this.#status.textContent = sentence;
      this.#announced = sentence;
    }, announceDelayMs);
  }

  /** Activates an option; an index beyond either end wraps around. */
  #activate(index: number): void {
    const options = this.#options;
    this.#activeIndex = options.length === 0 ? -1 : (index + options.length) % options.length;
    options.forEach((option, position) => {
      option.setAttribute('aria-selected', String(position === this.#activeIndex));
    });
    const activeOption = options[this.#activeIndex];
    if (!activeOption) return;
    this.#input.setAttribute('aria-activedescendant', activeOption.id);
    activeOption.scrollIntoView({ block: 'nearest' });
  }

  readonly #keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: (event) => {
      event.preventDefault();
      if (this.#list.hidden) void this.#show();
      else this.#activate(this.#activeIndex + 1);
    },
    ArrowUp: (event) => {
      event.preventDefault();
      if (this.#list.hidden) void this.#show();
      else this.#activate(this.#activeIndex < 0 ? -1 : this.#activeIndex - 1);
    },
    Home: (event) => this.#jump(event, 0),
    End: (event) => this.#jump(event, -1),
    Escape: (event) => {
      event.preventDefault(); // by default a search field is cleared at once
      if (this.#list.hidden) this.#input.value = '';
      this.#close();
    },
    Enter: (event) => {
      const activeOption = this.#options[this.#activeIndex];
      if (this.#list.hidden || !activeOption) return;
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) openTab(activeOption.href);
      else activeOption.click();
    },
  };

  #handleKey(event: KeyboardEvent): void {
    if (!isComposing(event)) this.#keys[event.key]?.(event);
  }

  /** Home and End move within the text until an option is active. */
  #jump(event: KeyboardEvent, index: number): void {
    if (this.#activeIndex < 0 || event.shiftKey) return; // with Shift, they select text
    event.preventDefault();
    this.#activate(index);
  }
}

/** Turns a search form into a combobox. */
export const openSearchBox = (form: HTMLFormElement): void => new SearchBox(form).open();
