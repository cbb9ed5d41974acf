import type { Pack, PackMove } from './pack.ts';

/** FNV-1a of a text, as a 32-bit number. Source: Fowler, Noll, Vo, with the 32-bit offset and prime. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}

/** FNV-1a of a text, as eight hexadecimal digits. */
export const hexHash = (text: string): string => fnv1a(text).toString(16).padStart(8, '0');

/** A hash of the id of a pack and of everything in it that scores and plans are computed with. */
export function hashNumbers({
  id,
  items,
  signals,
  tensions,
  targets,
  findings,
  constants,
}: Omit<Pack, 'fingerprint'>): string {
  const moveNumbers = ({ reaches, effort, upkeep }: PackMove) => [reaches, effort, upkeep];
  const itemNumbers = items.map((item) => [
    [item.variable, item.stage, item.depth, item.weight, item.grade, item.needs, item.safety],
    item.moves && [moveNumbers(item.moves.start), moveNumbers(item.moves.deepen)],
  ]);
  const signalNumbers = signals.map(({ id: signal, indicators, visible, requires, helps }) => [
    signal,
    indicators,
    visible,
    requires,
    helps,
  ]);
  const tensionNumbers = tensions.map((each) => [each.id, each.high, each.low]);
  const targetNumbers = targets.map(({ when, items: of, level }) => [when, of, level]);
  const findingNumbers = findings.map(({ item, level }) => [item, level]);
  return hexHash(
    JSON.stringify([id, itemNumbers, signalNumbers, tensionNumbers, targetNumbers, findingNumbers, constants]),
  );
}
