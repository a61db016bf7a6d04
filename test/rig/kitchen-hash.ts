import { createHash } from 'node:crypto';
import type { Kitchen } from '#shared/domain/apply.ts';
import { toWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import { toWireProduct, type WireProduct } from '#shared/protocol/wire-product.ts';
import {
  fromWireSettings,
  fromWireStations,
  toWireSettings,
  toWireStations,
  type WireSettings,
  type WireStations,
} from '#shared/protocol/wire-site.ts';
import type { Api } from '../harness/api.ts';

/** One word for all that screens hold: what is open, the menu, stations and settings. Equal words, equal state. */
export function hashOfKitchen({ orders, products, stations, settings }: Kitchen): string {
  return hashOf({
    orders: [...orders.values()].map(toWireOrder),
    products: [...products.values()].map(toWireProduct),
    stations: toWireStations(stations),
    settings: toWireSettings(settings),
  });
}

/** The same of what the server answers to whoever asks by HTTP. */
export async function hashOfServer(api: Pick<Api, 'call'>): Promise<string> {
  const orders = await everyPage<WireOrder>(api, '/orders?status=open&limit=200');
  const products = await everyPage<WireProduct>(api, '/products?limit=200');
  // A list has a cursor, which is no state.
  const stations = toWireStations(fromWireStations((await api.call('GET', '/stations')).json));
  const settings = toWireSettings(fromWireSettings((await api.call('GET', '/settings')).json));
  return hashOf({ orders, products, stations, settings });
}

export async function everyPage<Item>(api: Pick<Api, 'call'>, path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor = ''; ; ) {
    const { status, json } = await api.call('GET', `${path}${cursor && `&cursor=${cursor}`}`);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    items.push(...json.items);
    if (!json.next_cursor) return items;
    cursor = json.next_cursor;
  }
}

type All = {
  readonly orders: readonly WireOrder[];
  readonly products: readonly WireProduct[];
  readonly stations: WireStations;
  readonly settings: WireSettings;
};

function hashOf({ orders, products, stations, settings }: All): string {
  const entities = [...orders, ...products].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const text = JSON.stringify([entities, stations, settings], (_, value) => (isRecord(value) ? sorted(value) : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const sorted = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
