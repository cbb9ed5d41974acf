// The one script that runs beside a page. It is named after the part of the site that it does: many teams, or search.
const parts = {
  search: () => import('./search/search-worker.ts'),
  teams: () => import('./teams/teams-worker.ts'),
};

/** What a worker may be named. */
export type WorkerName = keyof typeof parts;

const part = parts[self.name as WorkerName]();
part.catch(reportError); // the page hears of it
addEventListener('message', async ({ data }) => postMessage(await (await part).answer(data as never)));
