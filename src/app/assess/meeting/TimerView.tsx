import { Component } from 'preact';
import type { Site } from '../../shared/view-data.ts';

/** A countdown that a person starts. It changes no answer and submits nothing. */
export interface Timer {
  state: 'off' | 'running' | 'up';
  /** Length in whole minutes. */
  minutes: number;
  secondsLeft: number;
  /** Starts it; ignores anything but 1 to 60 minutes. */
  start(minutes: number): void;
  stop(): void;
  /** Whether it has not been shown yet. */
  isNew: boolean;
  /** Calls back every second while it runs, and when it stops. Returns a function that ends this. */
  onTick(listener: () => void): () => void;
}

const clockText = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The timer of one question. Screen readers announce its end once, politely. */
export class TimerView extends Component<{ timer: Timer; site: Site }> {
  #minutesField: HTMLInputElement | null = null;
  #stopListening: (() => void) | undefined;

  override componentDidMount(): void {
    const { timer } = this.props;
    if (timer.isNew) this.#minutesField?.focus(); // the timer has replaced the button that had the focus
    timer.isNew = false;
    this.#stopListening = timer.onTick(() => this.forceUpdate());
  }

  override componentWillUnmount(): void {
    this.#stopListening?.();
  }

  override render() {
    const { timer, site } = this.props;
    const { t } = site;
    const isRunning = timer.state === 'running';
    return (
      <div class="timer" role="group" aria-label={t('meeting.timer')}>
        <label>
          {t('meeting.minutes')}{' '}
          <input
            type="number"
            min={1}
            max={60}
            value={timer.minutes}
            disabled={isRunning}
            ref={(element) => {
              this.#minutesField = element;
            }}
          />
        </label>
        <button
          type="button"
          class="secondary"
          onClick={() => (isRunning ? timer.stop() : timer.start(this.#minutesField?.valueAsNumber ?? Number.NaN))}
        >
          {t(isRunning ? 'meeting.stop' : 'meeting.start-timer')}
        </button>
        {isRunning ? (
          <span class="left number" role="timer">
            {clockText(timer.secondsLeft)}
          </span>
        ) : null}
        <p role="status">{timer.state === 'up' ? t('meeting.up', { count: timer.minutes }) : ''}</p>
      </div>
    );
  }
}
