import process from 'node:process';
import { type Browser, type CDPSession, chromium } from '@playwright/test';
import { findBrowser } from '../tasks/browser.mjs';

// What the benchmarks share.

/** How many times slower the page's own thread is made, as on a cheap phone. */
export const slowdown = 4;
/** Processor time from which a task of the page counts as long, in milliseconds. */
export const longTask = 50;

/** The middle of some values; of an even number, the higher of the two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The median of each number of some measurements. */
export function medians<K extends string>(all: readonly Record<K, number>[]): Record<K, number> {
  const keys = Object.keys(all[0] ?? {}) as K[];
  return Object.fromEntries(keys.map((key) => [key, median(all.map((each) => each[key]))])) as Record<K, number>;
}

/** Finds the browser of the tests, or says why there is none. */
export async function findProgram(): Promise<string | undefined> {
  const { executable, env, problem } = await findBrowser();
  if (problem) throw new Error(problem);
  Object.assign(process.env, env);
  return executable;
}

/** Starts that browser. */
export async function openBrowser(): Promise<Browser> {
  const program = await findProgram();
  return chromium.launch(program ? { executablePath: program } : {});
}

/** An event of the browser's own trace; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  tdur?: number;
  args: { name?: string };
}

/** Does something and gives the processor time of each task of the page's main thread meanwhile, in milliseconds. */
export async function tasksDuring(session: CDPSession, work: () => Promise<void>): Promise<number[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'toplevel' });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const named = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const main = new Set(named.map(threadOf));
  return events
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000);
}
