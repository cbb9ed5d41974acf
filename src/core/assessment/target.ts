import type { Answers } from '../answers/answers.ts';
import { matchesContext } from '../answers/answers.ts';
import type { Pack } from '../model/pack.ts';

/**
 * The level that a practice aims at, and why: the team's own target, else the lowest that its context presets, else the
 * pack's, without a reason. The reason is null if nobody gave one.
 */
export function targetOf(
  item: string,
  pack: Pack,
  { context, targets }: Pick<Answers, 'context' | 'targets'>,
): { level: number; reason: string | null } {
  const ownTarget = targets.find((target) => target.item === item);
  if (ownTarget) return { level: ownTarget.level, reason: ownTarget.reason ?? null };
  const preset = pack.targets
    .filter(({ when, items }) => items.includes(item) && matchesContext(when, context))
    .toSorted((a, b) => a.level - b.level)[0];
  return preset ? { level: preset.level, reason: preset.reason } : { level: pack.constants.moves.target, reason: null };
}
