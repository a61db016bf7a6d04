import { createHash } from 'node:crypto';
import type { Kitchen } from '#shared/domain/apply.ts';
import { toWireOrder, type WireOrder } from '#shared/protocol/wire-order.ts';
import { toWireProduct, type WireProduct } from '#shared/protocol/wire-product.ts';
import type { Api } from '../harness/api.ts';

/** One word for everything that is open and the menu: equal words, equal state. */
export function hashOfKitchen({ orders, products }: Kitchen): string {
  return hashOf([...orders.values()].map(toWireOrder), [...products.values()].map(toWireProduct));
}

/** The same of what the server answers to whoever asks by HTTP. */
export async function hashOfServer(api: Pick<Api, 'call'>): Promise<string> {
  const orders = await everyPage<WireOrder>(api, '/orders?status=open&limit=200');
  return hashOf(orders, await everyPage<WireProduct>(api, '/products?limit=200'));
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

function hashOf(orders: readonly WireOrder[], products: readonly WireProduct[]): string {
  const all = [...orders, ...products].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const text = JSON.stringify(all, (_, value) => (isRecord(value) ? sorted(value) : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const sorted = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
