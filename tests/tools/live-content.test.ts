import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { watchContent } from '../../tools/astro/live-content.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'trivium-live-content-'));
mkdirSync(path.join(folder, 'our-pack'));
beforeEach(() => {
  vi.stubEnv('TRIVIUM_OVERLAY', undefined);
  return () => vi.unstubAllEnvs();
});
afterAll(() => rmSync(folder, { recursive: true }));
const root = path.resolve('/project');

/** A server with two environments; `happens()` reports what it does about a file. */
function watched(isBroken = false) {
  const did: string[] = [];
  const watchedFolders: string[] = [];
  const listeners = new Map<string, (file: string) => unknown>();
  const environment = (name: string) => ({
    moduleGraph: { invalidateAll: () => did.push(`${name} reads again`) },
    hot: { send: ({ type }: { type: string }) => did.push(`${name} ${type}`) },
  });
  const watcher = {
    add: (folders: string[]) => watchedFolders.push(...folders),
    on: (event: string, listener: (file: string) => unknown) => listeners.set(event, listener),
  };
  const entryTextsFolder = (file: string) => {
    if (isBroken) throw new Error('The content has 2 problems.');
    did.push(`laid again by ${path.basename(file)}`);
  };
  const ssrLoadModule = async (file: string) => ({ entryTextsFolder: () => entryTextsFolder(file) });
  const environments = { ssr: environment('ssr'), client: environment('client') };
  watchContent({ watcher, ssrLoadModule, environments }, root);
  const happens = async (event: string, file: string) => {
    did.length = 0;
    await listeners.get(event)?.(path.resolve(root, file));
    return did;
  };
  return { happens, watchedFolders };
}
const everything = ['ssr reads again', 'ssr full-reload', 'client reads again', 'client full-reload'];

test('a file of the content that is new, changed or gone is read again, and pages reload', async () => {
  const { happens } = watched();
  for (const event of ['add', 'change', 'unlink'])
    expect(await happens(event, 'content/assessment/pack.yaml')).toEqual(everything);
});

test('other files are left to the server', async () => {
  const { happens } = watched();
  for (const file of ['src/app/entry.ts', 'contents/a.yaml', 'dist.next/content/index.html'])
    expect([file, ...(await happens('change', file))]).toEqual([file]);
});

test('an overlay is watched, too, from the folder where the command was called, and laid over our texts again', async () => {
  vi.stubEnv('TRIVIUM_OVERLAY', './our-pack');
  vi.stubEnv('CALLED_FROM', folder);
  const { happens, watchedFolders } = watched();
  expect(watchedFolders).toEqual([path.join(root, 'content'), path.join(folder, 'our-pack')]);
  const laid = [...everything, 'laid again by entry-texts.ts'];
  expect(await happens('change', path.join(folder, 'our-pack/practices/a.mdx'))).toEqual(laid);
  expect(await happens('change', 'content/practices/a.mdx')).toEqual(laid);
});

test('content with problems does not stop the server: the page that reloads lists them', async () => {
  vi.stubEnv('TRIVIUM_OVERLAY', path.join(folder, 'our-pack'));
  expect(await watched(true).happens('change', 'content/practices/a.mdx')).toEqual(everything);
});
