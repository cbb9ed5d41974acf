/** What a page sends to its worker, and what it gets back: the result, or the problem of a request that failed. */
export interface WorkerRequest<Request> {
  requestId: number;
  request: Request;
}
export type WorkerReply<Reply> = { requestId: number } & ({ result: Reply } | { problem: string });

interface PendingRequest<Reply> {
  resolve(result: Reply): void;
  reject(error: Error): void;
}

/** Sends requests to a worker, which may answer them in any order. The worker starts with the first request. */
export class WorkerClient<Request, Reply> {
  readonly #startWorker: () => Worker;
  readonly #pending = new Map<number, PendingRequest<Reply>>();
  #worker: Worker | undefined;
  #lastRequestId = 0;

  /** `startWorker` may throw, for a browser that has no workers or forbids them. */
  constructor(startWorker: () => Worker) {
    this.#startWorker = startWorker;
  }

  /** Rejects if the worker cannot be started, or fails before it has answered. */
  send(request: Request): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#worker ??= this.#open();
      this.#lastRequestId += 1;
      this.#worker.postMessage({ requestId: this.#lastRequestId, request } satisfies WorkerRequest<Request>);
      this.#pending.set(this.#lastRequestId, { resolve, reject });
    });
  }

  #open(): Worker {
    const worker = this.#startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply<Reply>>) => this.#settle(data));
    worker.addEventListener('error', ({ message }) => this.#close(message));
    return worker;
  }

  #settle(reply: WorkerReply<Reply>): void {
    const pending = this.#pending.get(reply.requestId);
    this.#pending.delete(reply.requestId);
    if ('result' in reply) pending?.resolve(reply.result);
    else pending?.reject(new Error(reply.problem));
  }

  /** Gives up on a worker that failed. The next request starts another. */
  #close(problem: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#pending.values()) reject(new Error(problem));
    this.#pending.clear();
  }
}
