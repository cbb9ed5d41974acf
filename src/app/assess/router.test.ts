import { beforeEach, expect, test, vi } from 'vitest';
import { eventually } from '../../../tests/support/eventually.ts';
import { navigateTo, onPathChange, pathname, pushPath, replacePath } from '../platform/browser.ts';
import { Router, routeOfAddress } from './router.ts';

vi.mock('../platform/browser.ts', () => ({
  navigateTo: vi.fn(),
  onPathChange: vi.fn(),
  pathname: vi.fn(),
  pushPath: vi.fn(),
  replacePath: vi.fn(),
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

const loaded = async () => undefined;

test('going to a route loads it, then changes the address and reports the route', async () => {
  const onRoute = vi.fn();
  const router = new Router(start, loaded, onRoute);
  const going = router.go(check, '#part');
  expect(router.route).toEqual(start);
  await going;
  expect(vi.mocked(pushPath).mock.calls).toEqual([['/site/assess/quick/check/#part']]);
  expect(onRoute.mock.calls).toEqual([[check]]);
  expect(router.route).toEqual(check);
});

test('a route that fails to load changes neither route nor address; the next attempt loads it again', async () => {
  const load = vi.fn(loaded).mockRejectedValueOnce(new Error('no script'));
  const onRoute = vi.fn();
  const router = new Router(start, load, onRoute);
  await expect(router.go(check)).rejects.toThrow('no script');
  expect(router.route).toEqual(start);
  expect(pushPath).not.toHaveBeenCalled();
  expect(onRoute).not.toHaveBeenCalled();
  await router.go(check);
  expect(router.route).toEqual(check);
  expect(pushPath).toHaveBeenCalledTimes(1);
});

test('the last route requested wins, even if an earlier one finishes loading after it', async () => {
  const stage = { view: 'stage', depth: 'full', stage: 'operations' } as const;
  const { promise: slow, resolve: arrive } = Promise.withResolvers<void>();
  const router = new Router(
    start,
    (route) => (route === check ? slow : loaded()),
    () => undefined,
  );
  const first = router.go(check);
  await router.go(stage);
  arrive();
  await first;
  expect(router.route).toEqual(stage);
  expect(pushPath).toHaveBeenCalledTimes(1);
});

test('goTo(path) follows paths within the assessment only', async () => {
  const router = new Router(start, loaded, () => undefined);
  expect(router.goTo('/site/assess/full/stage/operations/#a-question')).toBe(true);
  await eventually(() => expect(router.route).toEqual({ view: 'stage', depth: 'full', stage: 'operations' }));
  expect(vi.mocked(pushPath).mock.lastCall).toEqual(['/site/assess/full/stage/operations/#a-question']);
  expect(router.goTo('/site/entries/')).toBe(false);
  expect(router.goTo('/elsewhere/assess/')).toBe(false);
  expect(pushPath).toHaveBeenCalledTimes(1);
});

/** A router that follows the address, and a function that goes back to a path. */
function following(load: () => Promise<unknown>, onRoute: () => void) {
  const router = new Router(check, load, onRoute);
  router.listen();
  const listener = vi.mocked(onPathChange).mock.lastCall?.[0];
  const goBackTo = (path: string) => {
    vi.mocked(pathname).mockReturnValue(path);
    listener?.();
  };
  return { router, goBackTo };
}

test('going back follows the address, and leaves the assessment if the address is outside it', async () => {
  const onRoute = vi.fn();
  const { goBackTo } = following(loaded, onRoute);
  goBackTo('/site/assess/');
  await eventually(() => expect(onRoute.mock.calls).toEqual([[start]]));
  expect(pushPath).not.toHaveBeenCalled();
  goBackTo('/site/entries/');
  expect(vi.mocked(navigateTo).mock.calls).toEqual([['/site/entries/']]);
  expect(onRoute).toHaveBeenCalledTimes(1);
});

test('going back to a route that fails to load restores the address of the current one', async () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const { router, goBackTo } = following(
    () => Promise.reject(new Error('no script')),
    () => undefined,
  );
  goBackTo('/site/assess/');
  await eventually(() => expect(vi.mocked(replacePath).mock.calls).toEqual([['/site/assess/quick/check/']]));
  expect(router.route).toEqual(check);
  expect(reported).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
