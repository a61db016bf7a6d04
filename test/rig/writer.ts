import { setTimeout as wait } from 'node:timers/promises';
import { type Api, type ApiAnswer, apiFor, burger } from '../harness/api.ts';
import type { SeededRandom } from '../harness/seeded-random.ts';

/** Who takes orders and works on them while everything else breaks; never content with no answer. */
export type Writer = {
  /** Ids of all orders that were acknowledged. */
  readonly orders: readonly string[];
  /** Commands that were answered. */
  done(): number;
  /** Works until told to stop; resolves when the last answer has come. */
  run(): Promise<void>;
  stop(): void;
};

const again = (status: number) => status >= 500 || status === 429;

export function createWriter({ url, token }: Pick<Api, 'url' | 'token'>, name: string, random: SeededRandom): Writer {
  const api = apiFor(url, token);
  const orders: string[] = [];
  let made = 0;
  let done = 0;
  let isWorking = true;

  /** One command under one key until it is answered. */
  async function insist(method: string, path: string, body: unknown): Promise<ApiAnswer> {
    const key = `${name}-${random.seed}-${made++}`;
    for (;;) {
      const answer = await api.call(method, path, body, { 'idempotency-key': key }).catch(() => undefined);
      if (answer && !again(answer.status)) {
        done++;
        return answer;
      }
      await wait(50 + random.below(100));
    }
  }

  async function order(): Promise<void> {
    const notes = `${name} ${made}`;
    const { status, json } = await insist('POST', '/orders', { type: 'takeaway', notes, items: [burger] });
    if (status !== 201) throw new Error(`an order was answered ${status}`);
    orders.push(json.id);
  }

  async function work(): Promise<void> {
    const id = orders[random.below(orders.length)];
    const status = (['preparing', 'ready', 'completed'] as const)[random.below(3)];
    if (id) await insist('PATCH', `/orders/${id}/status`, { status });
  }

  async function dish(): Promise<void> {
    const sku = `${name}-${made}`;
    await insist('POST', '/products', { sku, name: sku, price: 5, category: 'c' });
  }

  return {
    orders,
    done: () => done,
    stop: () => {
      isWorking = false;
    },
    run: async () => {
      while (isWorking) {
        const chance = random.next();
        await (chance < 0.6 ? order() : chance < 0.95 ? work() : dish());
        await wait(random.below(60));
      }
    },
  };
}
