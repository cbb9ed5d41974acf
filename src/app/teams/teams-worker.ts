import { TeamCounter } from './team-counter.ts';
import type { TeamsData } from './teams-data.tsx';

// Many teams are read and counted in a worker, so that the page keeps reacting however many there are.

/** The calls of the counter that a page may make. */
export type CounterCall = 'addFiles' | 'addText' | 'remove' | 'count' | 'exportFile';

/** A page first opens the counter with its data, then makes calls. */
export type CounterRequest = { open: TeamsData } | { call: CounterCall; argument: unknown };

/** Number of invented teams that are read to warm up. */
const warmUpTeams = 60;

let counter: TeamCounter | undefined;

/**
 * Reads and counts made-up teams while the person still looks for files: it loads what is needed to read, and a browser
 * makes code fast that has run often.
 */
async function warmUp(data: TeamsData): Promise<void> {
  const { id, version, items } = data.pack;
  const answers = items.map(({ id: item, rev }, index) => ({ item, rev, state: 'level', level: index % 5 }));
  const team = { format: 'trivium-answers', version: 1, pack: { id, version }, answers };
  const fileOf = (n: number) => new File([JSON.stringify({ ...team, system: `Team ${n}` })], `${n}.json`);
  const trial = new TeamCounter(data);
  for (let start = 0; start < warmUpTeams; start += 10)
    await trial.addFiles(Array.from({ length: 10 }, (_, index) => fileOf(start + index)));
  await trial.count({ depth: 'full', anonymous: false });
}

/** Answers a request of the page; the first one opens the counter. */
export async function answer(request: CounterRequest): Promise<unknown> {
  if ('open' in request) {
    counter = new TeamCounter(request.open);
    void warmUp(request.open);
    return undefined;
  }
  if (!counter) throw new Error('The counter has not been opened.');
  return counter[request.call](request.argument as never);
}
