import { type Answer, type AnswerMap, type Answers, answerMap } from '../core/assessment/answers.ts';
import { mergeDrafts, nextTime, sameAnswer, sameDraft, stampChanges } from '../core/assessment/merge-drafts.ts';
import type { PackIndex } from '../core/assessment/pack.ts';
import { fileName } from '../core/render/file-name.ts';
import { formatTime } from '../i18n/dates.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Decision } from '../views/Ownership.tsx';
import type { SaveStatus } from '../views/QuestionView.tsx';
import { after, download, firstInTab, locked, moment, now, onLeave, readItem, writeItem } from './browser.ts';
import {
  chooseDraft,
  currentDraft,
  type Draft,
  emptyDraft,
  keepSnapshot,
  openShelf,
  readDraft,
  removeAside,
  removeDraft,
  type Shelf,
  saveDraft,
} from './drafts.ts';

/** An answer given in this tab, and what another tab made of it. */
export interface Conflict {
  ours: Answer;
  theirs: Answer | undefined;
}

/** Seconds between attempts to save while the browser refuses. */
const retrySeconds = 2;

/** The work of one person in this tab: what is kept, what is open, and whether saving works. */
export class Session {
  shelf: Shelf;
  draft: Draft;
  status: SaveStatus = { kind: 'none', text: '' };
  /** Why the browser refuses to save; null while it does not. */
  storageProblem: string | null;
  /** The assessment deleted last, while it can be undone. */
  deleted: Draft | undefined;
  /** The assessment as it was before it was replaced, merged or restored, while that can be undone. */
  replaced: Draft | undefined;
  private readonly pack: PackIndex;
  private readonly t: Translate;
  private readonly changed: () => void;
  /** Assessments whose newest state does not stand in storage yet. */
  private readonly unsaved = new Map<string, Draft>();
  /** Answers to the open assessment that were given in this tab. */
  private readonly own = new Map<string, Answer>();
  private retrying = false;
  /** Whether the open assessment is one that nobody has asked for: the first to be kept takes its place. */
  private untouched: boolean;

  /** `changed` is called when something has changed without an act of the person, so that it is drawn again. */
  constructor(pack: PackIndex, t: Translate, changed: () => void) {
    this.pack = pack;
    this.t = t;
    this.changed = changed;
    this.shelf = openShelf(pack);
    this.storageProblem = this.shelf.problem;
    const draft = currentDraft(this.shelf);
    this.untouched = draft === undefined;
    this.draft = draft ?? emptyDraft(pack);
    this.opened();
    this.retryLater();
    onLeave(
      () => this.settle(),
      () => this.unsaved.size > 0,
    );
  }

  get answers(): AnswerMap {
    return answerMap(this.draft.answers);
  }

  /** Everything kept, in storage or in this tab only, newest first. */
  get drafts(): Draft[] {
    const stored = this.shelf.drafts.filter(({ id }) => !this.unsaved.has(id));
    return [...this.unsaved.values(), ...stored];
  }

  private opened(): void {
    this.own.clear();
    this.untouched &&= this.shelf.drafts.length === 0;
    if (firstInTab(`trivium:opened:${this.draft.id}`)) keepSnapshot(this.draft.id);
  }

  /** What this tab knows of an assessment. */
  find(id: string): Draft | undefined {
    return id === this.draft.id ? this.draft : this.drafts.find((each) => each.id === id);
  }

  /** Reads again what stands in storage, for example after another tab has written. Work held in memory stays. */
  refresh(): void {
    const shelf = openShelf(this.pack);
    if (shelf.problem !== null) {
      this.storageProblem = shelf.problem;
      this.retryLater();
      return;
    }
    for (const { id } of shelf.setAside) {
      const known = id === undefined ? undefined : this.find(id);
      if (known) this.unsaved.set(known.id, known);
    }
    this.shelf = shelf;
    const stored = shelf.drafts.find(({ id }) => id === this.draft.id);
    if (stored) {
      const answers = mergeDrafts(stored.answers, this.draft.answers);
      this.draft = { ...stored, answers };
      // Another tab has written over what this one saved, as it can happen without locks: write it again.
      if (!sameDraft(stored.answers, answers)) this.unsaved.set(stored.id, this.draft);
    } else if (this.untouched && shelf.drafts.length > 0) {
      this.draft = currentDraft(shelf) ?? this.draft;
      this.opened();
    }
    if (this.unsaved.size > 0) this.save();
    else this.storageProblem = null;
  }

  /** Keeps a change: in this tab at once, in storage as soon as the browser lets us. */
  private keep(answers: Answers): void {
    this.untouched = false;
    const { id } = this.draft;
    const stored = readDraft(id, this.pack)?.answers;
    const base = stored ? mergeDrafts(stored, this.draft.answers) : this.draft.answers;
    const at = moment(nextTime(base, now().getTime()));
    this.draft = { ...this.draft, answers: mergeDrafts(base, stampChanges(this.draft.answers, answers, at)) };
    this.unsaved.set(id, this.draft);
    this.save();
  }

  private save(): void {
    void locked(() => this.settle()).then(() => this.changed());
  }

  /** Writes everything that is not in storage yet; tries again later where the browser refuses. */
  private settle(): void {
    for (const [id, draft] of this.unsaved) {
      const saved = saveDraft(draft, this.pack);
      this.storageProblem = saved.ok ? null : saved.problem;
      if (!saved.ok) {
        this.status = { kind: 'memory', text: this.t('question.not-saved') };
        this.retryLater();
        return;
      }
      this.unsaved.delete(id);
      if (id === this.draft.id) this.draft = saved.value;
      this.shelf = { ...this.shelf, drafts: [saved.value, ...this.shelf.drafts.filter((each) => each.id !== id)] };
      this.status = { kind: 'saved', text: this.t('question.saved', { time: formatTime(now()) }) };
    }
  }

  private retryLater(): void {
    if (this.retrying || this.storageProblem === null) return;
    this.retrying = true;
    after(retrySeconds, () => {
      this.retrying = false;
      this.refresh();
      this.changed();
    });
  }

  choose(answer: Answer): void {
    const others = this.draft.answers.answers.filter(({ item }) => item !== answer.item);
    this.own.set(answer.item, answer);
    this.keep({ ...this.draft.answers, answers: [...others, answer] });
  }

  /** Takes an answer back. It stays as "unanswered" with its time, so that no other tab brings it back. */
  clear(item: string): void {
    const given = this.answers.get(item);
    if (given) this.choose({ item, rev: given.rev, state: 'unanswered' });
  }

  /** What another tab has answered differently since this tab answered it. */
  conflict(item: string): Conflict | undefined {
    const ours = this.own.get(item);
    const theirs = this.answers.get(item);
    return ours && !sameAnswer(ours, theirs) ? { ours, theirs } : undefined;
  }

  /** Accepts what another tab has answered. */
  accept(item: string): void {
    this.own.delete(item);
  }

  edit(part: Partial<Answers>): void {
    this.keep({ ...this.draft.answers, ...part });
  }

  decide(practice: string, part: Partial<Decision>): void {
    const { decisions } = this.draft.answers;
    const before = decisions.find((each) => each.practice === practice);
    const others = decisions.filter((each) => each.practice !== practice);
    this.edit({ decisions: [...others, { ...before, ...part, practice }] });
  }

  /** Keeps why the team sees a signal differently; an empty reason takes it back. */
  override(signal: string, reason: string): void {
    const others = this.draft.answers.overrides.filter((each) => each.signal !== signal);
    this.edit({ overrides: reason.trim() === '' ? others : [...others, { signal, reason }] });
  }

  /** Keeps the team's own target for a practice; null goes back to the proposed one. */
  target(item: string, level: number | null, reason: string): void {
    const others = this.draft.answers.targets.filter((each) => each.item !== item);
    const own = { item, level: level ?? 0, ...(reason.trim() === '' ? {} : { reason }) };
    this.edit({ targets: level === null ? others : [...others, own] });
  }

  open(id: string): void {
    const draft = this.find(id);
    if (!draft) return;
    this.draft = draft;
    this.opened();
    chooseDraft(id);
  }

  another(): void {
    this.draft = emptyDraft(this.pack);
    this.untouched = false;
    this.own.clear();
    this.status = { kind: 'none', text: '' };
  }

  remove(id: string): void {
    this.deleted = this.find(id);
    this.unsaved.delete(id);
    removeDraft(id);
    this.shelf = openShelf(this.pack);
    if (this.draft.id === id) this.draft = currentDraft(this.shelf) ?? emptyDraft(this.pack);
    this.own.clear();
  }

  undo(): void {
    if (!this.deleted) return;
    this.draft = this.deleted;
    this.deleted = undefined;
    this.unsaved.set(this.draft.id, this.draft);
    this.save();
  }

  /** Puts other answers in the place of an assessment's, so that it can be undone: its state now is kept first. */
  replace(id: string, answers: Answers): void {
    const before = this.find(id);
    this.settle();
    keepSnapshot(id);
    this.draft = before ?? { ...emptyDraft(this.pack), id };
    this.own.clear();
    this.keep(answers);
    this.replaced = before;
  }

  /** Undoes the last replacement. */
  putBack(): void {
    if (this.replaced) this.replace(this.replaced.id, this.replaced.answers);
    this.replaced = undefined;
  }

  /** Keeps answers as a new assessment. */
  add(answers: Answers): void {
    this.draft = { ...emptyDraft(this.pack), answers };
    this.own.clear();
    this.unsaved.set(this.draft.id, this.draft);
    this.save();
  }

  /** Hands over an assessment as a file; the open one unless another is named. */
  download(id = this.draft.id): void {
    const draft = this.find(id);
    if (!draft) return;
    const { answers } = draft;
    download(fileName(answers, 'json'), `${JSON.stringify(answers, null, 2)}\n`);
  }

  downloadAside(key: string): void {
    const kept = this.shelf.setAside.find((each) => each.key === key);
    if (kept) download('trivium-set-aside.json', kept.text);
  }

  deleteAside(key: string): void {
    removeAside(key);
    this.shelf = { ...this.shelf, setAside: this.shelf.setAside.filter((each) => each.key !== key) };
  }

  get keysOn(): boolean {
    const stored = readItem('trivium:keys');
    return !(stored.ok && stored.value === 'off');
  }

  set keysOn(on: boolean) {
    writeItem('trivium:keys', on ? 'on' : 'off');
  }
}
