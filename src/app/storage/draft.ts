import type { Answers } from '../../core/answers/answers.ts';
import type { LostPart } from '../../core/answers/lost-part.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { newId, today, toTimestamp } from '../platform/browser.ts';
import type { StoredText } from './stored-texts.ts';

/** An assessment kept in this browser: answers in the file format, and when they were last saved. */
export interface Draft {
  id: string;
  answers: Answers;
  /** ISO 8601 time. */
  savedAt: string;
}

/** An earlier state of a draft. */
export interface Snapshot extends Draft {
  /** Its storage key. */
  key: string;
}

/** What a draft to be saved was made from. */
export interface Origin {
  /** The answers before the changes made here. Without them, timestamps alone decide between the draft and storage. */
  base?: Answers | undefined;
  /** The stored answers that the draft already includes: if storage now holds none, another tab has deleted the draft. */
  seen?: Answers | undefined;
}

/** A draft as stored, and the parts left out because they did not fit the file format. */
export interface SavedDraft {
  draft: Draft;
  lost: readonly LostPart[];
}

/** A stored text that could not be read in full, or at all. Kept unchanged for the person to download. */
export interface Quarantined extends StoredText {
  /** Why nothing could be read; empty if something could, or if that is unknown. */
  problem: string;
  /** The unreadable parts, if the rest could be read. */
  lost: readonly LostPart[];
  /** The draft it was stored for, if it was quarantined just now. */
  id?: string;
}

/** Everything this browser keeps. */
export interface StoredDrafts {
  /** Newest first. */
  drafts: Draft[];
  quarantined: Quarantined[];
  /** Why the browser does not let us read storage at all; null if it does. */
  problem: string | null;
}

/** What the last action on a whole draft removed or replaced; the next such action takes its place. */
export interface Undoable {
  kind: 'deleted' | 'replaced';
  id: string;
  /** The draft as it was; undefined if only snapshots of it were left. */
  draft: Draft | undefined;
  /** Its stored texts, snapshots included. */
  texts: readonly StoredText[];
  /** The draft that came after it in the list. */
  nextId: string | undefined;
}

/** A new, empty draft dated today. */
export function emptyDraft(outline: PackOutline): Draft {
  return {
    id: newId(),
    savedAt: toTimestamp(),
    answers: {
      format: 'trivium-answers',
      version: 1,
      pack: { id: outline.id, version: outline.version },
      system: '',
      date: today(),
      context: {},
      answers: [],
      targets: [],
      decisions: [],
      overrides: [],
    },
  };
}
