import { foldText } from '../text/fold-text.ts';
import { nameOf } from '../text/name-of.ts';

/** Whether two names mean the same system, regardless of spelling (`foldText`). An unnamed system matches none. */
export function isSameSystem(a: string, b: string): boolean {
  const [first, second] = [a, b].map(foldText);
  return nameOf(first) !== '' && first === second;
}
