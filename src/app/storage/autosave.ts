import type { Answers } from '../../core/answers/answers.ts';
import { firstProblem } from '../../core/model/result.ts';
import { formatTime } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/translate.ts';
import { afterSeconds, now, onLeave, withStorageLock } from '../platform/browser.ts';
import type { Draft } from './draft.ts';
import type { DraftStore } from './draft-store.ts';

/** How saving went, as the status line says it. */
export interface SaveStatus {
  kind: 'none' | 'saved' | 'memory';
  text: string;
}
export const noStatus: SaveStatus = { kind: 'none', text: '' };

/** What a session does when saving has news. */
export interface SaveListener {
  /** Storage holds this now. */
  saved(draft: Draft): void;
  /** A while has passed since the browser refused: time to look again. */
  retry(): void;
  /** There is something new to show. */
  changed(): void;
}

/** An assessment on its way into storage. */
interface Pending {
  draft: Draft;
  /** The answers in storage that it was made from. */
  base: Answers | undefined;
}

/** Seconds between attempts to save while the browser refuses. */
const retrySeconds = 2;

/** Brings changed assessments into storage as soon as the lock is free, and again and again where the browser refuses. */
export class Autosave {
  status = noStatus;
  /** Why the browser refuses to save; null while it does not. */
  problem: string | null = null;
  readonly #store: DraftStore;
  readonly #t: Translate;
  readonly #listener: SaveListener;
  readonly #pending = new Map<string, Pending>();
  #isWaiting = false;

  constructor(store: DraftStore, t: Translate, listener: SaveListener) {
    this.#store = store;
    this.#t = t;
    this.#listener = listener;
    onLeave(
      () => this.flush(),
      () => this.hasPending,
    );
  }

  /** Assessments whose newest state is not in storage yet. */
  get pendingDrafts(): Draft[] {
    return [...this.#pending.values()].map(({ draft }) => draft);
  }

  get hasPending(): boolean {
    return this.#pending.size > 0;
  }

  isPending(id: string): boolean {
    return this.#pending.has(id);
  }

  /** Takes an assessment to be saved. What is already waiting of it keeps the base that it was made from. */
  hold(draft: Draft, base: Answers | undefined): void {
    this.#pending.set(draft.id, { draft, base: this.#pending.get(draft.id)?.base ?? base });
  }

  /** Takes an assessment to be saved, and saves it as soon as no other tab writes. */
  queue(draft: Draft, base: Answers | undefined): void {
    this.hold(draft, base);
    this.saveSoon();
  }

  saveSoon(): void {
    void this.#save().then(() => this.#listener.changed());
  }

  async #save(): Promise<void> {
    if (!this.#store.canRead) await this.#store.loadParser();
    await withStorageLock(() => this.flush());
  }

  drop(id: string): void {
    this.#pending.delete(id);
  }

  /** Writes everything that waits, at once; to be called under the lock, or when the page is left. */
  flush(): void {
    if (!this.#store.canRead) return; // another tab has written something that only the next attempt can merge
    for (const [id, { draft, base }] of this.#pending) {
      const saved = this.#store.save(draft, base);
      if (!saved.ok) {
        this.status = { kind: 'memory', text: this.#t('question.not-saved') };
        this.refused(firstProblem(saved));
        return;
      }
      this.problem = null;
      this.#pending.delete(id);
      this.status = { kind: 'saved', text: this.#t('question.saved', { time: formatTime(now()) }) };
      this.#listener.saved(saved.value);
    }
  }

  /** Notes that the browser refuses, and tries again until it does not. */
  refused(problem: string): void {
    this.problem = problem;
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    afterSeconds(retrySeconds, () => {
      this.#isWaiting = false;
      this.#listener.retry();
      this.#listener.changed();
    });
  }
}
