import { afterSeconds, now } from '../../platform/browser.ts';
import type { Timer } from './TimerView.tsx';

/** The clock of a meeting. It reads the time at every tick, so a tab that has slept is at most one tick late. */
export class MeetingTimer implements Timer {
  state: Timer['state'] = 'off';
  minutes = 5;
  isNew = true;
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
    return Math.max(0, Math.ceil((this.#end - now().getTime()) / 1000));
  }

  /** Starts the countdown. Ignores anything but 1 to 60 minutes. */
  start(minutes: number): void {
    if (!(minutes >= 1 && minutes <= 60)) return;
    this.minutes = Math.round(minutes);
    this.#end = now().getTime() + this.minutes * 60_000;
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
