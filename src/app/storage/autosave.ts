import type { Answers } from '../../core/answers/answers.ts';
import { firstProblem } from '../../core/model/result.ts';
import { formatTime } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/translate.ts';
import { afterSeconds, now, onLeave, retrySeconds, withStorageLock } from '../platform/browser.ts';
import type { Draft, Origin, SavedDraft } from './draft.ts';
import { parserMissing } from './draft-reader.ts';
import type { DraftStore } from './draft-store.ts';
import type { KnownDrafts } from './known-drafts.ts';
import { noStatus, type SaveStatus } from './save-status.ts';
import { deletedElsewhere } from './stored-texts.ts';

/** How a session follows saving. */
export interface SaveListener {
  /** Where to find texts beside the drafts to be saved with them, and to note drafts that another tab has deleted. */
  readonly knownDrafts: Pick<KnownDrafts, 'late' | 'deleted'>;
  /** Storage now holds this draft, without the parts that did not fit. */
  onSaved(saved: SavedDraft): void;
  /** Some seconds have passed since the browser refused: time to try again. */
  onRetry(): void;
  /** The status may have changed. */
  onChange(): void;
}

/** A draft waiting to be saved. */
interface PendingDraft {
  draft: Draft;
  origin: Origin;
}

/** Saves changed drafts as soon as the storage lock is free, and keeps trying while the browser refuses. */
export class Autosave {
  status: SaveStatus = noStatus;
  /** Why the browser refuses to save; null while it does not. */
  problem: string | null = null;
  readonly #store: DraftStore;
  readonly #t: Translate;
  readonly #listener: SaveListener;
  readonly #pending = new Map<string, PendingDraft>();
  /** Call after every change to the pending drafts. */
  readonly #pendingChanged: () => void;
  #waitsForLock = false;
  #waitsForRetry = false;

  constructor(store: DraftStore, t: Translate, listener: SaveListener) {
    this.#store = store;
    this.#t = t;
    this.#listener = listener;
    this.#pendingChanged = onLeave(
      () => this.flush(),
      () => this.hasPending,
    );
  }

  /** Drafts whose latest state is not in storage yet. */
  get pendingDrafts(): Draft[] {
    return [...this.#pending.values()].map(({ draft }) => draft);
  }

  /** Whether anything waits to be saved. */
  get hasPending(): boolean {
    return this.#pending.size + this.#listener.knownDrafts.late.size > 0;
  }

  /** Forgets how the last save ended, since another draft is open. */
  clearStatus(): void {
    this.status = noStatus;
  }

  /** Whether this draft waits to be saved. */
  isPending(id: string): boolean {
    return this.#pending.has(id);
  }

  /** Adds a draft to those to be saved. A draft that is already waiting keeps the origin it was first made from. */
  hold(draft: Draft, { base, seen }: Origin = {}): void {
    const earlier = this.#pending.get(draft.id)?.origin;
    this.#pending.set(draft.id, { draft, origin: { base: earlier?.base ?? base, seen: seen ?? earlier?.seen } });
    this.#pendingChanged();
  }

  /** Saves a draft as soon as no other tab is writing. Without an origin, even if another tab has deleted it. */
  queue(draft: Draft, origin?: Origin): void {
    if (!origin) this.discard(draft.id);
    this.hold(draft, origin);
    this.saveSoon();
  }

  /**
   * Removes a draft from those to be saved.
   * @returns the answers that its unsaved changes started from; undefined if it had none, or was new
   */
  discard(id: string): Answers | undefined {
    const base = this.#pending.get(id)?.origin.base;
    this.#pending.delete(id);
    this.#listener.knownDrafts.deleted.delete(id);
    this.#pendingChanged();
    return base;
  }

  /** Saves every pending draft once the lock is free; changes made until then are written together. */
  saveSoon(): void {
    if (this.#waitsForLock) return;
    this.#waitsForLock = true;
    void this.#save()
      .catch((error: unknown) => this.#fail(error instanceof Error ? error.name : String(error)))
      .then(() => this.#listener.onChange());
  }

  async #save(): Promise<void> {
    await withStorageLock(() => {
      this.#waitsForLock = false;
      this.flush();
    });
    if (!this.hasPending || this.#store.canRead) return;
    await this.#store.loadParser(); // to merge what another tab wrote, or to store only what can be read again
    await withStorageLock(() => this.flush());
  }

  /**
   * Writes every pending draft immediately; a draft that cannot be saved does not stop the others. Call it under the
   * lock, or when the page is being left.
   */
  flush(): void {
    let problem: string | undefined;
    const { late, deleted } = this.#listener.knownDrafts;
    for (const [id, { draft, origin }] of this.#pending) {
      const result = this.#store.save(draft, origin);
      if (result === parserMissing) continue;
      if (result === deletedElsewhere) deleted.set(id, draft);
      else if (result.ok) this.#settle(id, result.value);
      else problem ??= firstProblem(result);
    }
    for (const { write } of late.values()) write();
    if (this.#pending.size + late.size === deleted.size) this.problem = null;
    this.#pendingChanged();
    if (deleted.size > 0 || problem !== undefined) this.#fail(problem);
  }

  #settle(id: string, savedDraft: SavedDraft): void {
    this.discard(id);
    this.status = { kind: 'saved', text: this.#t('question.saved', { time: formatTime(now()) }) };
    this.#listener.onSaved(savedDraft);
  }

  /** @param problem why the browser refuses; undefined if only drafts were not saved that another tab has deleted */
  #fail(problem: string | undefined): void {
    this.status = { kind: 'memory', text: this.#t('question.not-saved') };
    if (problem !== undefined) this.noteRefusal(problem);
  }

  /** Notes that the browser refuses access to storage, and tries again until it no longer does. */
  noteRefusal(problem: string): void {
    this.problem = problem;
    if (this.#waitsForRetry) return;
    this.#waitsForRetry = true;
    afterSeconds(retrySeconds, () => {
      this.#waitsForRetry = false;
      this.#listener.onRetry();
      this.#listener.onChange();
    });
  }
}
