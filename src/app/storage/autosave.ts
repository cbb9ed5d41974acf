import type { PackOutline } from '../../core/model/pack.ts';
import { firstProblem } from '../../core/model/result.ts';
import { formatTime } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { SaveStatus } from '../assess/question/QuestionView.tsx';
import { afterSeconds, now, onLeave, withStorageLock } from '../platform/browser.ts';
import { type DraftStore, openDraftStore, removeQuarantined, saveDraft } from './drafts.ts';
import type { Draft } from './parse-draft.ts';

/** Seconds between attempts to save while the browser refuses. */
const retrySeconds = 2;

/** Work on its way into storage: what stands there, what does not yet, and whether the browser lets us write. */
export abstract class Autosave {
  store: DraftStore;
  status: SaveStatus = { kind: 'none', text: '' };
  /** Why the browser refuses to save; null while it does not. */
  storageProblem: string | null;
  readonly pack: PackOutline;
  protected readonly t: Translate;
  /** Assessments whose newest state does not stand in storage yet. */
  protected readonly unsaved = new Map<string, Draft>();
  private readonly changed: () => void;
  private retrying = false;

  /** `changed` is called when something has changed without an act of the person, so that it is drawn again. */
  constructor(pack: PackOutline, t: Translate, changed: () => void) {
    this.pack = pack;
    this.t = t;
    this.changed = changed;
    this.store = openDraftStore(pack);
    this.storageProblem = this.store.problem;
    this.retryLater();
    onLeave(
      () => this.settle(),
      () => this.unsaved.size > 0,
    );
  }

  /** Everything kept, in storage or in this tab only, newest first. */
  get drafts(): Draft[] {
    const stored = this.store.drafts.filter(({ id }) => !this.unsaved.has(id));
    return [...this.unsaved.values(), ...stored];
  }

  /** Reads again what stands in storage, for example after another tab has written. Work held in memory stays. */
  abstract refresh(): void;
  /** Called with what stands in storage of an assessment that has just been saved. */
  protected abstract saved(draft: Draft): void;

  protected save(): void {
    void withStorageLock(() => this.settle()).then(() => this.changed());
  }

  /** Writes everything that is not in storage yet; tries again later where the browser refuses. */
  settle(): void {
    for (const [id, draft] of this.unsaved) {
      const saved = saveDraft(draft, this.pack);
      if (!saved.ok) {
        this.status = { kind: 'memory', text: this.t('question.not-saved') };
        this.refused(firstProblem(saved));
        return;
      }
      this.storageProblem = null;
      this.unsaved.delete(id);
      this.store = { ...this.store, drafts: [saved.value, ...this.store.drafts.filter((each) => each.id !== id)] };
      this.status = { kind: 'saved', text: this.t('question.saved', { time: formatTime(now()) }) };
      this.saved(saved.value);
    }
  }

  /** Tells that the browser refuses, and tries again until it does not. */
  refused(problem: string): void {
    this.storageProblem = problem;
    this.retryLater();
  }

  private retryLater(): void {
    if (this.retrying || this.storageProblem === null) return;
    this.retrying = true;
    afterSeconds(retrySeconds, () => {
      this.retrying = false;
      this.refresh();
      this.changed();
    });
  }

  deleteQuarantined(key: string): void {
    removeQuarantined(key);
    this.store = { ...this.store, setAside: this.store.setAside.filter((each) => each.key !== key) };
  }
}
