import { AppError } from '#shared/errors/app-error.ts';
import type { FailedEventOut } from '#shared/protocol/webhook-requests.ts';
import { mostWebhooks } from '#shared/protocol/webhook-words.ts';
import type { Caller, Clock, IdSource, OrderStore } from '../ports.ts';
import type { FailedCounts, FailedDelivery, Webhook, WebhookStore } from './ports.ts';
import type { Post, Posted } from './post.ts';
import { newSecret, signed } from './signature.ts';

export type ListedHook = Webhook & FailedCounts;

/** Where a manager says which programs are told what happens. Throws `webhook_not_found`. */
export interface Webhooks {
  list(caller: Caller): readonly ListedHook[];
  /** Told from now on. The secret is in the answer, and nowhere else ever again. */
  make(caller: Caller, wish: Pick<Webhook, 'url' | 'types'>): Webhook;
  remove(caller: Caller, id: string): void;
  /** Sends a `ping`, now and once. */
  test(caller: Caller, id: string): Promise<Posted>;
  /** What was given up, the newest first. */
  failed(caller: Caller, id: string): readonly FailedEventOut[];
  /** Tries all of that again, or the one event `seq`; gives how many: none where it is not among them any more. */
  retry(caller: Caller, id: string, seq?: number): number;
  /** Keeps the event no more: whoever was to be told of it knows by another way. */
  forget(caller: Caller, id: string, seq: number): void;
}

export type WebhooksDeps = {
  readonly hooks: WebhookStore;
  readonly store: Pick<OrderStore, 'head' | 'eventsAfter'>;
  readonly post: Post;
  readonly clock: Clock;
  readonly ids: Pick<IdSource, 'random'>;
  /** Something is to be tried at once. */
  readonly wake: () => void;
};

const mostListed = 50;

type EventBody = { readonly timestamp?: string; readonly order?: { readonly number?: string } };

export function createWebhooks({ hooks, store, post, clock, ids, wake }: WebhooksDeps): Webhooks {
  function own({ restaurantId }: Caller, id: string): Webhook {
    const found = hooks.of(restaurantId).find((hook) => hook.id === id);
    if (!found) throw new AppError('webhook_not_found');
    return found;
  }

  function recognisable({ restaurantId }: Caller, { seq, tries, error }: FailedDelivery): FailedEventOut {
    const event = store.eventsAfter(restaurantId, seq - 1, 1).find((one) => one.seq === seq);
    const { timestamp, order } = event ? (JSON.parse(event.body) as EventBody) : {};
    return { seq, tries, error, type: event?.type ?? null, at: timestamp ?? null, number: order?.number ?? null };
  }

  return {
    list: ({ restaurantId }) => hooks.of(restaurantId).map((hook) => ({ ...hook, ...hooks.counts(hook.id) })),
    make: ({ restaurantId }, { url, types }) => {
      if (hooks.of(restaurantId).length >= mostWebhooks)
        throw new AppError('invalid', `There are ${mostWebhooks} webhooks already; remove one first.`);
      const hook: Webhook = {
        id: ids.random(),
        restaurantId,
        url,
        types,
        secret: newSecret(),
        madeAtMs: clock.nowMs(),
        seq: store.head(restaurantId),
        takenAtMs: null,
      };
      hooks.save(hook);
      return hook;
    },
    remove: (caller, id) => hooks.remove(own(caller, id).id),
    test: (caller, id) => {
      const { url, secret, restaurantId } = own(caller, id);
      const body = JSON.stringify({ type: 'ping', restaurant_id: restaurantId });
      return post(url, signed(secret, `${restaurantId}.ping.${ids.random()}`, body, clock.nowMs()), body);
    },
    failed: (caller, id) => hooks.dead(own(caller, id).id, mostListed).map((one) => recognisable(caller, one)),
    retry: (caller, id, seq) => {
      const revived = hooks.revive(own(caller, id).id, clock.nowMs(), seq);
      wake();
      return revived;
    },
    forget: (caller, id, seq) => hooks.forget(own(caller, id).id, seq),
  };
}
