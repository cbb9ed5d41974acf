import { type Answer, type AnswerMap, type Answers, answerMap } from '../../core/answers/answers.ts';
import { mergeDrafts, nextTime, sameAnswer, sameDraft, stampChanges } from '../../core/answers/merge-drafts.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { fileName } from '../../core/render/file-name.ts';
import type { Translate } from '../../i18n/translate.ts';
import { download, firstInTab, now, readItem, toTimestamp, writeItem } from '../platform/browser.ts';
import type { Decision } from '../report/Ownership.tsx';
import { Autosave } from './autosave.ts';
import { chooseDraft, currentDraft, openDraftStore, pinDraft, readDraft } from './drafts.ts';
import { type Draft, emptyDraft } from './parse-draft.ts';
import { keepSnapshot } from './snapshots.ts';

/** An answer given in this tab, and what another tab made of it. */
export interface Conflict {
  ours: Answer;
  theirs: Answer | undefined;
}

/** What the last act on whole assessments took away: it can be brought back until another takes something away. */
export interface Undoable {
  kind: 'deleted' | 'replaced';
  id: string;
  /** The assessment as it was; undefined where only earlier states of it were left. */
  draft: Draft | undefined;
  /** What stood in storage of it, with its earlier states. */
  texts: readonly { key: string; text: string }[];
  /** The assessment that followed it in the list, before which it is told. */
  before: string | undefined;
}

/** The work of one person in this tab: the assessment that is open, and what was answered in it here. */
export class Session extends Autosave {
  draft: Draft;
  undoable: Undoable | undefined;
  /** What the last act on whole assessments came to, in a sentence. */
  announcement = '';
  /** Answers to the open assessment that were given in this tab. */
  private readonly localAnswers = new Map<string, Answer>();
  /** Whether the open assessment is one that nobody has asked for: the first to be kept takes its place. */
  private isPristine: boolean;

  constructor(pack: PackOutline, t: Translate, changed: () => void) {
    super(pack, t, changed);
    const draft = currentDraft(this.store);
    this.isPristine = draft === undefined;
    this.draft = draft ?? emptyDraft(pack);
    this.opened();
  }

  get answers(): AnswerMap {
    return answerMap(this.draft.answers);
  }

  /** What is kept of a question: its answer, or what was noted before there is one. */
  answerOf(item: string): Answer | undefined {
    return this.draft.answers.answers.find((each) => each.item === item);
  }

  private opened(): void {
    this.localAnswers.clear();
    this.isPristine &&= this.store.drafts.length === 0;
    pinDraft(this.draft.id);
    if (firstInTab(`trivium:opened:${this.draft.id}`)) keepSnapshot(this.draft.id);
  }

  /** What this tab knows of an assessment. */
  find(id: string): Draft | undefined {
    return id === this.draft.id ? this.draft : this.drafts.find((each) => each.id === id);
  }

  override refresh(): void {
    const shelf = openDraftStore(this.pack);
    if (shelf.problem !== null) {
      this.refused(shelf.problem);
      return;
    }
    for (const { id } of shelf.setAside) {
      const known = id === undefined ? undefined : this.find(id);
      if (known) this.unsaved.set(known.id, known);
    }
    this.store = shelf;
    const stored = shelf.drafts.find(({ id }) => id === this.draft.id);
    if (stored) {
      const answers = mergeDrafts(stored.answers, this.draft.answers);
      this.draft = { ...stored, answers };
      // Another tab has written over what this one saved, as it can happen without locks: write it again.
      if (!sameDraft(stored.answers, answers)) this.unsaved.set(stored.id, this.draft);
    } else if (this.isPristine && shelf.drafts.length > 0) {
      this.draft = currentDraft(shelf) ?? this.draft;
      this.opened();
    }
    if (this.unsaved.size > 0) this.save();
    else this.storageProblem = null;
  }

  /** Keeps a change of the open assessment: in this tab at once, in storage as soon as the browser lets us. */
  commit(answers: Answers): void {
    this.isPristine = false;
    const { id } = this.draft;
    const stored = readDraft(id, this.pack)?.answers;
    const base = stored ? mergeDrafts(stored, this.draft.answers) : this.draft.answers;
    const at = toTimestamp(nextTime(base, now().getTime()));
    this.draft = { ...this.draft, answers: mergeDrafts(base, stampChanges(this.draft.answers, answers, at)) };
    this.unsaved.set(id, this.draft);
    this.save();
  }

  protected override saved(draft: Draft): void {
    if (draft.id !== this.draft.id) return;
    this.draft = draft;
    chooseDraft(draft.id);
  }

  choose(answer: Answer): void {
    const others = this.draft.answers.answers.filter(({ item }) => item !== answer.item);
    this.localAnswers.set(answer.item, answer);
    this.commit({ ...this.draft.answers, answers: [...others, answer] });
  }

  /** Takes an answer back. It stays as "unanswered" with its time, so that no other tab brings it back. */
  clear(item: string): void {
    const given = this.answers.get(item);
    if (given) this.choose({ item, rev: given.rev, state: 'unanswered' });
  }

  /** What another tab has answered differently since this tab answered it. */
  conflict(item: string): Conflict | undefined {
    const ours = this.localAnswers.get(item);
    const theirs = this.answerOf(item);
    return ours && !sameAnswer(ours, theirs) ? { ours, theirs } : undefined;
  }

  /** Questions of which that is so. */
  get conflicts(): string[] {
    return [...this.localAnswers.keys()].filter((item) => this.conflict(item));
  }

  /** Accepts what another tab has answered. */
  accept(item: string): void {
    this.localAnswers.delete(item);
  }

  edit(part: Partial<Answers>): void {
    this.commit({ ...this.draft.answers, ...part });
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

  /** Opens an assessment that nobody has kept yet; it is kept with its first change. */
  show(draft: Draft): void {
    this.draft = draft;
    this.isPristine = false;
    this.localAnswers.clear();
    this.status = { kind: 'none', text: '' };
  }

  /** Opens an assessment and keeps it as it is. */
  openAndSave(draft: Draft): void {
    this.show(draft);
    this.unsaved.set(draft.id, draft);
    this.save();
  }

  /** Lets go of an assessment that was taken out of storage; the newest of the others is open then. */
  close(id: string): void {
    this.unsaved.delete(id);
    this.store = openDraftStore(this.pack);
    if (this.draft.id !== id) return;
    this.show(this.drafts[0] ?? emptyDraft(this.pack));
    this.isPristine = this.drafts.length === 0;
  }

  /** Hands over an assessment as a file; the open one unless another is named. */
  download(id = this.draft.id): void {
    const draft = this.find(id);
    if (!draft) return;
    const { answers } = draft;
    download(fileName(answers, 'json'), `${JSON.stringify(answers, null, 2)}\n`);
  }

  downloadQuarantined(key: string): void {
    const kept = this.store.setAside.find((each) => each.key === key);
    if (kept) download('trivium-set-aside.json', kept.text);
  }

  get keysOn(): boolean {
    const stored = readItem('trivium:keys');
    return !(stored.ok && stored.value === 'off');
  }

  set keysOn(on: boolean) {
    writeItem('trivium:keys', on ? 'on' : 'off');
  }
}
