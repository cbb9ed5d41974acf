import { expect, test } from 'vitest';
import { WorkerClient, type WorkerReply, type WorkerRequest } from './worker-client.ts';

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
  reply(reply: WorkerReply<string>): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }));
  }
  answer(index: number): void {
    const { requestId = 0, request } = this.requests[index] ?? {};
    this.reply({ requestId, result: `${request}!` });
  }
}

/** A client, with the workers that it has started. */
function clientWithWorkers() {
  const workers: FakeWorker[] = [];
  const client = new WorkerClient<string, string>(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
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
