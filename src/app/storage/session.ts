import { type Answer, type AnswerMap, type Answers, answerMap, type Decision } from '../../core/answers/answers.ts';
import { mergeDrafts, nextTime, sameAnswer, sameDraft, stampChanges } from '../../core/answers/merge-drafts.ts';
import { fileName } from '../../core/render/file-name.ts';
import type { Translate } from '../../i18n/translate.ts';
import { download, firstInTab, now, readItem, toTimestamp, writeItem } from '../platform/browser.ts';
import { openedPrefix, shortcutsKey } from '../platform/storage-keys.ts';
import { Autosave, noStatus, type SaveStatus } from './autosave.ts';
import { type Draft, emptyDraft } from './draft.ts';
import type { DraftStore, Quarantined, StoredDrafts } from './draft-store.ts';
import { keepSnapshot, type StoredText } from './stored-texts.ts';

/** An answer given in this tab, and what another tab made of it. */
export interface Conflict {
  ours: Answer;
  theirs: Answer | undefined;
}

/** What the last action on a whole assessment took away: it can be brought back until another takes something away. */
export interface Undoable {
  kind: 'deleted' | 'replaced';
  id: string;
  /** The assessment as it was; undefined where only earlier states of it were left. */
  draft: Draft | undefined;
  /** What storage held of it, earlier states included. */
  texts: readonly StoredText[];
  /** The assessment that followed it in the list. */
  nextId: string | undefined;
}

/** The work of one person in this tab: the assessment that is open, and what was answered in it here. */
export class Session {
  draft: Draft;
  undoable: Undoable | undefined;
  /** What the last action on a whole assessment did, in a sentence. */
  announcement = '';
  readonly store: DraftStore;
  readonly #autosave: Autosave;
  /** What this tab saw in storage last. */
  #stored: StoredDrafts;
  /** Answers to the open assessment that were given in this tab. */
  readonly #localAnswers = new Map<string, Answer>();
  /** Whether the open assessment is new and untouched: the first one that is kept takes its place. */
  #isPristine: boolean;

  /** `changed` is called when there is something new to show that no action here has caused. */
  constructor(store: DraftStore, t: Translate, changed: () => void) {
    this.store = store;
    this.#stored = store.list();
    this.#autosave = new Autosave(store, t, {
      saved: (draft) => this.#saved(draft),
      retry: () => this.refresh(),
      changed,
    });
    if (this.#stored.problem !== null) this.refused(this.#stored.problem);
    const draft = store.current(this.#stored);
    this.#isPristine = draft === undefined;
    this.draft = draft ?? emptyDraft(store.outline);
    this.#opened();
  }

  get answers(): AnswerMap {
    return answerMap(this.draft.answers);
  }

  get status(): SaveStatus {
    return this.#autosave.status;
  }

  /** Why the browser refuses to save; null while it does not. */
  get storageProblem(): string | null {
    return this.#autosave.problem;
  }

  get quarantined(): readonly Quarantined[] {
    return this.#stored.quarantined;
  }

  /** Every assessment, in storage or in this tab only, newest first. */
  get drafts(): Draft[] {
    const stored = this.#stored.drafts.filter(({ id }) => !this.#autosave.isPending(id));
    return [...this.#autosave.pendingDrafts, ...stored];
  }

  /** What this tab knows of an assessment. */
  find(id: string): Draft | undefined {
    return id === this.draft.id ? this.draft : this.drafts.find((draft) => draft.id === id);
  }

  /** What is kept of a question: its answer, or a note from before there is one. */
  answerOf(item: string): Answer | undefined {
    return this.draft.answers.answers.find((answer) => answer.item === item);
  }

  #opened(): void {
    this.#localAnswers.clear();
    this.#isPristine &&= this.#stored.drafts.length === 0;
    this.store.pin(this.draft.id);
    if (firstInTab(openedPrefix + this.draft.id)) keepSnapshot(this.draft.id);
  }

  /** The answers in storage that an assessment of this tab was made from. */
  #storedAnswers(id: string): Answers | undefined {
    return this.#stored.drafts.find((draft) => draft.id === id)?.answers;
  }

  /** Reads storage again, for example after another tab has written. What waits to be saved stays. */
  refresh(): void {
    const stored = this.store.list();
    if (stored.problem !== null) {
      this.refused(stored.problem);
      return;
    }
    for (const { id } of stored.quarantined) {
      const lost = id === undefined ? undefined : this.find(id); // its text could not be read: write it again
      if (lost) this.#autosave.hold(lost, undefined);
    }
    this.#stored = stored;
    const current = stored.drafts.find(({ id }) => id === this.draft.id);
    if (current) this.#takeIn(current);
    else if (this.#isPristine && stored.drafts.length > 0) {
      this.draft = this.store.current(stored) ?? this.draft;
      this.#opened();
    }
    if (this.#autosave.hasPending) this.#autosave.saveSoon();
    else this.#autosave.problem = null;
  }

  /** Merges what storage holds of the open assessment into it. */
  #takeIn(stored: Draft): void {
    const answers = mergeDrafts(stored.answers, this.draft.answers);
    this.draft = { ...stored, answers };
    this.#autosave.drop(stored.id);
    // Without locks another tab may have written over what this one saved: write it again.
    if (!sameDraft(stored.answers, answers)) this.#autosave.hold(this.draft, stored.answers);
  }

  /** Makes a change of the open assessment: in this tab at once, in storage as soon as the browser lets us. */
  commit(answers: Answers): void {
    this.#isPristine = false;
    const { id } = this.draft;
    const at = toTimestamp(nextTime(this.draft.answers, now().getTime()));
    this.draft = { ...this.draft, answers: stampChanges(this.draft.answers, answers, at) };
    this.#autosave.queue(this.draft, this.#storedAnswers(id));
  }

  #saved(draft: Draft): void {
    const others = this.#stored.drafts.filter(({ id }) => id !== draft.id);
    this.#stored = { ...this.#stored, drafts: [draft, ...others] };
    if (draft.id !== this.draft.id) return;
    this.draft = draft;
    this.store.choose(draft.id);
  }

  choose(answer: Answer): void {
    const others = this.draft.answers.answers.filter(({ item }) => item !== answer.item);
    this.#localAnswers.set(answer.item, answer);
    this.commit({ ...this.draft.answers, answers: [...others, answer] });
  }

  /** Takes an answer back. It stays as "unanswered" with its time, so that no other tab brings it back. */
  clear(item: string): void {
    const answer = this.answers.get(item);
    if (answer) this.choose({ item, rev: answer.rev, state: 'unanswered' });
  }

  /** What another tab has answered differently since this tab answered it. */
  conflict(item: string): Conflict | undefined {
    const ours = this.#localAnswers.get(item);
    const theirs = this.answerOf(item);
    return ours && !sameAnswer(ours, theirs) ? { ours, theirs } : undefined;
  }

  /** Questions that another tab has answered differently. */
  get conflicts(): string[] {
    return [...this.#localAnswers.keys()].filter((item) => this.conflict(item));
  }

  /** Accepts what another tab has answered. */
  accept(item: string): void {
    this.#localAnswers.delete(item);
  }

  edit(part: Partial<Answers>): void {
    this.commit({ ...this.draft.answers, ...part });
  }

  decide(practice: string, part: Partial<Decision>): void {
    const { decisions } = this.draft.answers;
    const before = decisions.find((decision) => decision.practice === practice);
    const others = decisions.filter((decision) => decision.practice !== practice);
    this.edit({ decisions: [...others, { ...before, ...part, practice }] });
  }

  /** Keeps why the team sees a signal differently; an empty reason takes it back. */
  override(signal: string, reason: string): void {
    const others = this.draft.answers.overrides.filter((override) => override.signal !== signal);
    this.edit({ overrides: reason.trim() === '' ? others : [...others, { signal, reason }] });
  }

  /** Keeps the team's own target for a practice; null goes back to the proposed one. */
  target(item: string, level: number | null, reason: string): void {
    const others = this.draft.answers.targets.filter((target) => target.item !== item);
    const own = level === null ? [] : [{ item, level, ...(reason.trim() === '' ? {} : { reason }) }];
    this.edit({ targets: [...others, ...own] });
  }

  open(id: string): void {
    const draft = this.find(id);
    if (!draft) return;
    this.draft = draft;
    this.#opened();
    this.store.choose(id);
  }

  /** Opens an assessment that is not kept yet; its first change keeps it. */
  show(draft: Draft): void {
    this.draft = draft;
    this.#isPristine = false;
    this.#localAnswers.clear();
    this.#autosave.status = noStatus;
  }

  /** Opens an assessment and keeps it as it is. */
  openAndSave(draft: Draft): void {
    this.show(draft);
    this.#autosave.queue(draft, undefined);
  }

  /** Closes an assessment that was taken out of storage, and opens the newest of the others. */
  close(id: string): void {
    this.#autosave.drop(id);
    this.#stored = this.store.list();
    if (this.draft.id !== id) return;
    this.show(this.drafts[0] ?? emptyDraft(this.store.outline));
    this.#isPristine = this.drafts.length === 0;
  }

  /** Writes at once what waits to be saved. */
  flush(): void {
    this.#autosave.flush();
  }

  /** Notes that the browser refuses to write, and tries again later. */
  refused(problem: string): void {
    this.#autosave.refused(problem);
  }

  /** Hands over an assessment as a file; the open one unless another is named. */
  download(id = this.draft.id): void {
    const answers = this.find(id)?.answers;
    if (answers) download(fileName(answers, 'json'), `${JSON.stringify(answers, null, 2)}\n`);
  }

  downloadQuarantined(key: string): void {
    const quarantined = this.quarantined.find((stored) => stored.key === key);
    if (quarantined) download('trivium-set-aside.json', quarantined.text);
  }

  deleteQuarantined(key: string): void {
    this.store.removeQuarantined(key);
    this.#stored = { ...this.#stored, quarantined: this.quarantined.filter((stored) => stored.key !== key) };
  }

  /** Whether number keys choose answers. */
  get shortcutsOn(): boolean {
    const stored = readItem(shortcutsKey);
    return !(stored.ok && stored.value === 'off');
  }

  set shortcutsOn(on: boolean) {
    writeItem(shortcutsKey, on ? 'on' : 'off');
  }
}
