import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { EventName, EventPayload, ParsedInput, WorkerMethod } from '#core/contract';
import { failed, type Result } from '#core/result';
import type { KeptWork, WorkerReply, WorkerRequest, WorkerSetup } from '#core/worker-message';

const CLOSE_MS = 10_000;

type Options = {
  readonly file: string;
  readonly setup: Omit<WorkerSetup, 'kept'>;
  readonly onEvent: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
  /** The worker ended by itself: the journal is locked now. */
  readonly onCrash: () => void;
  /** How long the worker may take to write everything down and close the journal, and then to end. */
  readonly closeMs?: number;
};

/** Runs the worker that owns the key and the database, and starts a fresh one after each lock or crash. */
export const hostWorker = ({ file, setup, onEvent, onCrash, closeMs = CLOSE_MS }: Options) => {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  // A worker that fails before it ever answered would fail again for ever.
  let hasAnswered = false;
  let isBroken = false;
  // Workers that were told to end and have not.
  let stuck = 0;
  // Outlives each worker: the key it is sealed under does not.
  let kept: KeptWork = {};
  let closing: { readonly promise: Promise<void>; readonly done: () => void } | null = null;

  const receive = (reply: WorkerReply): void => {
    if (reply.type === 'event') onEvent(reply.event, reply.payload);
    else if (reply.type === 'kept') kept = reply.kept;
    else if (reply.type === 'closed') closing?.done();
    else {
      hasAnswered = true;
      waiting.get(reply.id)?.(reply.result);
      waiting.delete(reply.id);
    }
  };

  const abandon = (code: 'LOCKED' | 'INTERNAL'): void => {
    for (const resolve of waiting.values()) resolve(failed({ code }));
    waiting.clear();
  };

  const start = (): Worker => {
    const fresh = new Worker(file, { workerData: { ...setup, kept } satisfies WorkerSetup });
    fresh.on('message', (reply: WorkerReply) => {
      // One that could not be ended may still speak.
      if (fresh === worker) receive(reply);
    });
    fresh.on('error', () => {
      if (fresh === worker) crash();
    });
    return fresh;
  };

  const crash = (): void => {
    isBroken = !hasAnswered;
    abandon('INTERNAL');
    closing?.done();
    // While it closes, whoever asked for that starts the next.
    if (isBroken || closing !== null) return;
    hasAnswered = false;
    worker = start();
    onCrash();
  };

  let worker = start();

  /** Passes a call on; resolves with its result, or LOCKED when the journal is closed meanwhile. */
  const call = <M extends WorkerMethod>(
    method: M,
    input: ParsedInput<M>,
    files: Readonly<Record<string, string>>,
  ): Promise<Result<unknown>> => {
    if (isBroken) return Promise.resolve(failed({ code: 'INTERNAL' }));
    if (closing !== null) return Promise.resolve(failed({ code: 'LOCKED' }));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ type: 'call', id, method, input, files } satisfies WorkerRequest);
    });
  };

  /** Closes the journal and ends the worker, and with it everything it held in memory. */
  const close = async (): Promise<void> => {
    if (isBroken) return;
    if (closing !== null) return closing.promise;
    const ending = worker;
    let done = (): void => undefined;
    const closed = new Promise<void>((resolve) => {
      done = resolve;
    });
    const promise = (async () => {
      const timer = setTimeout(done, closeMs);
      ending.postMessage({ type: 'close' } satisfies WorkerRequest);
      await closed;
      clearTimeout(timer);
      // One that cannot be ended holds the journal still, which the next one tells: better than a window that stays empty.
      stuck += 1;
      const ended = ending.terminate().finally(() => {
        stuck -= 1;
      });
      await Promise.race([ended, sleep(closeMs, undefined, { ref: false })]);
      abandon('LOCKED');
    })();
    closing = { promise, done };
    await promise;
  };

  /** Closes, then starts a fresh worker that knows nothing. */
  const restart = async (): Promise<void> => {
    await close();
    if (isBroken) return;
    hasAnswered = false;
    worker = start();
    closing = null;
  };

  return {
    call,
    close,
    restart,
    /** Whether a worker was told to end and has not: neither will this process then when it is asked to. */
    isStuck: (): boolean => stuck > 0,
  };
};

export type WorkerHost = ReturnType<typeof hostWorker>;
