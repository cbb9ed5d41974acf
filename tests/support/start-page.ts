import { vi } from 'vitest';
import { draftListActions } from '../../src/app/assess/start/draft-list-actions.ts';
import { listedDrafts } from '../../src/app/assess/start/listed-drafts.ts';
import { startScreen } from '../../src/app/assess/start/start-screen.ts';
import { dataOf, htmlOf, stubBrowser, type TestPage } from './assess-page.ts';

/** A browser with an empty storage, which gets the data files that the start page asks for. */
export function stubStartPage(): void {
  stubBrowser();
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  const fetched = { 'drafts.json': { strings: {} }, 'full.json': dataOf.full };
  vi.stubGlobal('fetch', async (url: string) => {
    const name = url.slice(url.lastIndexOf('/') + 1) as keyof typeof fetched;
    return new Response(JSON.stringify(fetched[name]));
  });
}

/** What a person can do in the list of drafts. */
export const actionsOf = ({ context }: TestPage) =>
  draftListActions(context, listedDrafts(context.session, dataOf.quick.outline, dataOf.quick.language));

/** The markup of each row in the list of drafts. */
export const rowsOf = async ({ context }: TestPage): Promise<string[]> =>
  [...htmlOf(await startScreen(context)).matchAll(/<li (?:id="kept|class="undo).*?<\/li>/gs)].map(([row]) => row);
