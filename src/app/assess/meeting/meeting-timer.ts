import { afterSeconds } from '../../platform/browser.ts';
import type { Timer } from './TimerView.tsx';

/**
 * The clock of a meeting. It reads the time at every tick, so a tab in the background is at most one tick late. The time is
 * that since the page was opened, and not the time of day: setting the computer's clock neither ends a discussion nor
 * lengthens it. While a laptop sleeps nobody discusses; whether that counts is up to the browser (`performance.now()`
 * goes on under Windows and stops elsewhere): the timer is then up, or goes on where it was.
 */
export class MeetingTimer implements Timer {
  state: Timer['state'] = 'off';
  minutes = 5;
  isNew = true;
  /** In milliseconds since the page was opened. */
  #end = 0;
  #item = '';
  /** Number of the current run: ticks of earlier runs do nothing. */
  #run = 0;
  readonly #listeners = new Set<() => void>();

  /** The timer for a question; moving to another question turns it off. */
  forQuestion(item: string): this {
    if (this.#item !== item) this.state = 'off';
    this.#item = item;
    return this;
  }

  /** Seconds until the end, rounded up; 0 once the time is up. */
  get secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#end - performance.now()) / 1000));
  }

  /** Starts the countdown. Ignores anything but 1 to 60 minutes. */
  start(minutes: number): void {
    if (!(minutes >= 1 && minutes <= 60)) return;
    this.minutes = Math.round(minutes);
    this.#end = performance.now() + this.minutes * 60_000;
    this.state = 'running';
    this.#run += 1;
    this.#tick(this.#run);
  }

  /** Turns the timer off. */
  stop(): void {
    this.state = 'off';
    this.#notify();
  }

  /** Calls back every second and whenever the timer starts or stops. Returns what ends that. */
  onTick(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }

  #tick(run: number): void {
    if (this.state !== 'running' || run !== this.#run) return;
    if (this.secondsLeft === 0) this.state = 'up';
    else afterSeconds(1, () => this.#tick(run));
    this.#notify();
  }
}
