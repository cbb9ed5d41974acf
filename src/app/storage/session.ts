import { type Answer, type AnswerMap, type Answers, answerMap } from '../../core/answers/answers.ts';
import { mergeDrafts, sameDraft } from '../../core/answers/merge-drafts.ts';
import type { Translate } from '../../i18n/translate.ts';
import { firstInTab, today, withStorageLock } from '../platform/browser.ts';
import { openedPrefix } from '../platform/storage-keys.ts';
import { withAnswer } from './answer-edits.ts';
import { Autosave } from './autosave.ts';
import { type Draft, emptyDraft, type SavedDraft, type Undoable } from './draft.ts';
import type { DraftStore } from './draft-store.ts';
import { KnownDrafts } from './known-drafts.ts';
import { type Conflict, LocalAnswers } from './local-answers.ts';
import { stampNow } from './stamp-now.ts';
import { keepSnapshot } from './stored-texts.ts';

/** One person's work in this tab: the open draft, and the answers given to it here. */
export class Session {
  draft: Draft;
  undoable: Undoable | undefined;
  /** The outcome of the last action on a whole draft, as a sentence for screen readers. */
  announcement = '';
  readonly store: DraftStore;
  readonly #autosave: Autosave;
  readonly knownDrafts: KnownDrafts;
  /** Answers to the open draft that were given in this tab. */
  readonly #localAnswers = new LocalAnswers();
  /** Whether the open draft is new and untouched: then the first stored draft replaces it. */
  #isPristine: boolean;

  /** @param onChange called when something has changed that no action of this tab caused */
  constructor(store: DraftStore, t: Translate, onChange: () => void) {
    this.store = store;
    this.knownDrafts = new KnownDrafts(store.list());
    const { contents } = this.knownDrafts;
    this.#autosave = new Autosave(store, t, {
      knownDrafts: this.knownDrafts,
      onSaved: (savedDraft) => this.#afterSave(savedDraft),
      onRetry: () => this.refresh(),
      onChange,
    });
    if (contents.problem !== null) this.noteRefusal(contents.problem);
    const draft = store.current(contents);
    this.#isPristine = draft === undefined;
    this.draft = draft ?? emptyDraft(store.outline);
    this.#startDraft();
    this.#repair([...this.knownDrafts.update(contents), ...store.overwritten(contents)]);
  }

  /** Answers by item, without those that are unanswered. */
  get answers(): AnswerMap {
    return answerMap(this.draft.answers);
  }

  /** Whether and when the open draft was saved. */
  get status(): Autosave['status'] {
    return this.#autosave.status;
  }

  /** Why the browser refuses to save; null while it does not. */
  get storageProblem(): string | null {
    return this.#autosave.problem;
  }

  /** Every draft, newest first, including those that only this tab holds. */
  get drafts(): Draft[] {
    const storedDrafts = this.knownDrafts.contents.drafts.filter(({ id }) => !this.#autosave.isPending(id));
    return [...this.#autosave.pendingDrafts, ...storedDrafts];
  }

  /** The draft of an id, as this tab knows it; undefined if it knows none. */
  findDraft(id: string): Draft | undefined {
    return id === this.draft.id ? this.draft : this.drafts.find((draft) => draft.id === id);
  }

  /** What the draft holds for a question: its answer, or a note made before there was one. Undefined if neither. */
  answerOf(item: string): Answer | undefined {
    return this.draft.answers.answers.find((answer) => answer.item === item);
  }

  #startDraft(): void {
    this.#localAnswers.clear();
    this.#isPristine &&= this.knownDrafts.contents.drafts.length === 0;
    this.store.rememberInTab(this.draft.id);
    if (firstInTab(openedPrefix + this.draft.id)) keepSnapshot(this.draft.id);
  }

  /** Rewrites drafts whose stored texts are damaged or incomplete. */
  #repair(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      const isOpen = draft.id === this.draft.id;
      if (isOpen) this.draft = { ...draft, answers: mergeDrafts(this.draft.answers, draft.answers) };
      this.#autosave.hold(isOpen ? this.draft : draft);
    }
    if (this.#autosave.hasPending) this.#autosave.saveSoon();
  }

  /** Takes in what other tabs have written. Changes that wait to be saved are kept. */
  async readOtherTabs(): Promise<void> {
    await this.store.loadParser().catch(() => undefined); // offline: the next save tries again
    await withStorageLock(() => this.refresh()); // no tab may write while an unreadable text is quarantined
  }

  /** Reads storage again. Changes that wait to be saved are kept. */
  refresh(): void {
    const contents = this.store.list();
    if (contents.problem !== null) {
      this.noteRefusal(contents.problem);
      return;
    }
    const damagedDrafts = this.knownDrafts.update(contents);
    const current = contents.drafts.find(({ id }) => id === this.draft.id);
    if (current) this.#mergeStored(current);
    else if (this.#isPristine && contents.drafts.length > 0) {
      this.draft = this.store.current(contents) ?? this.draft;
      this.#startDraft();
    }
    this.#repair(damagedDrafts);
    if (!this.#autosave.hasPending) this.#autosave.problem = null;
  }

  /** Merges the stored state of the open draft into it. */
  #mergeStored(storedDraft: Draft): void {
    const { id, answers: seenAnswers } = storedDraft;
    const answers = mergeDrafts(seenAnswers, this.draft.answers);
    this.draft = { ...storedDraft, answers };
    const base = this.#autosave.discard(id);
    // Another tab may have overwritten changes that this one knows: write them again.
    if (sameDraft(seenAnswers, answers)) return;
    this.#autosave.hold(this.draft, { base: base && mergeDrafts(seenAnswers, base), seen: seenAnswers });
  }

  /** Changes the open draft: in memory immediately, in storage once the lock is free, without parts that do not fit. */
  commit(answers: Answers): void {
    const { id, answers: base } = this.draft;
    const isNew = !this.#autosave.isPending(id) && !this.knownDrafts.answersOf(id); // its page may have been open for days
    this.draft = { ...this.draft, answers: stampNow(base, isNew ? { ...answers, date: today() } : answers, base) };
    this.#isPristine = false;
    this.#autosave.queue(this.draft, { base, seen: this.knownDrafts.answersOf(id) });
  }

  #afterSave(savedDraft: SavedDraft): void {
    this.knownDrafts.add(savedDraft);
    if (savedDraft.draft.id !== this.draft.id) return;
    this.draft = savedDraft.draft;
    this.store.rememberOpen(this.draft.id);
  }

  /** Replaces the parts of the open draft that `change` returns. */
  edit(change: (current: Answers) => Partial<Answers>): void {
    this.commit({ ...this.draft.answers, ...change(this.draft.answers) });
  }

  /** Gives an answer, in place of the one before. */
  setAnswer(answer: Answer): void {
    this.#localAnswers.record(answer);
    this.edit((answers) => withAnswer(answers, answer));
  }

  /** Removes an answer. It stays as "unanswered" with its time, so that no other tab brings it back. */
  clear(item: string): void {
    const answer = this.answers.get(item);
    if (answer) this.setAnswer({ item, rev: answer.rev, state: 'unanswered' });
  }

  /** The answers of both tabs, if another has answered a question differently since this one did. */
  conflict(item: string): Conflict | undefined {
    return this.#localAnswers.conflict(item, this.answerOf(item));
  }

  /** Items that another tab has answered differently. */
  get conflicts(): string[] {
    return this.#localAnswers.items.filter((item) => this.conflict(item));
  }

  /** Settles a conflict in favour of the other tab. */
  acceptTheirs(item: string): void {
    this.#localAnswers.forget(item);
  }

  /** Opens a draft of this browser; ignores an unknown id. */
  open(id: string): void {
    const draft = this.findDraft(id);
    if (!draft) return;
    this.draft = draft;
    this.#startDraft();
    this.store.rememberOpen(id);
  }

  /** Opens a draft that is not in storage yet; its first change stores it. */
  openUnsaved(draft: Draft): void {
    this.draft = draft;
    this.#isPristine = false;
    this.#localAnswers.clear();
    this.#autosave.clearStatus();
  }

  /** Opens a draft and stores it as it is. */
  openAndSave(draft: Draft): void {
    this.openUnsaved(draft);
    this.#autosave.queue(draft);
  }

  /** Closes a draft that was removed from storage, and opens the newest of the others. */
  close(id: string): void {
    this.#autosave.discard(id);
    this.knownDrafts.contents = this.store.list();
    if (this.draft.id !== id) return;
    this.openUnsaved(this.drafts[0] ?? emptyDraft(this.store.outline));
    this.#isPristine = this.drafts.length === 0;
  }

  /** Writes pending changes at once. */
  flush(): void {
    this.#autosave.flush();
  }

  /** Notes that the browser refuses access to storage, and tries again later. */
  noteRefusal(problem: string): void {
    this.#autosave.noteRefusal(problem);
  }
}
