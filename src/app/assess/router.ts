import { navigateTo, onPathChange, pathname, pushPath, replacePath } from '../platform/browser.ts';
import { basePath, link } from '../platform/data-files.ts';
import { noteLoss } from '../platform/load-error.ts';
import { parseRoute, type Route, routePath } from '../shared/routes.ts';

/** The route that the address names; null outside the assessment. */
export const routeOfAddress = (): Route | null => parseRoute(pathname().slice(basePath.length));

/** Keeps route and address in sync: both change once the screen of a new route has loaded. */
export class Router {
  route: Route;
  #requested: Route;
  readonly #load: (route: Route) => Promise<unknown>;
  readonly #onRoute: (route: Route) => void;

  /**
   * @param load loads what the screen of a route needs
   * @param onRoute called after the person has gone to another route
   */
  constructor(route: Route, load: (route: Route) => Promise<unknown>, onRoute: (route: Route) => void) {
    this.route = route;
    this.#requested = route;
    this.#load = load;
    this.#onRoute = onRoute;
  }

  /** Follows the back and forward buttons from now on. A page outside the assessment is loaded afresh. */
  listen(): void {
    onPathChange(() => void this.#followAddress());
  }

  async #followAddress(): Promise<void> {
    const route = routeOfAddress();
    if (!route) return navigateTo(pathname());
    try {
      await this.#enter(route, () => undefined);
    } catch (error) {
      if (this.#requested === route) replacePath(link(routePath(this.route)));
      noteLoss(error);
    }
  }

  /** Enters a route once it has loaded, unless the person has gone elsewhere by then. */
  async #enter(route: Route, arrive: () => void): Promise<void> {
    this.#requested = route;
    await this.#load(route);
    if (this.#requested !== route) return;
    arrive();
    this.route = route;
    this.#onRoute(route);
  }

  /** Goes to a route. If it cannot be loaded, rejects and leaves route and address unchanged. */
  go(route: Route, hash = ''): Promise<void> {
    return this.#enter(route, () => pushPath(link(routePath(route)) + hash));
  }

  /** Goes to a path of this site and returns true, unless the path lies outside the assessment. */
  goTo(path: string): boolean {
    const [page = '', anchor] = path.split('#');
    const route = page.startsWith(basePath) ? parseRoute(page.slice(basePath.length)) : null;
    if (route) void this.go(route, anchor && `#${anchor}`);
    return route !== null;
  }
}
