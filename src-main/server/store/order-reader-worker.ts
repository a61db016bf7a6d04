import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors/app-error.ts';
import type { OrderReader, ReportReader } from '../ports.ts';
import type { ReaderQuestion, ReaderReply, ReaderRequest, ReaderSetup } from './reader-protocol.ts';

type Waiting = { resolve(text: string): void; reject(error: Error): void };

/** More questions than this wait for nothing: whoever asks next is told to come back. */
const mostWaiting = 200;

export type OrderReaderWorker = OrderReader & ReportReader & { stop(): Promise<void> };

/** The reader's thread, started at the first question and again after a crash, which fails only what it was asked. */
export function createOrderReaderWorker(module: URL, setup: ReaderSetup): OrderReaderWorker {
  let worker: Worker | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  function start(): Worker {
    const started = new Worker(module, { workerData: setup });
    started.unref();
    started.on('message', settle);
    started.on('error', (error) => giveUp(started, error));
    started.on('exit', () => giveUp(started, new Error('the reader stopped')));
    return started;
  }

  function settle(reply: ReaderReply): void {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('text' in reply) asked?.resolve(reply.text);
    else asked?.reject(Object.assign(new Error(reply.error), { code: reply.code }));
  }

  function giveUp(stopped: Worker, error: Error): void {
    if (worker !== stopped) return;
    worker = undefined;
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  }

  function ask(question: ReaderQuestion): Promise<string> {
    if (waiting.size >= mostWaiting) return Promise.reject(new AppError('busy'));
    worker ??= start();
    const request: ReaderRequest = { id: ++lastId, question };
    return new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject });
      worker?.postMessage(request);
    });
  }

  async function stop(): Promise<void> {
    const stopping = worker;
    // Whoever asks from here on asks another one.
    if (waiting.size === 0) worker = undefined;
    await stopping?.terminate();
  }

  return {
    listOrders: (restaurantId, query) => ask({ what: 'orders', restaurantId, query }),
    history: (restaurantId, orderId) => ask({ what: 'history', restaurantId, orderId }),
    listBumped: (restaurantId, query, nowMs) => ask({ what: 'bumped', restaurantId, query, nowMs }),
    listProducts: (restaurantId, query) => ask({ what: 'products', restaurantId, query }),
    report: (restaurantId, kind, query) => ask({ what: 'report', restaurantId, kind, query }),
    keepUp: async (restaurantId) => Number(await ask({ what: 'keep-up', restaurantId })),
    rest: async () => {
      if (waiting.size === 0) await stop();
    },
    stop,
  };
}
