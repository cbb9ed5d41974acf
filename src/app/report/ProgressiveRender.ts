import { Component, type ComponentChildren, toChildArray } from 'preact';
import { fragment } from '../platform/browser.ts';
import { nextPaint } from '../platform/scheduling.ts';

/** Those that still draw; what is inside another comes after it, and draws first. */
const pending: ProgressiveRender[] = [];
let waiting: (() => void)[] = [];
/** Whether all has been drawn before: then the browser knows how, and does it at once. */
let hasRendered = false;

/** Resolves once everything stands that is being drawn. */
export const allRendered = (): Promise<void> =>
  new Promise((resolve) => {
    if (pending.length === 0) resolve();
    else waiting.push(resolve);
  });

/** Draws its children one after the other, a frame each, so that long ones hold up nobody. What is drawn stays. */
export class ProgressiveRender extends Component<{ children?: ComponentChildren }, { drawn: number }> {
  override state = { drawn: hasRendered ? Number.POSITIVE_INFINITY : 1 };

  override componentDidMount(): void {
    pending.push(this);
    void this.#drawRest();
  }

  override componentWillUnmount(): void {
    this.#end();
  }

  #end(): void {
    const at = pending.indexOf(this);
    if (at >= 0) pending.splice(at, 1);
    if (pending.length > 0) return;
    hasRendered = true;
    for (const go of waiting) go();
    waiting = [];
  }

  async #drawRest(): Promise<void> {
    const place = document.getElementById(fragment());
    while (pending.includes(this) && this.state.drawn < toChildArray(this.props.children).length) {
      await nextPaint();
      if (pending.at(-1) === this) this.setState({ drawn: this.state.drawn + 1 });
    }
    this.#end();
    this.setState({ drawn: Number.POSITIVE_INFINITY }); // also what comes to it later
    if (!place) document.getElementById(fragment())?.scrollIntoView(); // the address names a place that was not there yet
  }

  override render(): ComponentChildren {
    return toChildArray(this.props.children).slice(0, this.state.drawn);
  }
}
