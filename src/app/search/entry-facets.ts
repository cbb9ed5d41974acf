/** The chosen values of each facet. */
export type FacetChoices = Record<string, string[]>;

/** The facets of a list: checkboxes named after a facet, and cards with their values of it as data attributes. */
export class Facets {
  readonly #boxes: readonly HTMLInputElement[];
  readonly #names: readonly string[];
  /** The values of each card, by facet. */
  readonly #values: ReadonlyMap<HTMLElement, ReadonlyMap<string, readonly string[]>>;

  constructor(boxes: readonly HTMLInputElement[], cards: readonly HTMLElement[]) {
    this.#boxes = boxes;
    this.#names = [...new Set(boxes.map(({ name }) => name))];
    this.#values = new Map(
      cards.map((card) => [card, new Map(this.#names.map((name) => [name, (card.dataset[name] ?? '').split(' ')]))]),
    );
  }

  #has(card: HTMLElement, name: string, value: string): boolean {
    return this.#values.get(card)?.get(name)?.includes(value) ?? false;
  }

  /** Whether a card has one of the chosen values of each facet. One facet may be ignored, to count its values. */
  matches(card: HTMLElement, choices: FacetChoices, ignoredFacet?: string): boolean {
    return this.#names.every((name) => {
      const values = choices[name] ?? [];
      return name === ignoredFacet || values.length === 0 || values.some((value) => this.#has(card, name, value));
    });
  }

  /** The checked values of each facet. */
  get choices(): FacetChoices {
    const checkedValues = (facet: string) =>
      this.#boxes.filter(({ name, checked }) => name === facet && checked).map(({ value }) => value);
    return Object.fromEntries(this.#names.map((name) => [name, checkedValues(name)]));
  }

  /** Checks the values that an address names, and opens their facets so that they can be seen. */
  readParameters(parameters: URLSearchParams): void {
    for (const box of this.#boxes) {
      box.checked = parameters.getAll(box.name).includes(box.value);
      const facet = box.closest('details');
      if (box.checked && facet) facet.open = true;
    }
  }

  /** Unchecks every value. */
  clear(): void {
    for (const box of this.#boxes) box.checked = false;
  }

  /** Shows how many of the cards each value would leave, and disables a value that would leave none. */
  showCounts(cards: readonly HTMLElement[], choices: FacetChoices): void {
    for (const box of this.#boxes) {
      const { name, value } = box;
      const count = cards.filter((card) => this.matches(card, choices, name) && this.#has(card, name, value)).length;
      const countElement = box.closest('label')?.querySelector('.count');
      if (countElement) countElement.textContent = String(count);
      box.disabled = count === 0 && !box.checked;
    }
  }
}
