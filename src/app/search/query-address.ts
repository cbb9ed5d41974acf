import { query as addressParameters, pathname, pushPath, replacePath } from '../platform/browser.ts';

/** Delay in ms between two changes of the address while a person types; a held key would make 30 a second. */
const typingDelayMs = 300;

const pathWith = (query: string): string => pathname() + (query && `?${query}`);

/** Keeps in the address what a search form asks for. */
export class QueryAddress {
  /** What the address should be once the present delay is over; undefined if it is that already. */
  #waiting: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Puts parameters into the address; with `isStep` as a new step, unless they are there already; otherwise soon. */
  write(query: string, isStep: boolean): void {
    if (isStep) {
      this.flush(); // "back" leads to what was typed before this step
      this.discard();
      if (addressParameters().toString() !== query) pushPath(pathWith(query));
      return;
    }
    this.#waiting = query;
    if (this.#timer === undefined) this.flush();
  }

  /** Forgets what waits, because the person has gone back or forward. */
  discard(): void {
    this.#waiting = undefined;
  }

  /** Puts what waits into the address now: the person may be about to leave the page. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting === undefined) return;
    if (replacePath(pathWith(this.#waiting)).ok) this.#waiting = undefined; // otherwise once more after the delay
    this.#timer = setTimeout(() => this.flush(), typingDelayMs);
  }
}
