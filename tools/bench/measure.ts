import process from 'node:process';
import { type Browser, type CDPSession, chromium } from '@playwright/test';
import { findBrowser } from '../tasks/browser.mjs';

// What several benchmarks use.

/** How many times slower the main thread of the page runs, as on a cheap phone. */
export const slowdown = 4;
/** The processor time of a long task, in milliseconds. */
export const longTask = 50;

/** The path of the tests' browser. Throws with a sentence if there is none. */
export async function findProgram(): Promise<string | undefined> {
  const { executable, env, problem } = await findBrowser();
  if (problem) throw new Error(problem);
  Object.assign(process.env, env);
  return executable;
}

/** Starts the tests' browser. */
export async function openBrowser(): Promise<Browser> {
  const program = await findProgram();
  return chromium.launch(program ? { executablePath: program } : {});
}

/** An event of the browser's trace; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  tdur?: number;
  args: { name?: string };
}

/** Processor time of each task of the page's main thread while `work` runs, in milliseconds. */
export async function tasksDuring(session: CDPSession, work: () => Promise<void>): Promise<number[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'toplevel' });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const threadNames = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const main = new Set(threadNames.map(threadOf));
  return events
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000);
}
