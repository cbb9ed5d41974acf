import type { TeamsData } from '../views/teams/parts.tsx';
import type { TeamsDesk } from './teams-desk.ts';
import type { DeskCall, DeskReply, DeskRequest } from './teams-worker.ts';
import { startWorker } from './trusted.ts';

/** The desk as its page has it. */
export type Desk = Pick<TeamsDesk, DeskCall>;

/** The desk on this page's own thread, for a browser that has no workers or forbids them. */
async function deskHere(data: TeamsData): Promise<Desk> {
  const { TeamsDesk } = await import('./teams-desk.ts');
  return new TeamsDesk(data);
}

/** The desk in a worker. Rejects where there can be none. */
function deskBeside(data: TeamsData): Promise<Desk> {
  return new Promise((resolve, reject) => {
    const worker = startWorker('teams');
    const waiting = new Map<number, (value: unknown) => void>();
    let tickets = 0;
    const ask = (call: DeskCall) => (given?: unknown) =>
      new Promise<never>((answer) => {
        tickets += 1;
        waiting.set(tickets, answer as (value: unknown) => void);
        worker.postMessage({ ticket: tickets, call, given } satisfies DeskRequest);
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
    worker.addEventListener('message', ({ data: { ticket, value } }: MessageEvent<DeskReply>) => {
      waiting.get(ticket)?.(value);
      waiting.delete(ticket);
    });
    worker.addEventListener('error', reject, { once: true });
    worker.postMessage({ open: data } satisfies DeskRequest);
  });
}

/** Opens the desk: beside the page where that is possible, in it otherwise. */
export const openDesk = (data: TeamsData): Promise<Desk> => deskBeside(data).catch(() => deskHere(data));
