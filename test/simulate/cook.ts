import { setTimeout as wait } from 'node:timers/promises';
import type { WireOrder } from '#shared/protocol/wire-order.ts';
import type { WireStations } from '#shared/protocol/wire-site.ts';
import { ClientFailure, type KitchenClient } from './kitchen-client.ts';
import { reasonOf } from './menu.ts';

/** A crew that works every order through the stations and hands it over. */
export interface Crew {
  /** Resolves when the order is handed over. */
  cook(order: WireOrder): Promise<void>;
}

export type CrewOptions = {
  readonly client: KitchenClient;
  /** Names this run in the Idempotency-Keys. */
  readonly run: string;
  /** From one touch of a ticket to the next, in milliseconds. */
  readonly cookMs: number;
  /** Between 0 and 1, the same for the same word: which tickets are tapped line by line, recalled, taken back. */
  readonly chance: (word: string) => number;
  readonly signal?: AbortSignal | undefined;
};

/** Of so many tickets: each line tapped by itself; a bump taken back; a plate that comes back. */
const byLine = 0.4;
const undone = 0.05;
const recalled = 0.05;

export async function createCrew(options: CrewOptions): Promise<Crew> {
  const { client, run, cookMs, chance, signal } = options;
  const stations = await readStations(client);
  const expo = stations.find(({ kind }) => kind === 'expo');

  async function touch(order: WireOrder, verb: string, body: object, step: string): Promise<WireOrder> {
    if (cookMs > 0) await wait(cookMs, undefined, { signal });
    const key = `simulate-${run}-${order.id}-${step}`;
    const answer = await client.send({ method: 'POST', path: `/orders/${order.id}/${verb}`, body, key });
    if (answer.status !== 200) throw new ClientFailure(`${verb} of ${order.number}: ${reasonOf(answer.json)}`);
    return answer.json as WireOrder;
  }

  async function cookAt(order: WireOrder, station: string): Promise<void> {
    const mine = order.items.filter((item) => item.stations.includes(station));
    if (chance(`lines ${order.id} ${station}`) < byLine) {
      for (const item of mine) await touch(order, 'bump', { station, item_ids: [item.id] }, `${station}-${item.id}`);
      return;
    }
    await touch(order, 'bump', { station }, `${station}-all`);
    if (chance(`undo ${order.id} ${station}`) >= undone) return;
    await touch(order, 'undo', { key: `simulate-${run}-${order.id}-${station}-all` }, `${station}-undo`);
    await touch(order, 'bump', { station }, `${station}-again`);
  }

  async function handOver(order: WireOrder): Promise<void> {
    const where = expo ? { station: expo.id } : {};
    const done = await touch(order, 'bump', where, 'over');
    if (done.order_status !== 'completed')
      throw new ClientFailure(`${order.number} is ${done.order_status} in the end`);
    if (chance(`recall ${order.id}`) >= recalled) return;
    const back = await touch(order, 'recall', {}, 'recall');
    await touch(back, 'bump', where, 'over-again');
  }

  return {
    cook: async (order) => {
      // Who makes comes before who finishes: a share that waits cannot be bumped with the ticket.
      for (const station of inTurn(order)) await cookAt(order, station);
      await handOver(order);
    },
  };
}

function inTurn({ items }: WireOrder): string[] {
  const shares = items.flatMap((item) => item.progress);
  const first = shares.filter(({ after }) => after === null).map(({ station }) => station);
  return [...new Set([...first, ...shares.map(({ station }) => station)])];
}

async function readStations(client: KitchenClient): Promise<WireStations['items']> {
  const answer = await client.send({ method: 'GET', path: '/stations' });
  if (answer.status !== 200) throw new ClientFailure(`the stations cannot be read: ${reasonOf(answer.json)}`);
  return (answer.json as WireStations).items;
}
