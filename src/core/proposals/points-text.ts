import type { Translate } from '../text/translate.ts';
import type { Reason } from './proposals.ts';

/** Says which answers a reason points to: `Points to an answer from the 3rd to the 5th.`; empty if to none. */
export function pointsText({ points }: Pick<Reason, 'points'>, t: Translate): string {
  if (!points) return '';
  const { min, max } = points;
  const [first, last] = [t(`proposals.nth-${min}`), t(`proposals.nth-${max}`)];
  if (min === max) return t('proposals.points-one', { first });
  return t(max - min === 1 ? 'proposals.points-two' : 'proposals.points-range', { first, last });
}
