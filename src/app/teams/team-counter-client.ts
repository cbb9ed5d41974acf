import { inTime } from '../platform/load-error.ts';
import { startWorker } from '../platform/trusted-types.ts';
import { WorkerClient } from '../platform/worker-client.ts';
import type { TeamCounter } from './team-counter.ts';
import type { TeamsData } from './teams-data.tsx';
import type { CounterCall, CounterRequest } from './teams-worker.ts';

/** The calls of a counter that a page may make, wherever the counter runs. */
export type TeamCounterClient = Pick<TeamCounter, CounterCall>;

async function openCounterInPage(data: TeamsData): Promise<TeamCounterClient> {
  const { TeamCounter } = await inTime(import('./team-counter.ts'));
  return new TeamCounter(data);
}

async function openCounterInWorker(data: TeamsData): Promise<TeamCounterClient> {
  const worker = new WorkerClient<CounterRequest, never>(() => startWorker('teams'));
  await worker.send({ open: data });
  const callTo = (call: CounterCall) => (argument?: unknown) => worker.send({ call, argument });
  return {
    addFiles: callTo('addFiles'),
    addText: callTo('addText'),
    remove: callTo('remove'),
    clear: callTo('clear'),
    count: callTo('count'),
    exportFile: callTo('exportFile'),
  };
}

/** Opens a counter in a worker, or in the page if the browser has no workers or forbids them. */
export const openTeamCounter = (data: TeamsData): Promise<TeamCounterClient> =>
  openCounterInWorker(data).catch(() => openCounterInPage(data));
