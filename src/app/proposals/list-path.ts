import { depthAsking } from '../../core/model/ids.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import type { Proposals } from '../../core/proposals/proposals.ts';
import { routePath } from '../shared/routes.ts';

/** The path of the list of what proposals hold: that of the quick check if it asks about all of it, otherwise the full. */
export function listPath({ items }: Proposals, outline: PackOutline): string {
  const depth = depthAsking(new Set(items.map(({ item }) => item)), outline.items);
  return `${routePath({ view: 'check', depth })}#found`;
}
