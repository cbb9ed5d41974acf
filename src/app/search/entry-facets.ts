/** For each facet the values chosen. */
export type Chosen = Record<string, string[]>;

/** The facets of a list: boxes named after a facet, and cards that carry their values of it as data. */
export function facetsOf(boxes: readonly HTMLInputElement[], cards: readonly HTMLElement[]) {
  const names = [...new Set(boxes.map(({ name }) => name))];
  const values = new Map(
    cards.map((card) => [card, new Map(names.map((name) => [name, (card.dataset[name] ?? '').split(' ')]))]),
  );
  const has = (card: HTMLElement, name: string, value: string): boolean =>
    values.get(card)?.get(name)?.includes(value) ?? false;

  /** Whether a card has one of the values chosen in each facet; one facet may be left out, to count its values. */
  const fits = (card: HTMLElement, chosen: Chosen, except?: string): boolean =>
    names.every((name) => {
      const wanted = chosen[name] ?? [];
      return name === except || wanted.length === 0 || wanted.some((value) => has(card, name, value));
    });

  /** What is chosen now. */
  const chosen = (): Chosen =>
    Object.fromEntries(
      names.map((name) => [name, boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value)]),
    );

  /** Shows beside each value how many cards it would leave; one that would leave none cannot be chosen. */
  function showCounts(matching: readonly HTMLElement[], now: Chosen) {
    for (const box of boxes) {
      const count = matching.filter((card) => fits(card, now, box.name) && has(card, box.name, box.value)).length;
      const shown = box.closest('label')?.querySelector('.count');
      if (shown) shown.textContent = String(count);
      box.disabled = count === 0 && !box.checked;
    }
  }

  return { names, fits, chosen, showCounts };
}
