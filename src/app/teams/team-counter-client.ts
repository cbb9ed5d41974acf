import { startWorker } from '../platform/trusted-types.ts';
import type { TeamCounter } from './team-counter.ts';
import type { TeamsData } from './teams-data.tsx';
import type { CounterCall, CounterReply, CounterRequest } from './teams-worker.ts';

/** The desk as its page has it. */
export type TeamCounterClient = Pick<TeamCounter, CounterCall>;

/** The desk on this page's own thread, for a browser that has no workers or forbids them. */
async function counterOnPage(data: TeamsData): Promise<TeamCounterClient> {
  const { TeamCounter } = await import('./team-counter.ts');
  return new TeamCounter(data);
}

/** The desk in a worker. Rejects where there can be none. */
function counterInWorker(data: TeamsData): Promise<TeamCounterClient> {
  return new Promise((resolve, reject) => {
    const worker = startWorker('teams');
    const waiting = new Map<number, (value: unknown) => void>();
    let tickets = 0;
    const ask = (call: CounterCall) => (given?: unknown) =>
      new Promise<never>((answer) => {
        tickets += 1;
        waiting.set(tickets, answer as (value: unknown) => void);
        worker.postMessage({ ticket: tickets, call, given } satisfies CounterRequest);
      });
    waiting.set(0, () =>
      resolve({
        files: ask('files'),
        paste: ask('paste'),
        remove: ask('remove'),
        count: ask('count'),
        file: ask('file'),
      }),
    );
    worker.addEventListener('message', ({ data: { ticket, value } }: MessageEvent<CounterReply>) => {
      waiting.get(ticket)?.(value);
      waiting.delete(ticket);
    });
    worker.addEventListener('error', reject, { once: true });
    worker.postMessage({ open: data } satisfies CounterRequest);
  });
}

/** Opens the desk: beside the page where that is possible, in it otherwise. */
export const openTeamCounter = (data: TeamsData): Promise<TeamCounterClient> =>
  counterInWorker(data).catch(() => counterOnPage(data));
