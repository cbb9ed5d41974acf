import type { PackOutline } from '../../core/model/pack.ts';
import { firstProblem, type Result, success } from '../../core/model/result.ts';
import {
  type KeptProposals,
  mergeKept,
  nextChange,
  noProposals,
  type ReadKept,
  readKept,
  sameKept,
} from '../../core/proposals/kept-proposals.ts';
import {
  afterSeconds,
  attempt,
  now,
  onLeave,
  readItem,
  retrySeconds,
  toTimestamp,
  withStorageLock,
} from '../platform/browser.ts';
import { proposalsPrefix } from '../platform/storage-keys.ts';
import { quarantineCopy, writeMakingRoom } from './stored-texts.ts';

/** What this tab knows of the proposals of one assessment. */
interface TabProposals {
  kept: KeptProposals;
  /** The text that this tab wrote; undefined while a change waits to be saved. */
  text: string | undefined;
  /** Whether storage held proposals before that change: if it does not now, they were deleted with their assessment. */
  wasStored: boolean;
}

/**
 * The proposals that this browser keeps, under a key beside that of their assessment. Saving merges in what other tabs
 * have written since; what another tab has overwritten is written again.
 */
export class ProposalsStore {
  /** Why the browser refuses to save; null while it does not. */
  problem: string | null = null;
  readonly #outline: PackOutline;
  readonly #onChange: () => void;
  /** The last text of each assessment, and what it held. */
  readonly #readTexts = new Map<string, { text: string; result: Result<ReadKept> }>();
  readonly #byId = new Map<string, TabProposals>();
  /** Call whenever unsaved changes may have come or gone. */
  readonly #pendingChanged: () => void;
  #waitsForRetry = false;

  /** @param onChange called when something has changed that no action of this tab caused */
  constructor(outline: PackOutline, onChange: () => void) {
    this.#outline = outline;
    this.#onChange = onChange;
    this.#pendingChanged = onLeave(
      () => this.#flush(),
      () => this.#pending.length > 0,
    );
  }

  /** The assessments with changes that wait to be saved. */
  get #pending(): string[] {
    return [...this.#byId].flatMap(([id, { text }]) => (text === undefined ? [id] : []));
  }

  /** The proposals of an assessment, and what of them could not be read. */
  read(id: string): ReadKept {
    const { text, kept, lost } = this.#stored(id);
    const tabProposals = this.#byId.get(id);
    if (!tabProposals) return { kept, lost };
    if (text === null && tabProposals.text !== undefined) {
      this.#byId.delete(id); // they were deleted with their assessment
      return { kept, lost };
    }
    if (tabProposals.text !== undefined && tabProposals.text === text) return { kept, lost };
    const merged = mergeKept(kept, tabProposals.kept);
    if (text !== undefined && tabProposals.text !== undefined && !sameKept(merged, mergeKept(kept, kept)))
      void this.#hold(id, merged);
    return { kept: merged, lost };
  }

  /** What storage holds; no text if the browser refuses access. A text that cannot be read at all is one lost part. */
  #stored(id: string): ReadKept & { text: string | null | undefined } {
    const item = readItem(proposalsPrefix + id);
    const text = item.ok ? item.value : undefined;
    if (text === null || text === undefined) return { text, kept: noProposals, lost: [] };
    const earlier = this.#readTexts.get(id);
    const result = earlier?.text === text ? earlier.result : readKept(text, this.#outline);
    this.#readTexts.set(id, { text, result });
    if (result.ok) return { text, ...result.value };
    return { text, kept: noProposals, lost: [{ place: 'proposals', problem: firstProblem(result), raw: text }] };
  }

  /**
   * Changes the proposals of an assessment: in memory immediately, in storage once the lock is free.
   * @param change gets the time to give to the change
   * @returns resolves after the attempt to store it; `problem` then says whether the browser refused
   */
  change(id: string, change: (kept: KeptProposals, at: string) => KeptProposals): Promise<void> {
    const { kept } = this.read(id);
    return this.#hold(id, change(kept, toTimestamp(nextChange(kept, now().getTime()))));
  }

  #hold(id: string, kept: KeptProposals): Promise<void> {
    const tabProposals = this.#byId.get(id);
    const wasStored = tabProposals
      ? tabProposals.wasStored || tabProposals.text !== undefined
      : typeof this.#stored(id).text === 'string';
    this.#byId.set(id, { kept, text: undefined, wasStored });
    this.#pendingChanged();
    return this.#saveSoon();
  }

  async #saveSoon(): Promise<void> {
    await withStorageLock(() => this.#flush());
    this.#onChange();
  }

  /** Writes everything that waits. Call it under the lock, or when the page is being left. */
  #flush(): void {
    for (const id of this.#pending) {
      const attemptResult = attempt(() => this.#save(id));
      const result = attemptResult.ok ? attemptResult.value : attemptResult;
      this.problem = result.ok ? null : firstProblem(result);
    }
    this.#pendingChanged();
    if (this.#pending.length === 0 || this.#waitsForRetry) return;
    this.#waitsForRetry = true;
    afterSeconds(retrySeconds, () => {
      this.#waitsForRetry = false;
      void this.#saveSoon();
    });
  }

  /** One read, one merge, one write. What cannot be read is copied into quarantine first. */
  #save(id: string): Result<void> {
    const { text, kept, lost } = this.#stored(id);
    const tabProposals = this.#byId.get(id);
    if (text === null && tabProposals?.wasStored) {
      this.#byId.delete(id);
      return success(undefined);
    }
    const key = proposalsPrefix + id;
    const copy = lost.length > 0 && text ? quarantineCopy(key, text) : undefined;
    if (copy?.ok === false) return copy;
    const merged = mergeKept(kept, tabProposals?.kept ?? noProposals);
    const savedText = JSON.stringify(merged);
    const writeResult = writeMakingRoom(key, savedText);
    if (writeResult.ok) this.#byId.set(id, { kept: merged, text: savedText, wasStored: true });
    return writeResult;
  }
}
