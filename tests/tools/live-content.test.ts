import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { watchContent } from '../../tools/astro/live-content.mjs';

afterEach(() => vi.unstubAllEnvs());
const root = path.resolve('/project');

/** A server with two environments; `happens()` reports what it does about a file. */
function watched() {
  const did: string[] = [];
  const watchedFolders: string[] = [];
  const listeners = new Map<string, (file: string) => void>();
  const environment = (name: string) => ({
    moduleGraph: { invalidateAll: () => did.push(`${name} reads again`) },
    hot: { send: ({ type }: { type: string }) => did.push(`${name} ${type}`) },
  });
  const watcher = {
    add: (folders: string[]) => watchedFolders.push(...folders),
    on: (event: string, listener: (file: string) => void) => listeners.set(event, listener),
  };
  watchContent({ watcher, environments: { ssr: environment('ssr'), client: environment('client') } }, root);
  const happens = (event: string, file: string) => {
    did.length = 0;
    listeners.get(event)?.(path.join(root, file));
    return did;
  };
  return { happens, watchedFolders };
}
const everything = ['ssr reads again', 'ssr full-reload', 'client reads again', 'client full-reload'];

test('a file of the content that is new, changed or gone is read again, and pages reload', () => {
  const { happens } = watched();
  for (const event of ['add', 'change', 'unlink'])
    expect(happens(event, 'content/assessment/pack.yaml')).toEqual(everything);
});

test('other files are left to the server', () => {
  const { happens } = watched();
  for (const file of ['src/app/entry.ts', 'contents/a.yaml', 'dist.next/content/index.html'])
    expect([file, ...happens('change', file)]).toEqual([file]);
});

test('an overlay is watched, too, from the folder where the command was called', () => {
  vi.stubEnv('TRIVIUM_OVERLAY', './our-pack');
  vi.stubEnv('CALLED_FROM', path.join(root, 'work'));
  const { happens, watchedFolders } = watched();
  expect(watchedFolders).toEqual([path.join(root, 'content'), path.join(root, 'work/our-pack')]);
  expect(happens('change', 'work/our-pack/pack.yaml')).toEqual(everything);
});
