import type { Answers } from '../../core/answers/answers.ts';
import { mergeDrafts, nextTime, stampChanges } from '../../core/answers/merge-drafts.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { failure, firstProblem, type Result, success } from '../../core/model/result.ts';
import {
  listKeys,
  now,
  readItem,
  readTabItem,
  removeItem,
  toTimestamp,
  writeItem,
  writeTabItem,
} from '../platform/browser.ts';
import { currentKey, draftPrefix, quarantinePrefix, snapshotPrefix } from '../platform/storage-keys.ts';
import { type Draft, emptyDraft, type Quarantined, type Snapshot, type StoredDrafts } from './draft.ts';
import {
  quarantine,
  quarantineCopy,
  removeTexts,
  type StoredText,
  snapshotKeys,
  storedText,
  writeMakingRoom,
} from './stored-texts.ts';

type ParseAnswers = (data: unknown, outline: PackOutline) => Result<Answers>;

/** What a text gives while the schemas that read it are not loaded; `loadParser` loads them. */
export const parserMissing: Result<never> = failure('It has not been read yet.');

/**
 * The assessments that this browser keeps. A stored text is parsed only when it has changed; saving merges in whatever
 * other tabs have written in the meantime.
 */
export class DraftStore {
  readonly outline: PackOutline;
  /** Undefined until there is a text to parse: a first visit does without the schemas (9 KB of 25). */
  #parse: ParseAnswers | undefined;
  /** What each key held when this store last read or wrote it. */
  readonly #drafts = new Map<string, { text: string; draft: Result<Draft> }>();

  constructor(outline: PackOutline) {
    this.outline = outline;
  }

  /** Opens the store, ready to read everything in storage. */
  static async open(outline: PackOutline): Promise<DraftStore> {
    const store = new DraftStore(outline);
    await store.loadParser();
    return store;
  }

  /** Whether every text in storage can be read; if not, call `loadParser` first. */
  get canRead(): boolean {
    return this.#parse !== undefined || this.#unreadTexts().length === 0;
  }

  /**
   * Loads what the texts in storage need to be read: the schemas and, if some text is older than this pack, the rules that
   * migrate it. Without those rules an older assessment would be quarantined. Rejects if the scripts cannot be loaded.
   */
  async loadParser(): Promise<void> {
    const texts = this.#unreadTexts();
    if (texts.length === 0) return;
    this.#parse ??= (await import('../../core/answers/parse-answers.ts')).parseAnswers;
    const isCurrent = ({ key, text }: StoredText): boolean => {
      const draft = this.#read(key, text);
      return draft.ok && draft.value.answers.pack.version === this.outline.version;
    };
    if (texts.every(isCurrent)) return;
    this.#parse = (await import('../../core/answers/migrate.ts')).openAnswers;
    this.#drafts.clear();
  }

  /** Texts in storage that this store has neither read nor written. */
  #unreadTexts(): StoredText[] {
    const keys = [draftPrefix, snapshotPrefix].map(listKeys).flatMap((listed) => (listed.ok ? listed.value : []));
    return keys.flatMap(storedText).filter(({ key, text }) => this.#drafts.get(key)?.text !== text);
  }

  /**
   * Reads every draft in storage. A text that cannot be read goes into quarantine: never trusted, never thrown away. Texts
   * of other tabs are left out until the parser is loaded.
   */
  list(): StoredDrafts {
    const keys = listKeys(draftPrefix);
    const quarantineKeys = listKeys(quarantinePrefix);
    if (!keys.ok || !quarantineKeys.ok)
      return { drafts: [], quarantined: [], problem: keys.ok ? '' : firstProblem(keys) };
    const quarantined = new Map<string, Quarantined>(
      quarantineKeys.value.flatMap(storedText).map((stored) => [stored.key, { ...stored, problem: '' }]),
    );
    const drafts: Draft[] = [];
    for (const { key, text } of keys.value.flatMap(storedText)) {
      const draft = this.#read(key, text);
      if (draft.ok) drafts.push(draft.value);
      else if (draft !== parserMissing) {
        const newKey = quarantine(key, text);
        quarantined.set(newKey, { key: newKey, text, problem: firstProblem(draft), id: key.slice(draftPrefix.length) });
      }
    }
    drafts.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    return { drafts, quarantined: [...quarantined.values()], problem: null };
  }

  /** Every snapshot that can be read, newest first. */
  listSnapshots(): Snapshot[] {
    return snapshotKeys()
      .toReversed()
      .flatMap(storedText)
      .flatMap(({ key, text }) => {
        const draft = this.#parseDraft(key.slice(snapshotPrefix.length, key.lastIndexOf(':')), text);
        return draft.ok ? [{ ...draft.value, key }] : [];
      });
  }

  /**
   * Saves a draft: one read, one merge, one write. Call it under `withStorageLock`. If another tab has written since `base`,
   * the newer of each answer, field and list entry wins; what changed here counts as changed now. If the stored text cannot
   * be read, it is copied into quarantine first.
   * @param base the stored answers that the draft was made from; without them, timestamps alone decide
   * @returns what storage now holds, the browser's reason for refusing, or `parserMissing`
   */
  save(draft: Draft, base?: Answers): Result<Draft> {
    const key = draftPrefix + draft.id;
    const stored = readItem(key);
    if (!stored.ok) return stored;
    const theirs = stored.value === null ? undefined : this.#read(key, stored.value);
    if (theirs === parserMissing) return parserMissing;
    if (theirs && !theirs.ok) {
      const copy = quarantineCopy(key, stored.value ?? '');
      if (!copy.ok) return copy;
    }
    const answers = theirs?.ok ? withTheirs(draft.answers, theirs.value.answers, base) : draft.answers;
    const saved: Draft = { ...draft, savedAt: toTimestamp(), answers };
    const text = JSON.stringify({ ...saved.answers, savedAt: saved.savedAt });
    const written = writeMakingRoom(key, text);
    if (!written.ok) return written;
    this.#drafts.set(key, { text, draft: success(saved) });
    return success(saved);
  }

  /** Saves answers as a new draft, which this tab opens from now on. Call it under `withStorageLock`. */
  saveNew(answers: Answers): Result<Draft> {
    const saved = this.save({ ...emptyDraft(this.outline), answers });
    if (saved.ok) this.choose(saved.value.id);
    return saved;
  }

  /** Removes a draft and its snapshots. Returns the texts removed, or the browser's reason for refusing. */
  remove(id: string): Result<StoredText[]> {
    return removeTexts([...snapshotKeys(id), draftPrefix + id]);
  }

  removeQuarantined(key: string): Result<void> {
    return removeItem(key);
  }

  /** The draft last open in this tab, or else in any tab, if it still exists; otherwise the newest. */
  current({ drafts }: StoredDrafts): Draft | undefined {
    const ids = [readTabItem(currentKey), readItem(currentKey)].map((stored) => (stored.ok ? stored.value : null));
    return ids.flatMap((id) => drafts.filter((draft) => draft.id === id))[0] ?? drafts[0];
  }

  /** Remembers the draft open in this tab, whatever other tabs open. */
  pin(id: string): void {
    writeTabItem(currentKey, id);
  }

  /** Remembers the draft open in this tab, also for tabs opened later. */
  choose(id: string): void {
    this.pin(id);
    writeItem(currentKey, id);
  }

  /** Reads the text of a draft's key; the same text is parsed only once. */
  #read(key: string, text: string): Result<Draft> {
    const last = this.#drafts.get(key);
    if (last?.text === text) return last.draft;
    const draft = this.#parseDraft(key.slice(draftPrefix.length), text);
    if (this.#parse) this.#drafts.set(key, { text, draft });
    return draft;
  }

  /** Parses one stored text. Only answers to this pack, or to an older version of it, get through. */
  #parseDraft(id: string, text: string): Result<Draft> {
    if (!this.#parse) return parserMissing;
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      return failure('It is not valid JSON.');
    }
    const parsed = this.#parse(data, this.outline);
    if (!parsed.ok) return parsed;
    const { savedAt, ...answers } = parsed.value;
    return success({
      id,
      answers: answers as Answers,
      savedAt: typeof savedAt === 'string' ? savedAt : toTimestamp(),
    });
  }
}

/** This tab's answers merged with those in storage; unchanged if storage still holds what they were made from. */
function withTheirs(ours: Answers, theirs: Answers, base: Answers | undefined): Answers {
  if (theirs === base) return ours;
  if (!base) return mergeDrafts(theirs, ours);
  const common = mergeDrafts(theirs, base);
  return mergeDrafts(common, stampChanges(base, ours, toTimestamp(nextTime(common, now().getTime()))));
}
