import type { SourceFile } from '../model/source-file.ts';
import { isData } from './merge.ts';

const questionPath = /^assessment\/(?:questions\/[a-z]+|symptoms)\/(?<id>.+)\.yaml$/;

/** The stage of every question, by id. */
const stagesOf = (files: readonly SourceFile[]): Map<string, unknown> =>
  new Map(
    files.flatMap(({ path, data }) => {
      const id = questionPath.exec(path)?.groups?.['id'];
      return id === undefined || !isData(data) ? [] : [[id, data['stage']] as const];
    }),
  );

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
export function layOrder(official: unknown, own: unknown, files: readonly SourceFile[]): string[] {
  const order = idsIn(official);
  const stages = stagesOf(files);
  const listed = idsIn(own).filter((id) => !order.includes(id));
  const rest = [...stages.keys()].filter((id) => !order.includes(id) && !listed.includes(id)).toSorted();
  return [...listed, ...rest].reduce((laid, id) => withQuestion(laid, id, stages), order);
}
