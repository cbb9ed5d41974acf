import { Component } from 'preact';
import type { Site } from '../../shared/view-data.ts';

/** A clock that a person starts. It changes nothing and submits nothing. */
export interface Timer {
  state: 'off' | 'running' | 'up';
  /** How long it runs, in whole minutes. */
  minutes: number;
  /** Seconds that are left. */
  left: number;
  /** Starts it; `minutes` is 1 to 60, and anything else is ignored. */
  start(minutes: number): void;
  stop(): void;
  /** Whether it has not been shown yet. */
  fresh: boolean;
  /** Calls back while it runs, once a second; returns how to stop that. */
  watch(call: () => void): () => void;
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The timer of one question: off until somebody starts it; its end is said once, politely. */
export class TimerView extends Component<{ timer: Timer; site: Site }> {
  private field: HTMLInputElement | null = null;
  private unwatch: (() => void) | undefined;

  override componentDidMount(): void {
    const { timer } = this.props;
    if (timer.fresh) this.field?.focus(); // the button that asked for it is gone
    timer.fresh = false;
    this.unwatch = timer.watch(() => this.forceUpdate());
  }

  override componentWillUnmount(): void {
    this.unwatch?.();
  }

  override render() {
    const { timer, site } = this.props;
    const { t } = site;
    const running = timer.state === 'running';
    return (
      <div class="timer" role="group" aria-label={t('meeting.timer')}>
        <label>
          {t('meeting.minutes')}{' '}
          <input
            type="number"
            min={1}
            max={60}
            value={timer.minutes}
            disabled={running}
            ref={(element) => {
              this.field = element;
            }}
          />
        </label>
        <button
          type="button"
          class="secondary"
          onClick={() => (running ? timer.stop() : timer.start(this.field?.valueAsNumber ?? Number.NaN))}
        >
          {t(running ? 'meeting.stop' : 'meeting.start-timer')}
        </button>
        {running ? (
          <span class="left number" role="timer">
            {clock(timer.left)}
          </span>
        ) : null}
        <p role="status">{timer.state === 'up' ? t('meeting.up', { count: timer.minutes }) : ''}</p>
      </div>
    );
  }
}
