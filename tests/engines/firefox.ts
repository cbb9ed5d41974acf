import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Browser, Scheme } from './browser.ts';
import { start, temporaryFolder } from './program.ts';

type Send = <T>(method: string, params: object) => Promise<T>;

/** A conversation in WebDriver BiDi: numbered commands as JSON, each with its answer. */
async function converse(url: string): Promise<Send> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`${url} does not answer.`)));
  });
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(data);
    if (type === 'success') waiting.get(id)?.resolve(result as never);
    else waiting.get(id)?.reject(new Error(`${error}: ${message}`));
    waiting.delete(id);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser is gone.'));
  });
  let last = 0;
  return (method, params) => {
    last += 1;
    const answer = Promise.withResolvers<never>();
    waiting.set(last, answer);
    socket.send(JSON.stringify({ id: last, method, params }));
    return answer.promise;
  };
}

/** Starts Firefox without a window. It speaks WebDriver BiDi by itself; its scheme is a preference. */
export async function startFirefox(scheme: Scheme): Promise<Browser> {
  const profile = temporaryFolder();
  const preferences = {
    'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
    'browser.startup.page': 0,
    'dom.ipc.processPrelaunch.enabled': false,
    'browser.download.folderList': 2,
    'browser.download.dir': profile,
    'browser.download.alwaysOpenPanel': false, // the panel would take the focus from the page
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  writeFileSync(path.join(profile, 'user.js'), lines.join(''));
  const args = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile];
  const program = start(process.env['FIREFOX'] ?? 'firefox', args, { folders: [profile] });
  const [, address] = await program.says(/WebDriver BiDi listening on (ws:\S+)/);
  const send = await converse(`${address}/session`);
  const { capabilities } = await send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  // A new tab has the focus; in the first one the address bar keeps it.
  const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    reload: () => send('browsingContext.reload', { context, wait: 'complete' }),
    back: () => send('browsingContext.traverseHistory', { context, delta: -1 }),
    resize: (width, height) => send('browsingContext.setViewport', { context, viewport: { width, height } }),
    async evaluate(promise) {
      const { result, exceptionDetails } = await send<{
        result?: { value?: string };
        exceptionDetails?: { text: string };
      }>('script.evaluate', { expression: promise, target: { context }, awaitPromise: true });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result?.value;
    },
    act: (actions) => send('input.performActions', { context, actions }),
    async print() {
      const { data } = await send<{ data: string }>('browsingContext.print', { context });
      return Buffer.from(data, 'base64');
    },
    stop: program.stop,
  };
}
