import { type Depth, depthIds } from '../../core/model/ids.ts';

/** A screen of the assessment. */
export type Route =
  | { view: 'start' }
  | { view: 'question'; depth: Depth; item: string }
  | { view: 'stage'; depth: Depth; stage: string }
  /** A meeting without an item shows its agenda. */
  | { view: 'meeting'; depth: Depth; item: string | undefined }
  | { view: 'check'; depth: Depth }
  | { view: 'report'; depth: Depth };

/**
 * Reads a path below the site's base. To some hosts upper and lower case are the same, and some name the file of a page.
 * Null for a path outside the assessment.
 */
export function parseRoute(path: string): Route | null {
  const parts = path
    .toLowerCase()
    .replace(/index\.html$/, '')
    .split('/');
  const [area, depthName, page, inner, ...rest] = parts.filter(Boolean);
  if (area !== 'assess' || rest.length > 0) return null;
  if (depthName === undefined) return { view: 'start' };
  const depth = depthIds.find((id) => id === depthName);
  if (!depth || page === undefined) return null;
  if (page === 'meeting') return { view: page, depth, item: inner };
  if (inner !== undefined) return page === 'stage' ? { view: page, depth, stage: inner } : null;
  if (page === 'check' || page === 'report') return { view: page, depth };
  return { view: 'question', depth, item: page };
}

/** Writes a route as a path below the site's base. */
export function routePath(route: Route): string {
  if (route.view === 'start') return '/assess/';
  const { view, depth } = route;
  if (view === 'question') return `/assess/${depth}/${route.item}/`;
  const inner = view === 'stage' ? route.stage : view === 'meeting' && route.item;
  return `/assess/${depth}/${view}/${inner ? `${inner}/` : ''}`;
}
