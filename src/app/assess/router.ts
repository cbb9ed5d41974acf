import { navigateTo, onPathChange, pathname, pushPath } from '../platform/browser.ts';
import { basePath, link } from '../platform/data-files.ts';
import { parseRoute, type Route, routePath } from '../shared/routes.ts';

/** The route that the address names; null outside the assessment. */
export const routeOfAddress = (): Route | null => parseRoute(pathname().slice(basePath.length));

/** Keeps the route of the page and its address in step. */
export class Router {
  route: Route;
  readonly #onRoute: (route: Route) => void;

  /** @param onRoute called after the person has gone to another route */
  constructor(route: Route, onRoute: (route: Route) => void) {
    this.route = route;
    this.#onRoute = onRoute;
  }

  /** Follows the back and forward buttons from now on. A page outside the assessment is loaded afresh. */
  listen(): void {
    onPathChange(() => {
      const route = routeOfAddress();
      if (route) this.#take(route);
      else navigateTo(pathname());
    });
  }

  #take(route: Route): void {
    this.route = route;
    this.#onRoute(route);
  }

  go(route: Route, hash = ''): void {
    pushPath(link(routePath(route)) + hash);
    this.#take(route);
  }

  /** Goes to a path of this site and returns true, unless the path lies outside the assessment. */
  goTo(path: string): boolean {
    const [page = '', anchor] = path.split('#');
    const route = page.startsWith(basePath) ? parseRoute(page.slice(basePath.length)) : null;
    if (route) this.go(route, anchor && `#${anchor}`);
    return route !== null;
  }
}
