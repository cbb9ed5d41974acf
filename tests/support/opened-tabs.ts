import { expect, type Page } from '@playwright/test';

/**
 * Watches which tabs open from now on. Asks the browser itself: on a busy machine Playwright misses about one tab in 25,
 * and reports others before they have an address.
 * Returns a function that acts, waits until exactly one more tab is there and shows `path`, and closes it; fails otherwise.
 */
export async function watchTabs(page: Page): Promise<(act: () => Promise<void>, path: string) => Promise<void>> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The tab has no browser of its own to ask.');
  const addresses = new Map<string, string>();
  const note = ({
    targetInfo: { targetId, type, url },
  }: {
    targetInfo: { targetId: string; type: string; url: string };
  }) => {
    if (type === 'page') addresses.set(targetId, url);
  };
  session.on('Target.targetCreated', note);
  session.on('Target.targetInfoChanged', note);
  await session.send('Target.setDiscoverTargets', { discover: true });
  return async (act, path) => {
    const openBefore = new Set(addresses.keys());
    await act();
    const openedTabs = () => [...addresses].filter(([id]) => !openBefore.has(id));
    await expect.poll(() => openedTabs().map(([, address]) => URL.parse(address)?.pathname)).toEqual([path]);
    for (const [targetId] of openedTabs()) await session.send('Target.closeTarget', { targetId });
  };
}
