import { afterSeconds, now } from '../../platform/browser.ts';
import type { Timer } from './TimerView.tsx';

/** The clock of a meeting. It reads the time again at each step, so that a sleeping tab is not late by more than one. */
export class MeetingTimer implements Timer {
  state: Timer['state'] = 'off';
  minutes = 5;
  fresh = true;
  private end = 0;
  private item = '';
  /** Which start a step belongs to: steps of earlier starts do nothing. */
  private run = 0;
  private readonly watchers = new Set<() => void>();

  /** The timer for a question; at another question than before it is off. */
  at(item: string): this {
    if (this.item !== item) this.state = 'off';
    this.item = item;
    return this;
  }

  get left(): number {
    return Math.max(0, Math.ceil((this.end - now().getTime()) / 1000));
  }

  start(minutes: number): void {
    if (!(minutes >= 1 && minutes <= 60)) return;
    this.minutes = Math.round(minutes);
    this.end = now().getTime() + this.minutes * 60_000;
    this.state = 'running';
    this.run += 1;
    this.step(this.run);
  }

  stop(): void {
    this.state = 'off';
    this.tell();
  }

  watch(call: () => void): () => void {
    this.watchers.add(call);
    return () => this.watchers.delete(call);
  }

  private tell(): void {
    for (const call of this.watchers) call();
  }

  private step(run: number): void {
    if (this.state !== 'running' || run !== this.run) return;
    if (this.left === 0) this.state = 'up';
    else afterSeconds(1, () => this.step(run));
    this.tell();
  }
}
