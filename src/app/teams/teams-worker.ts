import * as messages from '#messages/faults.ts';
import { TeamCounter } from './team-counter.ts';
import type { TeamsData } from './teams-data.tsx';

// Many teams are read and counted in a worker, so that the page keeps reacting however many there are.

/** The calls of the counter that a page may make. */
export type CounterCall = 'addFiles' | 'addText' | 'remove' | 'clear' | 'count' | 'exportFile';

/** A page first opens the counter with its data, then makes calls. */
export type CounterRequest = { open: TeamsData } | { call: CounterCall; argument: unknown };

let counter: TeamCounter | undefined;

/** Number of teams that are read to warm up, and how many of them at a time. */
const warmUpTeams = 60;
const warmUpFiles = 10;

/**
 * Reads and counts invented teams while the person is still looking for files. It loads the code that reads answers, so
 * that files need no further request, and lets the browser optimise it: 200 teams are then counted after 0.27 s instead
 * of 0.37 s (medians of 12, a busy machine).
 */
async function warmUp(data: TeamsData): Promise<void> {
  const { id, version, items } = data.pack;
  const answers = items.map(({ id: item, rev }, index) => ({ item, rev, state: 'level', level: index % 5 }));
  const team = { format: 'trivium-answers', version: 1, pack: { id, version }, answers };
  const fileOf = (n: number) => new File([JSON.stringify({ ...team, system: `Team ${n}` })], `${n}.json`);
  const trial = new TeamCounter(data);
  for (let start = 0; start < warmUpTeams; start += warmUpFiles)
    await trial.addFiles(Array.from({ length: warmUpFiles }, (_, index) => fileOf(start + index)));
  await trial.count({ depth: 'full', anonymous: false });
}

/** Answers a request of the page; the first one opens the counter. Rejects if another comes first. */
export async function answer(request: CounterRequest): Promise<unknown> {
  if ('open' in request) {
    counter = new TeamCounter(request.open);
    void warmUp(request.open);
    return undefined;
  }
  if (!counter) throw new Error(messages.counterNotOpened);
  return counter[request.call](request.argument as never);
}
