import type { Answers } from '../../core/answers/answers.ts';
import { mergeDrafts, sameDraft } from '../../core/answers/merge-drafts.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { firstProblem, type Result, success } from '../../core/model/result.ts';
import {
  attempt,
  listKeys,
  readItem,
  readTabItem,
  removeItem,
  toTimestamp,
  writeItem,
  writeTabItem,
} from '../platform/browser.ts';
import {
  currentKey,
  draftPrefix,
  lastSavedKey,
  proposalsPrefix,
  quarantinePrefix,
  snapshotPrefix,
} from '../platform/storage-keys.ts';
import {
  type Draft,
  emptyDraft,
  type Origin,
  type Quarantined,
  type SavedDraft,
  type Snapshot,
  type StoredDrafts,
} from './draft.ts';
import { DraftReader, parserMissing } from './draft-reader.ts';
import { stampNow } from './stamp-now.ts';
import {
  copyKey,
  deletedElsewhere,
  idOfKey,
  quarantine,
  quarantineCopy,
  removeTexts,
  type StoredText,
  snapshotKeys,
  storedText,
  textsUnder,
  wasSetAside,
  writeMakingRoom,
} from './stored-texts.ts';

/**
 * The assessments kept in this browser. Saving merges in what other tabs have written since.
 */
export class DraftStore {
  readonly outline: PackOutline;
  readonly #reader: DraftReader;

  constructor(outline: PackOutline) {
    this.outline = outline;
    this.#reader = new DraftReader(outline);
  }

  /** Opens the store, ready to read everything in storage. */
  static async open(outline: PackOutline): Promise<DraftStore> {
    const store = new DraftStore(outline);
    await store.loadParser();
    return store;
  }

  /** Whether all assessments in storage can be read; if not, call `loadParser` first. */
  get canRead(): boolean {
    return this.#reader.canRead(textsUnder(draftPrefix, snapshotPrefix));
  }

  /**
   * Loads what reading the texts in storage needs. Without it, older assessments would be quarantined. Rejects if the
   * scripts cannot be loaded.
   */
  loadParser(): Promise<void> {
    return this.#reader.load(textsUnder(draftPrefix, snapshotPrefix, quarantinePrefix));
  }

  /**
   * Reads every draft in storage. An unreadable text goes into quarantine: never trusted, never thrown away. If a text
   * can be read in part, a copy of it goes there. Texts of other tabs are left out until the parser is loaded.
   */
  list(): StoredDrafts {
    const keys = [draftPrefix, quarantinePrefix].map(listKeys);
    const refusal = keys.find((listing) => !listing.ok);
    if (refusal && !refusal.ok) return { drafts: [], quarantined: [], problem: firstProblem(refusal) };
    const earlierCopies = textsUnder(quarantinePrefix).map((source) => [source.key, this.#describe(source)] as const);
    const quarantined = new Map<string, Quarantined>(earlierCopies);
    const drafts: Draft[] = [];
    for (const source of textsUnder(draftPrefix)) {
      const draftResult = this.#reader.read(source.key, source.text);
      if (draftResult === parserMissing) continue;
      if (draftResult.ok) drafts.push(draftResult.value.draft);
      if (draftResult.ok && draftResult.value.lost.length === 0) continue;
      const key = draftResult.ok ? copyKey(source) : quarantine(source.key, source.text);
      quarantined.set(key, { ...this.#describe(source), key, id: idOfKey(source.key) });
    }
    drafts.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    return { drafts, quarantined: [...quarantined.values()], problem: null };
  }

  /** A text and its unreadable parts, if the parser is loaded. */
  #describe(source: StoredText): Quarantined {
    const draftResult = this.#reader.read(source.key, source.text);
    if (draftResult.ok) return { ...source, problem: '', lost: draftResult.value.lost };
    return { ...source, problem: draftResult === parserMissing ? '' : firstProblem(draftResult), lost: [] };
  }

  /**
   * The draft that this tab saved last, if another tab has overwritten it since. A write becomes visible to other tabs
   * only after a moment; a tab that writes in that moment reverts the draft to the state it knew. The page that saved
   * it would notice, unless the person left it immediately; so the next page in its tab checks.
   * @returns a list with the merged draft; empty if nothing is missing, or if the draft was deleted
   */
  overwritten({ drafts }: StoredDrafts): Draft[] {
    const lastSavedItem = readTabItem(lastSavedKey);
    const [id = '', text = ''] =
      lastSavedItem.ok && lastSavedItem.value !== null ? lastSavedItem.value.split(/\n(.*)/s) : [];
    const storedDraft = drafts.find((draft) => draft.id === id);
    const lastSaved = storedDraft && this.#reader.read(lastSavedKey, text);
    if (!storedDraft || !lastSaved?.ok) return [];
    const answers = mergeDrafts(storedDraft.answers, lastSaved.value.draft.answers);
    return sameDraft(storedDraft.answers, answers) ? [] : [{ ...storedDraft, answers }];
  }

  /** Every snapshot that can be read, newest first. */
  listSnapshots(): Snapshot[] {
    return snapshotKeys()
      .toReversed()
      .flatMap(storedText)
      .flatMap(({ key, text }) => {
        const draftResult = this.#reader.read(key, text);
        return draftResult.ok ? [{ ...draftResult.value.draft, key }] : [];
      });
  }

  /**
   * Saves a draft: one read, one merge, one write. Call it under `withStorageLock`. If another tab has written since,
   * the newer version of each answer, field and list entry wins; changes made here count as made now. If the stored
   * text cannot be read in full, copies it into quarantine first. Leaves out what could not be read again.
   * @returns what storage now holds, why the draft could not be saved, `parserMissing` or `deletedElsewhere`
   */
  save(draft: Draft, origin: Origin = {}): Result<SavedDraft> {
    const saveResult = attempt(() => this.#save(draft, origin));
    return saveResult.ok ? saveResult.value : saveResult;
  }

  #save(draft: Draft, origin: Origin): Result<SavedDraft> {
    const key = draftPrefix + draft.id;
    const storedItem = readItem(key);
    if (!storedItem.ok) return storedItem;
    if (origin.seen && storedItem.value === null && !wasSetAside(draft.id)) return deletedElsewhere;
    const draftResult = storedItem.value === null ? undefined : this.#reader.read(key, storedItem.value);
    if (draftResult === parserMissing) return parserMissing;
    if (storedItem.value !== null && draftResult && !(draftResult.ok && draftResult.value.lost.length === 0)) {
      const copy = quarantineCopy(key, storedItem.value);
      if (!copy.ok) return copy;
    }
    const theirs = draftResult?.ok ? draftResult.value.draft.answers : undefined;
    const checkResult = this.#reader.check(theirs ? withTheirs(draft.answers, theirs, origin) : draft.answers);
    if (!checkResult.ok) return checkResult;
    const { answers, lost } = checkResult.value;
    const savedDraft: Draft = { ...draft, savedAt: toTimestamp(), answers };
    const text = JSON.stringify({ ...answers, savedAt: savedDraft.savedAt });
    const writeResult = writeMakingRoom(key, text);
    if (!writeResult.ok) return writeResult;
    this.#reader.remember(key, text, savedDraft);
    writeTabItem(lastSavedKey, `${draft.id}\n${text}`); // if this fails, `overwritten` just finds nothing
    return success({ draft: savedDraft, lost });
  }

  /** Saves answers as a new draft, which this tab opens from now on. Call it under `withStorageLock`. */
  saveNew(answers: Answers): Result<SavedDraft> {
    const saveResult = this.save({ ...emptyDraft(this.outline), answers });
    if (saveResult.ok) this.rememberOpen(saveResult.value.draft.id);
    return saveResult;
  }

  /** Removes a draft with all that belongs to it. Returns the texts removed, or the browser's reason for refusing. */
  remove(id: string): Result<StoredText[]> {
    return removeTexts([...snapshotKeys(id), proposalsPrefix + id, draftPrefix + id]);
  }

  /** Removes a quarantined text for good. */
  removeQuarantined(key: string): Result<void> {
    return removeItem(key);
  }

  /** The draft last open in this tab, or else in any tab, if it still exists; otherwise the newest. */
  current({ drafts }: StoredDrafts): Draft | undefined {
    const ids = [readTabItem(currentKey), readItem(currentKey)].map((idResult) =>
      idResult.ok ? idResult.value : null,
    );
    return ids.flatMap((id) => drafts.filter((draft) => draft.id === id))[0] ?? drafts[0];
  }

  /** Remembers the draft open in this tab, whatever other tabs open. */
  rememberInTab(id: string): void {
    writeTabItem(currentKey, id);
  }

  /** Remembers the draft open in this tab, also for tabs opened later. */
  rememberOpen(id: string): void {
    this.rememberInTab(id);
    writeItem(currentKey, id);
  }
}

/** This tab's answers merged with those in storage; unchanged if they already include those. */
function withTheirs(ours: Answers, theirs: Answers, { base, seen }: Origin): Answers {
  if (theirs === seen) return ours;
  if (!base) return mergeDrafts(theirs, ours);
  const common = mergeDrafts(theirs, base);
  return mergeDrafts(common, stampNow(base, ours, common));
}
