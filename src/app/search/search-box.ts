import { translator } from '../../i18n/translate.ts';
import type { CardResult } from '../../search/card.ts';
import { navigateTo } from '../platform/browser.ts';
import { isComposing } from '../platform/keys.ts';
import { findEntries } from './search-client.ts';
import { type OptionContext, optionsFor } from './search-options.ts';

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
  #announceTimer: ReturnType<typeof setTimeout> | undefined;

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
    this.#list.addEventListener('click', (event) => {
      const option = (event.target as HTMLElement).closest<HTMLElement>('[role=option]');
      if (option) this.#follow(option);
    });
    void findEntries(this.#context.base, '');
    if (this.#query !== '') void this.#show();
  }

  get #query(): string {
    return this.#input.value.trim();
  }

  get #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  async #show(): Promise<void> {
    const query = this.#query;
    if (query === '') {
      this.#close();
      this.#announce('');
      return;
    }
    const found = await findEntries(this.#context.base, query);
    if (this.#query !== query || document.activeElement !== this.#input) return; // the person has moved on
    if (found) this.#showOptions(query, found);
    else this.#announce(this.#context.t('search.unavailable'));
  }

  #showOptions(query: string, found: CardResult): void {
    const options = optionsFor(this.#context, query, found);
    options.forEach((option, index) => {
      option.id = `${this.#list.id}-${index}`;
    });
    this.#list.replaceChildren(...options);
    this.#list.hidden = false;
    this.#activeIndex = -1;
    this.#input.removeAttribute('aria-activedescendant');
    this.#input.setAttribute('aria-expanded', 'true');
    this.#announce(options[0]?.dataset['none'] ?? this.#context.t('search.count', { count: found.strongCount }));
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
      if (this.#status.textContent !== sentence) this.#status.textContent = sentence;
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

  #follow(option: HTMLElement): void {
    navigateTo(option.dataset['href'] ?? this.#context.base);
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
      this.#follow(activeOption);
    },
  };

  #handleKey(event: KeyboardEvent): void {
    if (!isComposing(event)) this.#keys[event.key]?.(event);
  }

  /** Home and End move within the text until an option is active. */
  #jump(event: KeyboardEvent, index: number): void {
    if (this.#activeIndex < 0 || event.shiftKey) return; // with Shift they select text
    event.preventDefault();
    this.#activate(index);
  }
}

/** Turns a search form into a combobox. */
export const openSearchBox = (form: HTMLFormElement): void => new SearchBox(form).open();
