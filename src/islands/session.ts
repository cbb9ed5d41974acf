import { type Answer, type AnswerMap, type Answers, answerMap } from '../core/assessment/answers.ts';
import type { PackIndex } from '../core/assessment/pack.ts';
import { formatTime } from '../i18n/dates.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Decision } from '../views/Ownership.tsx';
import type { SaveStatus } from '../views/QuestionView.tsx';
import { download, now, readItem, writeItem } from './browser.ts';
import {
  chooseDraft,
  currentDraft,
  type Draft,
  emptyDraft,
  openShelf,
  removeAside,
  removeDraft,
  type Shelf,
  saveDraft,
} from './drafts.ts';

/** The work of one person in this tab: what is kept, what is open, and whether saving works. */
export class Session {
  shelf: Shelf;
  draft: Draft;
  status: SaveStatus = { kind: 'none', text: '' };
  /** Why the browser refuses to save; null while it does not. */
  storageProblem: string | null;
  /** The assessment deleted last, while it can be undone. */
  deleted: Draft | undefined;
  private readonly pack: PackIndex;
  private readonly t: Translate;

  constructor(pack: PackIndex, t: Translate) {
    this.pack = pack;
    this.t = t;
    this.shelf = openShelf(pack);
    this.storageProblem = this.shelf.problem;
    this.draft = currentDraft(this.shelf) ?? emptyDraft(pack);
  }

  get answers(): AnswerMap {
    return answerMap(this.draft.answers);
  }

  /** Reads again what stands in storage, for example after another tab has written. Work held in memory only stays. */
  refresh(): void {
    if (this.storageProblem !== null) return;
    this.shelf = openShelf(this.pack);
    this.draft = this.shelf.drafts.find(({ id }) => id === this.draft.id) ?? this.draft;
  }

  /** Keeps a change: in storage if the browser lets us, in this tab in any case. */
  private keep(answers: Answers): void {
    this.draft = { ...this.draft, answers };
    const saved = saveDraft(this.draft, this.pack);
    this.storageProblem = saved.ok ? null : saved.problem;
    if (saved.ok) this.draft = saved.value;
    this.status = saved.ok
      ? { kind: 'saved', text: this.t('question.saved', { time: formatTime(now()) }) }
      : { kind: 'memory', text: this.t('question.not-saved') };
  }

  choose(answer: Answer): void {
    const others = this.draft.answers.answers.filter(({ item }) => item !== answer.item);
    this.keep({ ...this.draft.answers, answers: [...others, { ...answer, at: now().toISOString() }] });
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
    const draft = this.shelf.drafts.find((each) => each.id === id);
    if (!draft) return;
    this.draft = draft;
    chooseDraft(id);
  }

  another(): void {
    this.draft = emptyDraft(this.pack);
    this.status = { kind: 'none', text: '' };
  }

  remove(id: string): void {
    this.deleted = this.shelf.drafts.find((each) => each.id === id);
    removeDraft(id);
    this.shelf = openShelf(this.pack);
    if (this.draft.id === id) this.draft = currentDraft(this.shelf) ?? emptyDraft(this.pack);
  }

  undo(): void {
    if (!this.deleted) return;
    this.draft = this.deleted;
    this.deleted = undefined;
    this.keep(this.draft.answers);
    this.shelf = openShelf(this.pack);
  }

  /** Hands over an assessment as a file; the open one unless another is named. */
  download(id = this.draft.id): void {
    const draft = id === this.draft.id ? this.draft : this.shelf.drafts.find((each) => each.id === id);
    if (!draft) return;
    const { answers } = draft;
    const name =
      answers.system
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'assessment';
    download(`trivium-${name}-${answers.date ?? ''}.json`, `${JSON.stringify(answers, null, 2)}\n`);
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
