/** A write of one tab on its way to the others. */
interface Write {
  key: string;
  value: string | null;
}

/** One pending step between a tab and its surroundings. */
type Job = () => void | Promise<void>;

/** The event passed to a listener. */
interface TabEvent {
  key: string | null;
  preventDefault(): void;
}

/** The active faults of a tab. */
export interface TabFaults {
  /** Storage is full: every write fails. */
  full: boolean;
  /** Every access to storage fails. */
  blocked: boolean;
}

/**
 * One tab of a fake browser. As in Chromium, every tab reads its own copy of storage: its writes reach the others
 * later, in order, each with a storage event.
 */
export class FakeTab {
  readonly faults: TabFaults = { full: false, blocked: false };
  /** How far the clock of this tab is ahead, in milliseconds. */
  clockSkew = 0;
  /** The copy of storage that this tab reads. */
  readonly view: Map<string, string>;
  readonly tabItems = new Map<string, string>();
  /** Writes of this tab that have not reached the disk yet. */
  readonly sent: Write[] = [];
  /** Writes of other tabs that this tab does not see yet. */
  readonly arriving: Write[] = [];
  readonly listeners = new Map<string, ((event: TabEvent) => void)[]>();
  readonly timers: Job[] = [];
  /** Scripts that this tab has asked for. */
  readonly loads: Job[] = [];
  readonly localStorage: object;
  readonly sessionStorage: object;

  constructor(disk: ReadonlyMap<string, string>, tabItems: ReadonlyMap<string, string> = new Map()) {
    this.view = new Map(disk);
    this.tabItems = new Map(tabItems);
    this.localStorage = storageOver(this.view, (key, value) => {
      if (value !== null && this.faults.full) throw new DOMException('full', 'QuotaExceededError');
      if (value === null) this.view.delete(key);
      else this.view.set(key, value);
      this.sent.push({ key, value });
    });
    this.sessionStorage = storageOver(this.tabItems, (key, value) => {
      if (value === null) this.tabItems.delete(key);
      else this.tabItems.set(key, value);
    });
  }

  /** Calls the listeners of an event. Returns whether one of them asks the person before the page is left. */
  fire(type: string, key: string | null = null): boolean {
    let asks = false;
    const preventDefault = () => {
      asks = true;
    };
    for (const listener of this.listeners.get(type) ?? []) listener({ key, preventDefault });
    return asks;
  }
}

/** Storage as scripts see it: with its methods, and with keys that `Object.keys` lists. */
function storageOver(items: ReadonlyMap<string, string>, write: (key: string, value: string | null) => void): object {
  const methods: Record<string, unknown> = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => write(key, value),
    removeItem: (key: string) => write(key, null),
  };
  return new Proxy(methods, {
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      items.has(String(key)) ? { configurable: true, enumerable: true, value: items.get(String(key)) } : undefined,
  });
}

/** A fake browser: one disk, one lock, tabs and a clock. Nothing happens until a step is taken. */
export class FakeBrowser {
  readonly disk = new Map<string, string>();
  readonly tabs: FakeTab[] = [];
  /** The requests that wait for the lock, in order. */
  readonly lockQueue: { tab: FakeTab; grant: Job }[] = [];
  clock = Date.UTC(2026, 10, 28, 12);
  #current: FakeTab | undefined;
  readonly #before = new Map<string, PropertyDescriptor | undefined>();

  /** Replaces the globals of Node with those of the running tab, until `restore`. */
  install(): void {
    const tab = () => {
      if (!this.#current) throw new Error('No tab runs.');
      return this.#current;
    };
    const RealDate = Date;
    const clock = () => this.clock + (this.#current?.clockSkew ?? 0);
    this.#define('localStorage', () => {
      if (tab().faults.blocked) throw new DOMException('blocked', 'SecurityError');
      return tab().localStorage;
    });
    this.#define('sessionStorage', () => tab().sessionStorage);
    this.#define('navigator', () => ({ locks: { request: this.#requestLock } }));
    this.#define('addEventListener', () => (type: string, listener: () => void) => {
      const { listeners } = tab();
      listeners.set(type, [...(listeners.get(type) ?? []), listener]);
    });
    this.#define('setTimeout', () => (job: Job) => tab().timers.push(job));
    const fakeDate = new Proxy(RealDate, {
      construct: (target, args) => (args.length === 0 ? new target(clock()) : Reflect.construct(target, args)),
    });
    this.#define('Date', () => fakeDate);
  }

  #define(name: string, get: () => unknown): void {
    this.#before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { configurable: true, get, set: () => undefined });
  }

  restore(): void {
    for (const [name, descriptor] of this.#before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  }

  readonly #requestLock = (_name: string, ...rest: unknown[]): Promise<void> => {
    const [tab, work] = [this.#current as FakeTab, rest.at(-1) as Job];
    return new Promise((resolve, reject) => {
      const grant = () => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      };
      const request = { tab, grant };
      this.lockQueue.push(request);
      const { signal } = rest[0] as { signal: AbortSignal };
      signal.addEventListener('abort', () => {
        const place = this.lockQueue.indexOf(request);
        if (place < 0) return; // it has the lock already
        this.lockQueue.splice(place, 1);
        reject(signal.reason);
      });
    });
  };

  /** Runs code in a tab until only work that waits for another step is left. */
  async run<T>(tab: FakeTab, code: () => T): Promise<Awaited<T>> {
    this.#current = tab;
    this.clock += 1;
    const result = await code();
    await new Promise((resolve) => setImmediate(resolve));
    return result;
  }

  open(tabItems?: ReadonlyMap<string, string>): FakeTab {
    const tab = new FakeTab(this.disk, tabItems);
    this.tabs.push(tab);
    return tab;
  }

  /** Closes a tab: its sent writes arrive, but its requests for the lock are dropped. */
  close(tab: FakeTab): void {
    while (tab.sent.length > 0) this.#store(tab);
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    for (const { tab: waiting } of [...this.lockQueue])
      if (waiting === tab)
        this.lockQueue.splice(
          this.lockQueue.findIndex((each) => each.tab === tab),
          1,
        );
  }

  /** Lets the oldest write of a tab reach the disk, and sends it to the other tabs. */
  #store(tab: FakeTab): void {
    const write = tab.sent.shift();
    if (!write) return;
    if (write.value === null) this.disk.delete(write.key);
    else this.disk.set(write.key, write.value);
    for (const other of this.tabs) if (other !== tab) other.arriving.push(write);
  }

  /** Shows a tab the oldest write of the others, unless its own write to the same key has not reached the disk yet. */
  #arrive(tab: FakeTab): void {
    const write = tab.arriving.shift();
    if (!write) return;
    const { key, value } = write;
    if (!tab.sent.some((own) => own.key === key)) {
      if (value === null) tab.view.delete(key);
      else tab.view.set(key, value);
    }
    tab.fire('storage', key);
  }

  /** All steps that could happen next without a person. */
  get possibleSteps(): { tab: FakeTab; step: Job }[] {
    const [next] = this.lockQueue;
    const granting = () => {
      this.lockQueue.shift();
      next?.grant();
    };
    return [
      ...(next ? [{ tab: next.tab, step: granting }] : []),
      ...this.tabs.flatMap((tab) => [
        ...(tab.sent.length > 0 ? [{ tab, step: () => this.#store(tab) }] : []),
        ...(tab.arriving.length > 0 ? [{ tab, step: () => this.#arrive(tab) }] : []),
        ...(tab.loads.length > 0 ? [{ tab, step: () => tab.loads.shift()?.() }] : []),
        ...(tab.timers.length > 0 ? [{ tab, step: () => tab.timers.shift()?.() }] : []),
      ]),
    ];
  }
}
