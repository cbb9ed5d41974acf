import { isObject } from '../model/is-object.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { OverlayFile } from './overlay-file.ts';

/** A question as far as the answer to it depends on it. */
interface AskedQuestion {
  id: string;
  rev: unknown;
}

/** An answer of a sample with the revision that its question has now. */
const carryAnswer = (answer: unknown, revisions: ReadonlyMap<unknown, unknown>): unknown =>
  isObject(answer) && revisions.has(answer['item']) ? { ...answer, rev: revisions.get(answer['item']) } : answer;

/**
 * An official sample as answers to the pack of an overlay: an invented team has not answered the overlay's questions, so
 * its answers to them are "don't know".
 */
export function carrySample(file: SourceFile, overlay: OverlayFile, questions: readonly AskedQuestion[]): SourceFile {
  const { data } = file;
  if (!isObject(data) || !Array.isArray(data['answers'])) return file;
  const revisions = new Map(questions.map(({ id, rev }) => [id as unknown, rev]));
  const answeredItems = new Set(data['answers'].map((answer) => (isObject(answer) ? answer['item'] : undefined)));
  const missing = questions
    .filter(({ id }) => !answeredItems.has(id))
    .map(({ id, rev }) => ({ item: id, rev, state: 'dk' }));
  const answers = [...data['answers'].map((answer) => carryAnswer(answer, revisions)), ...missing];
  return { ...file, data: { ...data, pack: { id: overlay.id, version: overlay.version }, answers } };
}
