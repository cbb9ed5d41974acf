import { type Depth, depths } from './depths.ts';

/** Where in the assessment a person is. */
export type Route =
  | { view: 'start' }
  | { view: 'question'; depth: Depth; item: string }
  | { view: 'check'; depth: Depth }
  | { view: 'report'; depth: Depth };

/** Reads a path below the site's base; null is a path that the assessment does not show. */
export function parseRoute(path: string): Route | null {
  const [area, depthName, last, ...more] = path.split('/').filter(Boolean);
  if (area !== 'assess' || more.length > 0) return null;
  if (depthName === undefined) return { view: 'start' };
  const depth = depths.find((each) => each === depthName);
  if (!depth || last === undefined) return null;
  if (last === 'check' || last === 'report') return { view: last, depth };
  return { view: 'question', depth, item: last };
}

/** Writes a route as a path below the site's base. */
export function routePath(route: Route): string {
  if (route.view === 'start') return '/assess/';
  return `/assess/${route.depth}/${route.view === 'question' ? route.item : route.view}/`;
}
