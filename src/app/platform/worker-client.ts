import { LoadError, longestWaitMs, noteLoss } from './load-error.ts';

/**
 * What a page sends to its worker, and what the worker says: once that it has loaded; for each request that it has started
 * to compute it, then the result or the problem of a failed request.
 */
export interface WorkerRequest<Request> {
  requestId: number;
  request: Request;
}
export type WorkerReply<Reply> = { requestId: number } & (
  | { isStarted: true }
  | { result: Reply }
  | { problem: string }
);
export type WorkerMessage<Reply> = { isLoaded: true } | WorkerReply<Reply>;

interface PendingRequest<Request, Reply> {
  request: Request;
  resolve(result: Reply): void;
  reject(error: Error): void;
  /** Set while the worker computes the request. */
  timer?: ReturnType<typeof setTimeout>;
}

/** The worker took too long to compute a request. */
export class OverrunError extends Error {}

/** Sends requests to a worker, which may answer them in any order. The worker starts with the first request. */
export class WorkerClient<Request, Reply> {
  readonly #startWorker: () => Worker;
  readonly #limitMs: number | undefined;
  readonly #pending = new Map<number, PendingRequest<Request, Reply>>();
  #worker: Worker | undefined;
  #lastRequestId = 0;

  /**
   * @param startWorker may throw if the browser has no workers or forbids them
   * @param limitMs how long the worker may compute one request, counted from when it reports its start; unlimited by
   *   default
   */
  constructor(startWorker: () => Worker, limitMs?: number) {
    this.#startWorker = startWorker;
    this.#limitMs = limitMs;
  }

  /** Rejects if the worker cannot be started, does not load in time, fails, or overruns (`OverrunError`). */
  send(request: Request): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#worker ??= this.#open();
      this.#lastRequestId += 1;
      this.#pending.set(this.#lastRequestId, { request, resolve, reject });
      this.#post(this.#lastRequestId, request);
    });
  }

  #post(requestId: number, request: Request): void {
    this.#worker?.postMessage({ requestId, request } satisfies WorkerRequest<Request>);
  }

  #open(): Worker {
    const worker = this.#startWorker();
    const silence = setTimeout(() => noteLoss(this.#close(new LoadError('worker'))), longestWaitMs);
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage<Reply>>) => {
      clearTimeout(silence);
      if (!('isLoaded' in data)) this.#settle(data);
    });
    worker.addEventListener('error', ({ message }) => {
      clearTimeout(silence);
      this.#close(new Error(message));
    });
    return worker;
  }

  #settle(reply: WorkerReply<Reply>): void {
    if ('isStarted' in reply) {
      this.#watch(reply.requestId);
      return;
    }
    const pending = this.#forget(reply.requestId);
    if ('result' in reply) pending?.resolve(reply.result);
    else pending?.reject(new Error(reply.problem));
  }

  #forget(requestId: number): PendingRequest<Request, Reply> | undefined {
    const pending = this.#pending.get(requestId);
    clearTimeout(pending?.timer);
    this.#pending.delete(requestId);
    return pending;
  }

  #watch(requestId: number): void {
    const pending = this.#pending.get(requestId);
    if (pending && this.#limitMs !== undefined)
      pending.timer = setTimeout(() => this.#dropStuck(requestId), this.#limitMs);
  }

  /** Terminates a worker that is stuck on a request, and passes its other requests to a new worker. */
  #dropStuck(requestId: number): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#forget(requestId)?.reject(new OverrunError());
    if (this.#pending.size > 0) this.#worker = this.#open();
    for (const [id, { request, timer }] of this.#pending) {
      clearTimeout(timer);
      this.#post(id, request);
    }
  }

  /** Closes a worker that failed, and returns the reason. The next request starts another. */
  #close(error: Error): Error {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const requestId of [...this.#pending.keys()]) this.#forget(requestId)?.reject(error);
    return error;
  }
}
