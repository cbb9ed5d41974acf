import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, vi } from 'vitest';
import { DraftStore } from '../../src/app/storage/draft-store.ts';
import { Session } from '../../src/app/storage/session.ts';
import type { PackOutline } from '../../src/core/model/pack.ts';

// Sessions over a storage that counts how often drafts are read and written.

export const pack: PackOutline = JSON.parse(readFileSync('tests/fixtures/released/pack-1.0.0.json', 'utf8'));
type Item = PackOutline['items'][number];
const prefix = 'trivium:assessment:';
export const [first, second] = pack.items as [Item, Item];
export const level = (item: { id: string; rev: number }, value: number) =>
  ({ item: item.id, rev: item.rev, state: 'level', level: value }) as const;

/** Storage that counts how often drafts are read and written. */
export class CountingStorage {
  [key: string]: unknown;
  static reads = 0;
  static writes = 0;
  constructor() {
    Object.defineProperties(this, {
      getItem: { value: this.read },
      setItem: { value: this.write, configurable: true },
      removeItem: { value: (key: string) => Reflect.deleteProperty(this, key) },
    });
  }
  private read(key: string): string | null {
    if (key.startsWith(prefix)) CountingStorage.reads += 1;
    return (this[key] as string | undefined) ?? null;
  }
  private write(key: string, text: string): void {
    if (key.startsWith(prefix)) CountingStorage.writes += 1;
    this[key] = text;
  }
}

/** The storage of the current test. */
export let storage: CountingStorage;

/** Gives each test of a file a storage of its own, and locks that are granted in turn. */
export function stubBrowser(): void {
  beforeEach(() => {
    storage = new CountingStorage();
    vi.stubGlobal('localStorage', storage);
    vi.stubGlobal('sessionStorage', new CountingStorage());
    vi.stubGlobal('addEventListener', () => undefined);
    const request = async (_name: string, _options: object, work: () => void) => {
      await Promise.resolve();
      work();
    };
    vi.stubGlobal('navigator', { locks: { request } });
  });
  afterEach(() => vi.unstubAllGlobals());
}

export const drafts = () => Object.keys(storage).filter((key) => key.startsWith(prefix));
export const storedAnswers = () =>
  JSON.parse(String(storage[drafts()[0] ?? ''])).answers as { item: string; level?: number }[];
export const openSession = async () =>
  new Session(
    await DraftStore.open(pack),
    (key) => key,
    () => undefined,
  );
/** Resolves once pending changes are in storage. */
export const saved = () => new Promise((resolve) => setTimeout(resolve));
