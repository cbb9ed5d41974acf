/** What the journeys ask of a browser, whatever its engine and however it is driven. */
export interface Browser {
  /** Its usual name, with its version. */
  name: string;
  /** Goes to an address and waits until it is loaded. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Sets the size of the page's part of the window, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** The text that a promise in the page resolves to. */
  evaluate(promise: string): Promise<string | undefined>;
  /** Moves the mouse and presses keys, in the terms of W3C WebDriver. */
  act(sources: object[]): Promise<void>;
  /** The page as a PDF; absent where the engine cannot be asked to print. */
  print?(): Promise<Uint8Array>;
  stop(): Promise<void>;
}

export type Scheme = 'light' | 'dark';
/** Starts a browser with a fresh profile, which is deleted afterwards. */
export type StartBrowser = (scheme: Scheme) => Promise<Browser>;
