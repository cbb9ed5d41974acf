import { askedAt, type Depth } from '../../core/model/ids.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import type { Proposals } from '../../core/proposals/proposals.ts';
import { routePath } from '../shared/routes.ts';

/** The path of the list of what proposals hold: that of the quick check if it asks about all of it, otherwise the full. */
export function listPath({ items }: Proposals, outline: PackOutline): string {
  const quick = new Set<string>(outline.items.filter(askedAt('quick')).map(({ id }) => id));
  const depth: Depth = items.every(({ item }) => quick.has(item)) ? 'quick' : 'full';
  return `${routePath({ view: 'check', depth })}#found`;
}
