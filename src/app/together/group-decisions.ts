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
interface TabDecisions {
  people: People;
  decisions: readonly KeptDecision[];
  /** What storage held when this tab last read or wrote it, unless this tab has saved that as an assessment. */
  stored: readonly KeptDecision[];
  /** Whether a change waits to be stored. */
  isPending: boolean;
}

const noGroup: TabDecisions = { people: [], decisions: [], stored: [], isPending: false };

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
  readonly #bySystems = new Map<string, TabDecisions>();
  #current = noGroup;
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

  get #pending(): TabDecisions[] {
    return [...this.#bySystems.values()].filter(({ isPending }) => isPending);
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
      people.length === before.people.length && people.every((person, index) => person === before.people[index]);
    if (isUnchanged) return false;
    const key = JSON.stringify(systemsOf(people));
    const group = this.#bySystems.get(key) ?? noGroup;
    this.#current = group;
    this.areForgotten = false;
    if (people.length === 0) return false;
    this.#takeUp({ ...group, people });
    const isSame = key === JSON.stringify(systemsOf(before.people));
    const isLarger = before.people.length > 0 && before.people.every((person) => people.includes(person));
    if (isSame || !isLarger) return !isSame;
    const decisions = mergeDecisions(this.#current.decisions, before.decisions);
    if (before.decisions.length > 0) this.#change(decisions);
    return false;
  }

  /** Replaces what this tab knows about some systems. */
  #put(group: TabDecisions): void {
    const key = JSON.stringify(systemsOf(group.people));
    if (this.#bySystems.get(key) === this.#current) this.#current = group;
    this.#bySystems.set(key, group);
  }

  #hold(group: TabDecisions): void {
    this.#current = group;
    this.#bySystems.set(JSON.stringify(systemsOf(group.people)), group);
  }

  /** Leaves out what another tab has saved as an assessment, or deleted: storage held it, and now holds nothing. */
  #withoutForgotten(group: TabDecisions): TabDecisions {
    if (group.stored.length === 0 || !keepsNothing(group.people)) return group;
    this.areForgotten ||= group === this.#current;
    return { ...group, decisions: decidedSince(group.decisions, group.stored), stored: [] };
  }

  /** Adds what storage holds. What of it cannot be read is set aside at once. */
  #takeUp(before: TabDecisions): void {
    const group = this.#withoutForgotten(before);
    const storedDecisions = keptDecisions(group.people);
    const decisions = mergeDecisions(group.decisions, storedDecisions);
    this.#hold({ ...group, decisions, stored: storedDecisions });
    if (damagedTexts(group.people).length > 0) this.#change(decisions);
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
    const lostDecision = this.#current.decisions.find(({ item, answer }) => item === decision.item && answer === null);
    this.#decide({ ...decision, note: decision.note || (lostDecision?.note ?? '') });
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
      const group = this.#bySystems.get(key);
      if (group) this.#put({ ...group, stored: [], isPending: group.isPending && group.decisions !== decisions });
      this.#pendingChanged();
    };
  }

  /** Stores everything that waits. Tries again later if the browser refuses. */
  #flush(): void {
    for (const group of this.#pending) {
      const keepResult = keepDecisions(group.people, this.#withoutForgotten(group).decisions);
      this.problem = keepResult.ok ? null : firstProblem(keepResult);
      if (keepResult.ok)
        this.#put({ ...group, decisions: keepResult.value, stored: keepResult.value, isPending: false });
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
