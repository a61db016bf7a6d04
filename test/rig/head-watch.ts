import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from '../harness/api.ts';
import type { Stored } from './order-stream.ts';

/** What the server had on disk at what time, where many write and it is killed again and again. */
export type HeadWatch = {
  /** Places of the log as they were found; nothing is older than it says. */
  readonly stored: readonly Stored[];
  /** Starts of the server, oldest first. */
  readonly epochs: readonly string[];
  /** Looks now; rejects when there is no answer. */
  look(): Promise<Stored>;
  stop(): void;
};

export function watchHead(api: Pick<Api, 'call'>, everyMs: number): HeadWatch {
  const stored: Stored[] = [];
  const epochs: string[] = [];
  let isOver = false;

  async function look(): Promise<Stored> {
    const { epoch, head } = (await api.call('GET', '/ws/orders/live/status')).json;
    const found = { epoch, seq: head, atMs: Date.now() };
    if (!epochs.includes(epoch)) epochs.push(epoch);
    if (stored.at(-1)?.epoch !== epoch || stored.at(-1)?.seq !== head) stored.push(found);
    return found;
  }

  async function run(): Promise<void> {
    for (; !isOver; await wait(everyMs)) await look().catch(() => undefined);
  }

  void run();
  return {
    stored,
    epochs,
    look,
    stop: () => {
      isOver = true;
    },
  };
}
