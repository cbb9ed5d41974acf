import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Scheme } from './browser.ts';
import { freePort, start, temporaryFolder } from './program.ts';

/** Lets the page be narrower than the buttons in the frame of the small browser. */
const frame = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px; }';

/** A separate home folder, so that nothing of the person's is read. */
function settle(home: string): Record<string, string> {
  for (const version of ['gtk-3.0', 'gtk-4.0']) {
    mkdirSync(path.join(home, version));
    writeFileSync(path.join(home, version, 'gtk.css'), frame);
  }
  return { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home };
}

/** Asks the driver something, in W3C WebDriver: what it answers is in `value`. */
async function ask<T>(url: string, method: 'GET' | 'POST', body?: object): Promise<T> {
  const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { value: T & { error: string; message: string } };
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** Starts the small browser of WebKitGTK on an invisible screen, driven by W3C WebDriver. */
export async function startWebKit(scheme: Scheme): Promise<Browser> {
  const screen = start(process.env['XVFB'] ?? 'Xvfb', [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1400x1100x24',
    '-nolisten',
    'tcp',
  ]);
  const [, display] = await screen.says(/^(\d+)\n/m);
  const port = await freePort();
  const home = temporaryFolder();
  const driver = start(process.env['WEBKIT'] ?? 'WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
    env: { ...settle(home), DISPLAY: `:${display}` },
    folders: [home],
  });
  const root = `http://127.0.0.1:${port}`;
  while (!(await ask(`${root}/status`, 'GET').catch(() => false))) await setTimeout(20);

  const args = ['--automation', ...(scheme === 'dark' ? ['--dark-mode'] : [])];
  const { sessionId, capabilities } = await ask<{ sessionId: string; capabilities: { browserVersion: string } }>(
    `${root}/session`,
    'POST',
    { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { args } } } },
  );
  const post = <T>(command: string, body: object = {}) =>
    ask<T>(`${root}/session/${sessionId}/${command}`, 'POST', body);
  const evaluate = async (promise: string) => {
    const script = `const done = arguments[0]; (${promise}).then((text) => done({ text }), (error) => done({ error: String(error) }));`;
    const { text, error } = await post<{ text?: string; error?: string }>('execute/async', { script, args: [] });
    if (error !== undefined) throw new Error(error);
    return text;
  };
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    open: (url) => post('url', { url }),
    reload: () => post('refresh'),
    back: () => post('back'),
    async resize(width, height) {
      // The window is larger than the page by its frame.
      const inner = async () =>
        JSON.parse((await evaluate('Promise.resolve(JSON.stringify([innerWidth, innerHeight]))')) ?? '');
      await post('window/rect', { width, height });
      const [shownWidth, shownHeight] = await inner();
      await post('window/rect', { width: 2 * width - shownWidth, height: 2 * height - shownHeight });
    },
    evaluate,
    act: (actions) => post('actions', { actions }),
    async stop() {
      await driver.stop();
      await screen.stop();
    },
  };
}
