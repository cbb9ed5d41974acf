/** What the journeys ask of a browser, whatever its engine and however it is driven. */
export interface Browser {
  /** As people call it, with its version. */
  name: string;
  /** Goes to an address and waits until it is loaded. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Makes the part of the window that shows the page so many CSS pixels large. */
  resize(width: number, height: number): Promise<void>;
  /** The text that a promise of the page comes to. */
  evaluate(promise: string): Promise<string | undefined>;
  /** Moves the mouse and presses keys, in the words of W3C WebDriver. */
  act(sources: object[]): Promise<void>;
  /** The page as a PDF; absent where the engine cannot be asked to print. */
  print?(): Promise<Uint8Array>;
  stop(): Promise<void>;
}

export type Scheme = 'light' | 'dark';
/** Starts a browser without a past: a profile of its own, gone afterwards. */
export type StartBrowser = (scheme: Scheme) => Promise<Browser>;
