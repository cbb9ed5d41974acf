import type { Answers } from '../../core/answers/answers.ts';
import type { LostPart } from '../../core/answers/lost-part.ts';
import type { Draft, Quarantined, SavedDraft, StoredDrafts } from './draft.ts';

/** A text beside the drafts that the browser has refused to store so far. */
export interface LateText {
  text: string;
  /** Tries again. */
  write(): void;
}

/** What a tab knows about storage, and what it could not store. */
export class KnownDrafts {
  /** What this tab last saw in storage. */
  contents: StoredDrafts;
  /** Parts that did not fit the file format, kept until the person has seen them. */
  unstored: readonly LostPart[] = [];
  /** Texts that are written with the next save, by their keys. */
  readonly late = new Map<string, LateText>();
  /** Drafts with unsaved changes that another tab has deleted, by id: they are not saved until the person says so. */
  readonly deleted = new Map<string, Draft>();

  constructor(contents: StoredDrafts) {
    this.contents = contents;
  }

  /** Stored texts that could not be read in full, or at all. */
  get quarantined(): readonly Quarantined[] {
    return this.contents.quarantined;
  }

  /** The stored answers that this tab's draft was made from; undefined if storage had none. */
  answersOf(id: string): Answers | undefined {
    return this.contents.drafts.find((draft) => draft.id === id)?.answers;
  }

  /**
   * Records what storage holds now. Returns the drafts whose text could not be read in full, if this tab or storage
   * still has them.
   */
  update(contents: StoredDrafts): Draft[] {
    const ids = new Set(contents.quarantined.flatMap(({ id }) => id ?? []));
    const knownDrafts = [...this.contents.drafts, ...contents.drafts];
    this.contents = contents;
    return [...ids].flatMap((id) => knownDrafts.find((draft) => draft.id === id) ?? []);
  }

  /** Storage now holds this state of a draft. */
  add({ draft, lost }: SavedDraft): void {
    const others = this.contents.drafts.filter(({ id }) => id !== draft.id);
    this.contents = { ...this.contents, drafts: [draft, ...others] };
    this.addUnstored(lost);
  }

  /** Storage no longer holds this quarantined text. */
  forgetQuarantined(key: string): void {
    const quarantined = this.contents.quarantined.filter((text) => text.key !== key);
    this.contents = { ...this.contents, quarantined };
  }

  /** Adds parts that were not stored. Joins the pieces cut off the same text, in the order they were cut off. */
  addUnstored(lost: readonly LostPart[]): void {
    for (const part of lost) {
      const isSame = ({ place, about }: LostPart) => part.about === about && part.place === place;
      const raw = `${this.unstored.find(isSame)?.raw ?? ''}${part.raw}`;
      this.unstored = [...this.unstored.filter((earlier) => !isSame(earlier)), { ...part, raw }];
    }
  }

  /** The person has seen the parts that were not kept. */
  dismissUnstored(): void {
    this.unstored = [];
  }
}
