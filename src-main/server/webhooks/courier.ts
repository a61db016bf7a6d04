import { setImmediate as inALaterTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { webhookReasons } from '#shared/protocol/webhook-words.ts';
import type { Clock, LoggedEvent, OrderStore } from '../ports.ts';
import type { FailedDelivery, Webhook, WebhookStore } from './ports.ts';
import type { Post } from './post.ts';
import { signed } from './signature.ts';

export type CourierDeps = {
  readonly hooks: WebhookStore;
  readonly store: Pick<OrderStore, 'eventsAfter'>;
  readonly post: Post;
  readonly clock: Clock;
  readonly log: Logger;
};

/** Takes what happens to the addresses that want to know ([HOK1]). No order waits for it. */
export interface Courier {
  /** Something may have happened, or be due. */
  wake(): void;
  /** What is under way ends; nothing new is begun. */
  stop(): Promise<void>;
}

/** After which try how long until the next; after the last one nobody tries by itself ([HOK3]). */
const waitsMs = [5_000, 30_000, 120_000, 600_000, 3_600_000, 6 * 3_600_000, 24 * 3_600_000];
/** Read, sent and written down together. */
const atOnce = 20;
/** When the program ends, an address has so long to answer. */
const lastAnswerMs = 1000;

export function createCourier({ hooks, store, post, clock, log }: CourierDeps): Courier {
  const atWork = new Map<string, Promise<void>>();
  const quitting = new AbortController();
  let isStopped = false;
  let lastMs = clock.nowMs();

  /** One after the other for each address: it is told in the order in which things happened. */
  function wake(): void {
    if (isStopped) return;
    keepTime();
    for (const hook of hooks.all()) {
      if (atWork.has(hook.id)) continue;
      // Whoever did what is told has their answer first.
      const round = inALaterTurn()
        .then(() => work(hook))
        .catch((error) => log.error({ err: error, webhook: hook.id }, 'a webhook could not be served'))
        .finally(() => atWork.delete(hook.id));
      atWork.set(hook.id, round);
    }
  }

  /** What is to be tried in five seconds is not put off for hours because the clock was put back. */
  function keepTime(): void {
    const nowMs = clock.nowMs();
    if (nowMs < lastMs) hooks.bringForward(lastMs - nowMs);
    lastMs = nowMs;
  }

  const found = (id: string) => hooks.all().find((hook) => hook.id === id);

  async function work({ id }: Webhook): Promise<void> {
    for (let isMore = true; isMore && !isStopped; ) {
      const hook = found(id);
      // Both in turn: neither waits until the other has nothing left.
      const left = hook ? [await again(hook), await onward(hook)] : [];
      isMore = left.includes(true);
    }
  }

  /** What failed before and is due; whether there was any. */
  async function again(hook: Webhook): Promise<boolean> {
    const due = hooks.due(hook.id, clock.nowMs(), atOnce);
    const tried = await Promise.all(due.map((one) => tryOne(hook, one.seq, one.tries, eventAt(hook, one.seq))));
    if (due.length > 0) settle(hook, tried.filter(isOver));
    return due.length > 0;
  }

  const eventAt = ({ restaurantId }: Webhook, seq: number) =>
    store.eventsAfter(restaurantId, seq - 1, 1).find((event) => event.seq === seq);

  /** What has happened since; whether there may be more. */
  async function onward(hook: Webhook): Promise<boolean> {
    const events = store.eventsAfter(hook.restaurantId, hook.seq, atOnce);
    const tried: Tried[] = [];
    let { seq } = hook;
    for (const event of events) {
      if (isWanted(hook, event)) {
        if (isStopped || !found(hook.id)) break;
        const one = await tryOne(hook, event.seq, 0, event);
        if (!isOver(one)) break;
        tried.push(one);
      }
      seq = event.seq;
    }
    if (seq > hook.seq) settle(hook, tried, seq);
    return events.length === atOnce;
  }

  /** What was broken off because the program ends was not tried: the next start tells it. */
  const isOver = ({ failed }: Tried) => !failed || !quitting.signal.aborted;

  type Tried = { readonly seq: number; readonly failed: FailedDelivery | undefined };

  async function tryOne(hook: Webhook, seq: number, before: number, event: LoggedEvent | undefined): Promise<Tried> {
    if (!event) return { seq, failed: failure(hook, seq, waitsMs.length, webhookReasons.gone) };
    const body = `{"seq":${seq},${event.body.slice(1)}`;
    const { isTaken, said } = await post(
      hook.url,
      signed(hook.secret, `${hook.restaurantId}.${seq}`, body, clock.nowMs()),
      body,
      quitting.signal,
    );
    return { seq, failed: isTaken ? undefined : failure(hook, seq, before, said) };
  }

  function failure({ id }: Webhook, seq: number, before: number, error: string): FailedDelivery {
    const waitMs = waitsMs[before];
    return {
      hookId: id,
      seq,
      tries: before + 1,
      nextAtMs: waitMs === undefined ? null : clock.nowMs() + waitMs,
      error,
    };
  }

  function settle(hook: Webhook, tried: readonly Tried[], seq?: number): void {
    const arrived = tried.filter(({ failed }) => !failed).map((one) => one.seq);
    const failed = tried.flatMap((one) => one.failed ?? []);
    const takenAtMs = arrived.length > 0 ? clock.nowMs() : undefined;
    hooks.settle(hook.id, { seq, takenAtMs, failed, arrived });
    for (const { nextAtMs } of failed)
      if (nextAtMs === null) log.warn({ webhook: hook.id }, 'an event was given up; the list of failed ones has it');
  }

  return {
    wake,
    stop: async () => {
      isStopped = true;
      const timer = setTimeout(() => quitting.abort(), lastAnswerMs);
      await Promise.all(atWork.values());
      clearTimeout(timer);
    },
  };
}

const isWanted = ({ types }: Webhook, { type }: LoggedEvent) => types.length === 0 || types.includes(type);
