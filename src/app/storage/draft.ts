import type { Answers } from '../../core/answers/answers.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { newId, now, today } from '../platform/browser.ts';

/** One assessment as this browser keeps it: answers in the file format, and when they were last saved. */
export interface Draft {
  id: string;
  answers: Answers;
  /** As an ISO 8601 time. */
  savedAt: string;
}

/** A new, empty assessment of today. */
export function emptyDraft(outline: PackOutline): Draft {
  return {
    id: newId(),
    savedAt: now().toISOString(),
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
