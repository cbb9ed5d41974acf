import type { WorkerMessage, WorkerReply, WorkerRequest } from './platform/worker-client.ts';

// The one worker script of the site. The name of a worker says which part it runs: search, or counting many teams.
const parts = {
  search: () => import('./search/search-worker.ts'),
  teams: () => import('./teams/teams-worker.ts'),
};

/** What a worker may be named. */
export type WorkerName = keyof typeof parts;

async function replyTo({ requestId, request }: WorkerRequest<unknown>): Promise<WorkerReply<unknown>> {
  try {
    const start = () => postMessage({ requestId, isStarted: true } satisfies WorkerReply<never>);
    return { requestId, result: await (await part).answer(request as never, start) };
  } catch (error) {
    return { requestId, problem: String(error) };
  }
}

const part = parts[self.name as WorkerName]();
const sayLoaded = () => postMessage({ isLoaded: true } satisfies WorkerMessage<never>);
part.then(sayLoaded, reportError); // an error reaches the page as one of the worker, which then starts another
addEventListener('message', async ({ data }) => postMessage(await replyTo(data)));
