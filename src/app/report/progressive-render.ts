import { Component, type ComponentChildren, type ComponentType, toChildArray } from 'preact';
import { fragment } from '../platform/browser.ts';
import { nextPaint } from '../platform/scheduling.ts';

interface ProgressiveState {
  rendered: number;
}

/**
 * Renders the parts of a page one per frame the first time, so that a long page stays responsive: on a slow phone a
 * report blocked it for 203 ms without this, and blocks it for at most 20 ms with it (Lighthouse). Later renders happen at
 * once, since the browser has compiled the code by then.
 */
export class ProgressiveRender {
  /** Renders its children in turn. An instance inside another one finishes first. */
  readonly Component: ComponentType<{ children?: ComponentChildren }>;
  readonly #pending: Component[] = [];
  #waiting: (() => void)[] = [];
  #isDone = false;

  constructor() {
    const queue = this;
    this.Component = class Progressive extends Component<{ children?: ComponentChildren }, ProgressiveState> {
      override state = { rendered: queue.#isDone ? Number.POSITIVE_INFINITY : 1 };

      /** Runs for a parent before its children, unlike `componentDidMount`. */
      override componentWillMount(): void {
        queue.#pending.push(this);
      }

      override componentDidMount(): void {
        void this.renderRest();
      }

      override componentWillUnmount(): void {
        queue.#finish(this);
      }

      async renderRest(): Promise<void> {
        const target = document.getElementById(fragment());
        const count = () => toChildArray(this.props.children).length;
        while (queue.#pending.includes(this) && this.state.rendered < count()) {
          await nextPaint();
          if (queue.#pending.at(-1) === this) this.setState({ rendered: this.state.rendered + 1 });
        }
        queue.#finish(this);
        this.setState({ rendered: Number.POSITIVE_INFINITY }); // including children added later
        if (!target) document.getElementById(fragment())?.scrollIntoView(); // a part that was not there before
      }

      override render(): ComponentChildren {
        return toChildArray(this.props.children).slice(0, this.state.rendered);
      }
    };
  }

  /** Resolves once every part is rendered. */
  whenDone(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#pending.length === 0) resolve();
      else this.#waiting.push(resolve);
    });
  }

  #finish(parts: Component): void {
    const index = this.#pending.indexOf(parts);
    if (index >= 0) this.#pending.splice(index, 1);
    if (this.#pending.length > 0) return;
    this.#isDone = true;
    for (const resolve of this.#waiting) resolve();
    this.#waiting = [];
  }
}
