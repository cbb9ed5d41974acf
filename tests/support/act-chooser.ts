/** An act is behind if it has not been done once in this many steps, on average. */
const period = 60;
/** How often a step goes to one of the acts that are behind. */
const catchUpShare = 1 / 3;

/**
 * Chooses what a random test does next: by share, except that acts that are behind come first, so that a short run does
 * every act several times. The same random numbers give the same acts.
 */
export class ActChooser {
  /** How often each act was done. */
  readonly times: Map<string, number>;
  readonly #shares: readonly (readonly [string, number])[];
  readonly #random: () => number;
  #steps = 0;

  /** @param shares how often each act is chosen, in any unit */
  constructor(shares: Readonly<Record<string, number>>, random: () => number) {
    this.#shares = Object.entries(shares);
    this.times = new Map(this.#shares.map(([name]) => [name, 0]));
    this.#random = random;
  }

  next(): string {
    this.#steps += 1;
    return this.#behind() ?? this.#byShare();
  }

  /** Counts an act. One that found nothing to do is not counted, and is chosen again soon. */
  count(name: string): void {
    this.times.set(name, (this.times.get(name) ?? 0) + 1);
  }

  /** One of the acts that are behind, if it is their turn. */
  #behind(): string | undefined {
    const names = [...this.times].flatMap(([name, count]) => (count < this.#steps / period ? [name] : []));
    if (names.length === 0 || this.#random() >= catchUpShare) return undefined;
    return names[Math.floor(this.#random() * names.length)];
  }

  #byShare(): string {
    const total = this.#shares.reduce((sum, [, share]) => sum + share, 0);
    let left = this.#random() * total;
    const found = this.#shares.find(([, share]) => {
      left -= share;
      return left < 0;
    });
    return found?.[0] ?? this.#shares[0]?.[0] ?? '';
  }
}
