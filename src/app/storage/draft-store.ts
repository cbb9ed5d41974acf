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
import { type Draft, emptyDraft } from './draft.ts';
import {
  quarantine,
  quarantineCopy,
  removeTexts,
  type StoredText,
  snapshotKeys,
  storedText,
  writeMakingRoom,
} from './stored-texts.ts';

/** A stored text that could not be read: kept as it was, for the person to download. */
export interface Quarantined extends StoredText {
  problem: string;
  /** The assessment whose place it took, where that has just happened. */
  id?: string;
}

type ParseAnswers = (data: unknown, outline: PackOutline) => Result<Answers>;

/** Everything this browser keeps. */
export interface StoredDrafts {
  /** Newest first. */
  drafts: Draft[];
  quarantined: Quarantined[];
  /** Why the browser does not let us read at all; null where it does. */
  problem: string | null;
}

/** An earlier state of an assessment. */
export interface Snapshot extends Draft {
  key: string;
}

/**
 * The assessments that this browser keeps. It parses a stored text only where it has changed, and whatever it writes takes
 * in what other tabs have written meanwhile.
 */
export class DraftStore {
  readonly outline: PackOutline;
  /** Reads answers; undefined until a text needs it, since a first visit does without the schemas (9 KB of 25). */
  #parse: ParseAnswers | undefined;
  /** What each key held when it was read or written last. */
  readonly #drafts = new Map<string, { text: string; draft: Result<Draft> }>();

  constructor(outline: PackOutline) {
    this.outline = outline;
  }

  /** Opens the store, with what it takes to read the texts in storage. */
  static async open(outline: PackOutline): Promise<DraftStore> {
    const store = new DraftStore(outline);
    await store.loadParser();
    return store;
  }

  /** Whether every text in storage can be read; otherwise `loadParser` has to come first. */
  get canRead(): boolean {
    return this.#parse !== undefined || this.#unreadTexts().length === 0;
  }

  /**
   * Loads what it takes to read the texts in storage: the schemas, and the rules that carry older answers over where some
   * need them. Without these rules, an older assessment would be quarantined.
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

  /** Texts in storage that are not those this store has read or written. */
  #unreadTexts(): StoredText[] {
    const keys = [draftPrefix, snapshotPrefix].map(listKeys).flatMap((listed) => (listed.ok ? listed.value : []));
    return keys.flatMap(storedText).filter(({ key, text }) => this.#drafts.get(key)?.text !== text);
  }

  /** Reads everything that is kept. What cannot be read goes into quarantine, never trusted and never thrown away. */
  list(): StoredDrafts {
    const keys = listKeys(draftPrefix);
    const quarantineKeys = listKeys(quarantinePrefix);
    if (!keys.ok || !quarantineKeys.ok)
      return { drafts: [], quarantined: [], problem: keys.ok ? '' : firstProblem(keys) };
    const quarantined = new Map<string, Quarantined>(
      quarantineKeys.value.flatMap(storedText).map((stored) => [stored.key, { ...stored, problem: '' }]),
    );
    const drafts: Draft[] = [];
    for (const { key, text } of this.canRead ? keys.value.flatMap(storedText) : []) {
      const draft = this.#read(key, text);
      if (draft.ok) drafts.push(draft.value);
      else {
        const place = quarantine(key, text);
        quarantined.set(place, { key: place, text, problem: firstProblem(draft), id: key.slice(draftPrefix.length) });
      }
    }
    drafts.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    return { drafts, quarantined: [...quarantined.values()], problem: null };
  }

  /** The earlier states that can be read, newest first. */
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
   * Saves an assessment, in one go of reading, merging and writing; to be called under `withStorageLock`. Where another tab
   * has written since `base`, both are merged: of each answer, field and entry the later one, and what changed here counts
   * as changed now. A text in its place that cannot be read is copied into quarantine first.
   * @param base the answers in storage that the draft was made from; without them, times alone decide
   * @returns what storage holds now, or the browser's reason for refusing
   */
  save(draft: Draft, base?: Answers): Result<Draft> {
    const key = draftPrefix + draft.id;
    const stored = readItem(key);
    if (!stored.ok) return stored;
    const theirs = stored.value === null ? undefined : this.#read(key, stored.value);
    if (theirs && !theirs.ok) {
      const copy = quarantineCopy(key, stored.value ?? '');
      if (!copy.ok) return copy;
    }
    const answers = theirs?.ok ? withTheirs(draft.answers, theirs.value.answers, base) : draft.answers;
    const saved: Draft = { ...draft, savedAt: now().toISOString(), answers };
    const text = JSON.stringify({ ...saved.answers, savedAt: saved.savedAt });
    const written = writeMakingRoom(key, text);
    if (!written.ok) return written;
    this.#drafts.set(key, { text, draft: success(saved) });
    return success(saved);
  }

  /** Saves answers as a new assessment and makes it the one that this tab opens. To be called under `withStorageLock`. */
  saveNew(answers: Answers): Result<Draft> {
    const saved = this.save({ ...emptyDraft(this.outline), answers });
    if (saved.ok) this.choose(saved.value.id);
    return saved;
  }

  /** Removes an assessment with its earlier states. Returns the texts that stood there, or the browser's reason. */
  remove(id: string): Result<StoredText[]> {
    return removeTexts([...snapshotKeys(id), draftPrefix + id]);
  }

  removeQuarantined(key: string): Result<void> {
    return removeItem(key);
  }

  /** The assessment that this tab had open last, or any tab, if it is still there; else the newest. */
  current({ drafts }: StoredDrafts): Draft | undefined {
    const ids = [readTabItem(currentKey), readItem(currentKey)].map((stored) => (stored.ok ? stored.value : null));
    return ids.flatMap((id) => drafts.filter((draft) => draft.id === id))[0] ?? drafts[0];
  }

  /** Makes an assessment the one that this tab opens, whatever other tabs have open. */
  pin(id: string): void {
    writeTabItem(currentKey, id);
  }

  /** Makes an assessment the one that this tab opens, and tabs that open none yet. */
  choose(id: string): void {
    this.pin(id);
    writeItem(currentKey, id);
  }

  /** Reads the text under the key of an assessment; the same text is parsed once. */
  #read(key: string, text: string): Result<Draft> {
    const last = this.#drafts.get(key);
    if (last?.text === text) return last.draft;
    const draft = this.#parseDraft(key.slice(draftPrefix.length), text);
    if (this.#parse) this.#drafts.set(key, { text, draft });
    return draft;
  }

  /** Reads one stored text. Only an assessment of this pack, or of an older version of it, gets through. */
  #parseDraft(id: string, text: string): Result<Draft> {
    if (!this.#parse) return failure('It has not been read yet.');
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
      savedAt: typeof savedAt === 'string' ? savedAt : now().toISOString(),
    });
  }
}

/** Answers of this tab with what another has stored; unchanged where storage still holds what they were made from. */
function withTheirs(ours: Answers, theirs: Answers, base: Answers | undefined): Answers {
  if (theirs === base) return ours;
  if (!base) return mergeDrafts(theirs, ours);
  const common = mergeDrafts(theirs, base);
  return mergeDrafts(common, stampChanges(base, ours, toTimestamp(nextTime(common, now().getTime()))));
}
