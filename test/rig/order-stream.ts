import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from '../harness/api.ts';

/** An event that the server has on disk. */
export type Stored = { readonly epoch: string; readonly seq: number; readonly atMs: number };

/** The only writer of a scene, so that it knows the place of each of its orders in the log. */
export type OrderStream = {
  readonly stored: readonly Stored[];
  /** Posts so many, one after the other, at least `everyMs` apart. */
  post(count: number, everyMs: number): Promise<void>;
  /** The log is at this place now: after a start of the server it is another. */
  startFrom(place: { readonly epoch: string; readonly seq: number }): void;
  last(): Stored | undefined;
};

const items = [
  { name: 'Chicken Bowl', unit_price: 8.49, quantity: 2, modifiers: ['Tomatillo salsa', 'Black beans', 'Rice'] },
];

export function createOrderStream(api: Pick<Api, 'order'>): OrderStream {
  const stored: Stored[] = [];
  let place = { epoch: '', seq: 0 };

  async function postOne(): Promise<void> {
    const { status, json, text } = await api.order({ items });
    if (status !== 201) throw new Error(`an order was answered ${status}: ${text}`);
    place = { epoch: place.epoch, seq: place.seq + 1 };
    stored.push({ ...place, atMs: Date.parse(json.created_at) });
  }

  return {
    stored,
    startFrom: (start) => {
      place = start;
    },
    post: async (count, everyMs) => {
      for (let index = 0; index < count; index++) await Promise.all([postOne(), wait(everyMs)]);
    },
    last: () => stored.at(-1),
  };
}
