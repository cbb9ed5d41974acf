import { type Depth, depthIds } from '../../core/model/ids.ts';

/** Where in the assessment a person is. */
export type Route =
  | { view: 'start' }
  | { view: 'question'; depth: Depth; item: string }
  | { view: 'stage'; depth: Depth; stage: string }
  /** A meeting without an item shows its agenda. */
  | { view: 'meeting'; depth: Depth; item: string | undefined }
  | { view: 'check'; depth: Depth }
  | { view: 'report'; depth: Depth };

/** Reads a path below the site's base; null is a path that the assessment does not show. */
export function parseRoute(path: string): Route | null {
  const [area, depthName, last, inner, ...more] = path.split('/').filter(Boolean);
  if (area !== 'assess' || more.length > 0) return null;
  if (depthName === undefined) return { view: 'start' };
  const depth = depthIds.find((each) => each === depthName);
  if (!depth || last === undefined) return null;
  if (last === 'meeting') return { view: last, depth, item: inner };
  if (inner !== undefined) return last === 'stage' ? { view: last, depth, stage: inner } : null;
  if (last === 'check' || last === 'report') return { view: last, depth };
  return { view: 'question', depth, item: last };
}

/** Writes a route as a path below the site's base. */
export function routePath(route: Route): string {
  if (route.view === 'start') return '/assess/';
  const { view, depth } = route;
  if (view === 'question') return `/assess/${depth}/${route.item}/`;
  const inner = view === 'stage' ? route.stage : view === 'meeting' && route.item;
  return `/assess/${depth}/${view}/${inner ? `${inner}/` : ''}`;
}
