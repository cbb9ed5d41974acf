import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LoadError, longestWaitMs } from './load-error.ts';
import { OverrunError, WorkerClient, type WorkerMessage, type WorkerRequest } from './worker-client.ts';

beforeEach(() => vi.stubGlobal('reportError', vi.fn()));
afterEach(() => vi.unstubAllGlobals());

/** A worker that notes its requests and answers when the test tells it to. */
class FakeWorker extends EventTarget {
  readonly requests: WorkerRequest<string>[] = [];
  isTerminated = false;
  postMessage(request: WorkerRequest<string>): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  reply(data: WorkerMessage<string>): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  start(index: number): void {
    this.reply({ requestId: this.requests[index]?.requestId ?? 0, isStarted: true });
  }
  answer(index: number): void {
    const { requestId = 0, request } = this.requests[index] ?? {};
    this.reply({ requestId, result: `${request}!` });
  }
}

/** A client, with the workers that it has started. */
function clientWithWorkers(limitMs?: number) {
  const workers: FakeWorker[] = [];
  const client = new WorkerClient<string, string>(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  }, limitMs);
  return { client, workers };
}

test('send(request) gives each request its own reply, in whatever order they come', async () => {
  const { client, workers } = clientWithWorkers();
  expect(workers).toHaveLength(0);
  const results = Promise.all(['a', 'b', 'c'].map((text) => client.send(text)));
  expect(workers).toHaveLength(1);
  for (const index of [2, 0, 1]) workers[0]?.answer(index);
  expect(await results).toEqual(['a!', 'b!', 'c!']);
});

test('send(request) rejects with the problem of its own request only', async () => {
  const { client, workers } = clientWithWorkers();
  const [first, second] = [client.send('a'), client.send('b')];
  workers[0]?.reply({ requestId: workers[0].requests[0]?.requestId ?? 0, problem: 'no index' });
  workers[0]?.answer(1);
  await expect(first).rejects.toThrow('no index');
  expect(await second).toBe('b!');
});

test('a worker that fails is terminated, its requests reject, and the next request starts another', async () => {
  const { client, workers } = clientWithWorkers();
  const results = Promise.allSettled([client.send('a'), client.send('b')]);
  workers[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(workers[0]?.isTerminated).toBe(true);
  const next = client.send('c');
  workers[1]?.answer(0);
  expect(await next).toBe('c!');
});

test('send(request) rejects if there are no workers', async () => {
  const client = new WorkerClient<string, string>(() => {
    throw new Error('blocked');
  });
  await expect(client.send('a')).rejects.toThrow('blocked');
});

test('a worker that overruns is replaced: its request rejects, and the next worker answers the rest', async () => {
  vi.useFakeTimers();
  try {
    const { client, workers } = clientWithWorkers(1000);
    const [stuck, behind] = [client.send('stuck'), client.send('behind')];
    const refused = expect(stuck).rejects.toBeInstanceOf(OverrunError);
    workers[0]?.reply({ isLoaded: true });
    vi.advanceTimersByTime(60_000); // what it loads before it starts has limits of its own
    expect(workers[0]?.isTerminated).toBe(false);
    workers[0]?.start(0);
    vi.advanceTimersByTime(1000);
    await refused;
    expect(workers[0]?.isTerminated).toBe(true);
    expect(workers[1]?.requests.map(({ request }) => request)).toEqual(['behind']);
    workers[1]?.start(0);
    workers[1]?.answer(0);
    expect(await behind).toBe('behind!');
    vi.advanceTimersByTime(60_000);
    expect(workers[1]?.isTerminated).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});

test('after an overrun with nothing behind it, the next request starts another worker', async () => {
  vi.useFakeTimers();
  try {
    const { client, workers } = clientWithWorkers(1000);
    const refused = expect(client.send('stuck')).rejects.toBeInstanceOf(OverrunError);
    workers[0]?.start(0);
    vi.advanceTimersByTime(1000);
    await refused;
    expect(workers).toHaveLength(1);
    const next = client.send('next');
    workers[1]?.answer(0);
    expect(await next).toBe('next!');
  } finally {
    vi.useRealTimers();
  }
});

test('if a worker does not load in time, the page says so, and the next request starts a new one', async () => {
  vi.useFakeTimers();
  try {
    const { client, workers } = clientWithWorkers(1000);
    const results = Promise.allSettled([client.send('a'), client.send('b')]);
    vi.advanceTimersByTime(longestWaitMs);
    expect(await results).toMatchObject([{ reason: expect.any(LoadError) }, { reason: expect.any(LoadError) }]);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
    expect(vi.mocked(reportError).mock.calls).toEqual([[expect.any(LoadError)]]);
    const next = client.send('c');
    workers[1]?.reply({ isLoaded: true });
    vi.advanceTimersByTime(longestWaitMs);
    workers[1]?.answer(0);
    expect(await next).toBe('c!');
    expect(reportError).toHaveBeenCalledTimes(1);
  } finally {
    vi.useRealTimers();
  }
});
