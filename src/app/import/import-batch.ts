import type { Answers } from '../../core/answers/answers.ts';
import type { LostPart } from '../../core/answers/lost-part.ts';

/** Answers that were read from a file or a link. */
export interface ImportedAnswers {
  /** The name of the file, or the position of the link in the pasted text; no two in a batch are the same. */
  name: string;
  answers: Answers;
  /** The unreadable parts; usually none. */
  lost: readonly LostPart[];
  /** The version of the pack that the text names. */
  version?: string;
  /** The same for two imports of the same answers. */
  fingerprint: string;
}

/** A file or link that was not imported, and why. */
export interface RejectedFile {
  name: string;
  reason: string;
}

/** Everything imported so far. A file that is rejected does not affect the others. */
export interface ImportBatch {
  imports: readonly ImportedAnswers[];
  rejections: readonly RejectedFile[];
}

export const emptyBatch: ImportBatch = { imports: [], rejections: [] };

/** A batch without the import at an index. */
export const removeImport = (batch: ImportBatch, index: number): ImportBatch => ({
  ...batch,
  imports: batch.imports.toSpliced(index, 1),
});
