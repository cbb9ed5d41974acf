import { Component, type ComponentChildren, toChildArray } from 'preact';
import { fragment } from './browser.ts';
import { painted } from './frames.ts';

/** Those that still draw; what is inside another comes after it, and draws first. */
const drawing: Gradually[] = [];
let waiting: (() => void)[] = [];
/** Whether all has been drawn before: then the browser knows how, and does it at once. */
let practised = false;

/** Resolves once everything stands that is being drawn. */
export const allDrawn = (): Promise<void> =>
  new Promise((resolve) => {
    if (drawing.length === 0) resolve();
    else waiting.push(resolve);
  });

/** Draws its children one after the other, a frame each, so that long ones hold up nobody. What is drawn stays. */
export class Gradually extends Component<{ children?: ComponentChildren }, { drawn: number }> {
  override state = { drawn: practised ? Number.POSITIVE_INFINITY : 1 };

  override componentDidMount(): void {
    drawing.push(this);
    void this.#drawRest();
  }

  override componentWillUnmount(): void {
    this.#end();
  }

  #end(): void {
    const at = drawing.indexOf(this);
    if (at >= 0) drawing.splice(at, 1);
    if (drawing.length > 0) return;
    practised = true;
    for (const go of waiting) go();
    waiting = [];
  }

  async #drawRest(): Promise<void> {
    const place = document.getElementById(fragment());
    while (drawing.includes(this) && this.state.drawn < toChildArray(this.props.children).length) {
      await painted();
      if (drawing.at(-1) === this) this.setState({ drawn: this.state.drawn + 1 });
    }
    this.#end();
    this.setState({ drawn: Number.POSITIVE_INFINITY }); // also what comes to it later
    if (!place) document.getElementById(fragment())?.scrollIntoView(); // the address names a place that was not there yet
  }

  override render(): ComponentChildren {
    return toChildArray(this.props.children).slice(0, this.state.drawn);
  }
}
