import { TeamCounter } from './team-counter.ts';
import type { TeamsData } from './teams-data.tsx';

// Many teams are read and counted here, beside the page, so that the page answers at once however many there are.

/** The calls that a page may make. */
export type CounterCall = 'files' | 'paste' | 'remove' | 'count' | 'file';

/** What a page asks: first with the data of its page, then one call after the other. Tickets tell them apart. */
export type CounterRequest = { open: TeamsData } | { ticket: number; call: CounterCall; given: unknown };

/** What it gets. */
export interface CounterReply {
  ticket: number;
  value: unknown;
}

/** So many teams are read to warm up. */
const warmUpTeams = 60;

let counter: TeamCounter | undefined;

/**
 * Reads and counts made-up teams while the person still looks for files: it loads what is needed to read, and a browser
 * makes code fast that has run often.
 */
async function warmUp(data: TeamsData): Promise<void> {
  const { id, version, items } = data.pack;
  const answers = items.map(({ id: item, rev }, at) => ({ item, rev, state: 'level', level: at % 5 }));
  const team = { format: 'trivium-answers', version: 1, pack: { id, version }, answers };
  const file = (at: number) => new File([JSON.stringify({ ...team, system: `Team ${at}` })], `${at}.json`);
  const trial = new TeamCounter(data);
  for (let at = 0; at < warmUpTeams; at += 10)
    await trial.files(Array.from({ length: 10 }, (_, place) => file(at + place))); // in parts, as a question may come
  await trial.count({ depth: 'full', anonymous: false });
}

/** Does what a page asks. */
export async function answer(request: CounterRequest): Promise<CounterReply> {
  if ('open' in request) {
    counter = new TeamCounter(request.open);
    void warmUp(request.open);
    return { ticket: 0, value: 'open' };
  }
  const { ticket, call, given } = request;
  return { ticket, value: await counter?.[call](given as never) };
}
