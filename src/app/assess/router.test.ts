import { beforeEach, expect, test, vi } from 'vitest';
import { navigateTo, onPathChange, pathname, pushPath } from '../platform/browser.ts';
import { Router, routeOfAddress } from './router.ts';

vi.mock('../platform/browser.ts', () => ({
  navigateTo: vi.fn(),
  onPathChange: vi.fn(),
  pathname: vi.fn(),
  pushPath: vi.fn(),
}));
vi.mock('../platform/data-files.ts', () => ({ basePath: '/site', link: (path: string) => `/site${path}` }));
beforeEach(() => vi.clearAllMocks());

const start = { view: 'start' } as const;
const check = { view: 'check', depth: 'quick' } as const;

test('the address of a page gives its route; null outside the assessment', () => {
  vi.mocked(pathname).mockReturnValue('/site/assess/quick/check/');
  expect(routeOfAddress()).toEqual(check);
  vi.mocked(pathname).mockReturnValue('/site/entries/');
  expect(routeOfAddress()).toBeNull();
});

test('going to a route changes the address, then reports the route', () => {
  const onRoute = vi.fn();
  const router = new Router(start, onRoute);
  router.go(check, '#part');
  expect(vi.mocked(pushPath).mock.calls).toEqual([['/site/assess/quick/check/#part']]);
  expect(onRoute.mock.calls).toEqual([[check]]);
  expect(router.route).toEqual(check);
});

test('goTo(path) follows paths within the assessment only', () => {
  const router = new Router(start, () => undefined);
  expect(router.goTo('/site/assess/full/stage/operations/#a-question')).toBe(true);
  expect(router.route).toEqual({ view: 'stage', depth: 'full', stage: 'operations' });
  expect(vi.mocked(pushPath).mock.lastCall).toEqual(['/site/assess/full/stage/operations/#a-question']);
  expect(router.goTo('/site/entries/')).toBe(false);
  expect(router.goTo('/elsewhere/assess/')).toBe(false);
  expect(pushPath).toHaveBeenCalledTimes(1);
});

test('going back follows the address, and leaves the assessment where it leads outside', () => {
  const onRoute = vi.fn();
  const router = new Router(check, onRoute);
  router.listen();
  const goBack = vi.mocked(onPathChange).mock.lastCall?.[0];
  vi.mocked(pathname).mockReturnValue('/site/assess/');
  goBack?.();
  expect(onRoute.mock.calls).toEqual([[start]]);
  expect(pushPath).not.toHaveBeenCalled();
  vi.mocked(pathname).mockReturnValue('/site/entries/');
  goBack?.();
  expect(vi.mocked(navigateTo).mock.calls).toEqual([['/site/entries/']]);
  expect(onRoute).toHaveBeenCalledTimes(1);
});
