import { isObject } from '../model/is-object.ts';
import type { SourceFile } from '../model/source-file.ts';

const questionPath = /^assessment\/(?:questions\/[a-z]+|symptoms)\/(?<id>.+)\.yaml$/;

/** Every question among the files, with the data of its file. */
export const questionsIn = (files: readonly SourceFile[]): { id: string; data: Readonly<Record<string, unknown>> }[] =>
  files.flatMap(({ path, data }) => {
    const id = questionPath.exec(path)?.groups?.['id'];
    return id !== undefined && isObject(data) ? [{ id, data }] : [];
  });

/** The ids of a list that has only texts. */
const idsIn = (list: unknown): string[] => (Array.isArray(list) ? list.filter((id) => typeof id === 'string') : []);

/** An order with one more question: after the last one of its stage. */
function withQuestion(order: readonly string[], id: string, stages: ReadonlyMap<string, unknown>): string[] {
  const last = order.findLastIndex((each) => stages.get(each) === stages.get(id));
  const at = last < 0 ? order.length : last + 1;
  return [...order.slice(0, at), id, ...order.slice(at)];
}

/**
 * The frozen order of a pack with an overlay: the official order, with each question of the overlay at the end of its
 * stage. The overlay's own order comes first, then what it does not list, by id.
 */
export function layOrder(official: unknown, overlay: unknown, files: readonly SourceFile[]): string[] {
  const order = idsIn(official);
  const stages = new Map(questionsIn(files).map(({ id, data }) => [id, data['stage']]));
  const addedIds = idsIn(overlay).filter((id) => !order.includes(id));
  const otherStages = [...stages.keys()].filter((id) => !order.includes(id) && !addedIds.includes(id)).toSorted();
  return [...addedIds, ...otherStages].reduce((laid, id) => withQuestion(laid, id, stages), order);
}
