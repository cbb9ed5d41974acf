import type { GroupDecision } from '../../core/assessment/group-answers.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { firstProblem } from '../../core/model/result.ts';
import { afterSeconds, now, onLeave, retrySeconds, toTimestamp, withStorageLock } from '../platform/browser.ts';
import {
  damagedTexts,
  decidedSince,
  forgetDecisions,
  type KeptDecision,
  keepDecisions,
  keepsNothing,
  keptDecisions,
  mergeDecisions,
  type People,
  systemsOf,
} from './kept-decisions.ts';

/** What this tab knows of the decisions about some systems. */
interface Own {
  people: People;
  decisions: readonly KeptDecision[];
  /** What storage held when this tab last read or wrote it, unless this tab has saved that as an assessment. */
  stored: readonly KeptDecision[];
  /** Whether a change waits to be stored. */
  isPending: boolean;
}

const noPeople: Own = { people: [], decisions: [], stored: [], isPending: false };

/**
 * What groups decide in this tab, for each set of systems. A change is shown at once, and stored together with what other
 * tabs have decided as soon as none of them is writing.
 */
export class GroupDecisions {
  /** Why the browser refuses to store decisions; null while it does not. */
  problem: string | null = null;
  /** Whether another tab has saved or deleted decisions of the present group since this one last decided. */
  areForgotten = false;
  readonly #pack: Pick<PackOutline, 'items'>;
  readonly #onChange: () => void;
  readonly #ownBySystems = new Map<string, Own>();
  #current = noPeople;
  #waitsForRetry = false;
  /** Call whenever changes may have begun or ceased to wait. */
  readonly #pendingChanged: () => void;

  /** @param onChange called when something has changed that no action of this tab caused */
  constructor(pack: Pick<PackOutline, 'items'>, onChange: () => void) {
    this.#pack = pack;
    this.#onChange = onChange;
    this.#pendingChanged = onLeave(
      () => this.#flush(),
      () => this.#pending.length > 0,
    );
  }

  get #pending(): Own[] {
    return [...this.#ownBySystems.values()].filter(({ isPending }) => isPending);
  }

  /** What the present group has decided about questions of this pack. */
  get list(): GroupDecision[] {
    const isKnown = (item: string) => this.#pack.items.some(({ id }) => id === item);
    return this.#current.decisions.flatMap(({ item, answer, note }) =>
      answer && isKnown(item) ? [{ item, answer, note }] : [],
    );
  }

  /**
   * Takes up what was decided about the systems of these people. If people are only added, the decisions so far are taken
   * along, so that a late answer that names the system differently undoes none.
   * @returns whether these are other systems, with nothing taken along
   */
  setPeople(people: People): boolean {
    const before = this.#current;
    const isUnchanged =
      people.length === before.people.length && people.every((person, at) => person === before.people[at]);
    if (isUnchanged) return false;
    const key = JSON.stringify(systemsOf(people));
    const own = this.#ownBySystems.get(key) ?? noPeople;
    this.#current = own;
    this.areForgotten = false;
    if (people.length === 0) return false;
    this.#takeUp({ ...own, people });
    const isSame = key === JSON.stringify(systemsOf(before.people));
    const isLarger = before.people.length > 0 && before.people.every((person) => people.includes(person));
    if (isSame || !isLarger) return !isSame;
    const decisions = mergeDecisions(this.#current.decisions, before.decisions);
    if (before.decisions.length > 0) this.#change(decisions);
    return false;
  }

  /** Replaces what this tab knows about some systems. */
  #put(own: Own): void {
    const key = JSON.stringify(systemsOf(own.people));
    if (this.#ownBySystems.get(key) === this.#current) this.#current = own;
    this.#ownBySystems.set(key, own);
  }

  #hold(own: Own): void {
    this.#current = own;
    this.#ownBySystems.set(JSON.stringify(systemsOf(own.people)), own);
  }

  /** Leaves out what another tab has saved as an assessment, or deleted: storage held it, and now holds nothing. */
  #withoutForgotten(own: Own): Own {
    if (own.stored.length === 0 || !keepsNothing(own.people)) return own;
    this.areForgotten ||= own === this.#current;
    return { ...own, decisions: decidedSince(own.decisions, own.stored), stored: [] };
  }

  /** Adds what storage holds. What of it cannot be read is set aside at once. */
  #takeUp(before: Own): void {
    const own = this.#withoutForgotten(before);
    const stored = keptDecisions(own.people);
    const decisions = mergeDecisions(own.decisions, stored);
    this.#hold({ ...own, decisions, stored });
    if (damagedTexts(own.people).length > 0) this.#change(decisions);
  }

  #change(decisions: readonly KeptDecision[]): void {
    this.#hold({ ...this.#current, decisions, isPending: true });
    this.#pendingChanged();
    this.#store();
  }

  /** Stores everything that waits as soon as no other tab is writing. */
  #store(): void {
    void withStorageLock(() => this.#flush()).then(() => this.#onChange());
  }

  /** Keeps a decision, or with no answer that it is taken back. */
  #decide(decision: Omit<KeptDecision, 'at'>): void {
    this.areForgotten = false;
    const { decisions } = this.#current;
    const after = decisions.map(({ at }) => Date.parse(at) + 1).filter((time) => !Number.isNaN(time));
    const at = toTimestamp(Math.max(now().getTime(), ...after));
    this.#change(mergeDecisions(decisions, [{ ...decision, at }]));
  }

  /** Keeps a decision. A note whose own decision could not be read belongs to it. */
  decide(decision: GroupDecision): void {
    const kept = this.#current.decisions.find(({ item, answer }) => item === decision.item && answer === null);
    this.#decide({ ...decision, note: decision.note || (kept?.note ?? '') });
  }

  undecide(item: string): void {
    this.#decide({ item, answer: null, note: '' });
  }

  /** Reads what other tabs have stored. */
  readAgain(): void {
    if (this.#current.people.length === 0) return;
    this.#takeUp(this.#current);
    this.#onChange();
  }

  /**
   * Forgets the present decisions in storage, once an assessment holds them; they stay in this tab.
   * @returns does so; call it under the lock
   */
  forgetter(): () => void {
    const { people, decisions } = this.#current;
    const key = JSON.stringify(systemsOf(people));
    return () => {
      forgetDecisions(people, decisions);
      const own = this.#ownBySystems.get(key);
      if (own) this.#put({ ...own, stored: [], isPending: own.isPending && own.decisions !== decisions });
      this.#pendingChanged();
    };
  }

  /** Stores everything that waits. Tries again later if the browser refuses. */
  #flush(): void {
    for (const own of this.#pending) {
      const kept = keepDecisions(own.people, this.#withoutForgotten(own).decisions);
      this.problem = kept.ok ? null : firstProblem(kept);
      if (kept.ok) this.#put({ ...own, decisions: kept.value, stored: kept.value, isPending: false });
    }
    this.#pendingChanged();
    if (this.#pending.length > 0) this.#retryLater();
  }

  #retryLater(): void {
    if (this.#waitsForRetry) return;
    this.#waitsForRetry = true;
    afterSeconds(retrySeconds, () => {
      this.#waitsForRetry = false;
      this.#store();
    });
  }
}
