import type { Problem } from '#shared/errors/app-error.ts';
import type { WireProduct } from '#shared/protocol/wire-product.ts';
import { ClientFailure, type KitchenClient } from './kitchen-client.ts';
import { freeSku, type PlannedItem } from './menu-plan.ts';
import type { MenuItem } from './order-body.ts';

/**
 * Sees to it that every planned item is on the menu and gives the menu by name. Items that are there under their name
 * are used as they are, at the price they have.
 */
export async function ensureMenu(
  client: KitchenClient,
  planned: readonly PlannedItem[],
  run: string,
): Promise<Map<string, MenuItem>> {
  const present = await readMenu(client);
  const menu = byName(present);
  const taken = new Set(present.map((product) => product.sku));
  for (const item of planned) {
    if (menu.has(item.name)) continue;
    const sku = taken.has(item.sku) ? freeSku(item.name, taken) : item.sku;
    taken.add(sku);
    menu.set(item.name, await createItem(client, { ...item, sku }, run));
  }
  return menu;
}

async function readMenu(client: KitchenClient): Promise<WireProduct[]> {
  const products: WireProduct[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await client.send({
      method: 'GET',
      path: `/products?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    });
    if (answer.status !== 200) throw new ClientFailure(`the menu cannot be read: ${reasonOf(answer.json)}`);
    const page = answer.json as { items: WireProduct[]; next_cursor: string | null };
    products.push(...page.items);
    cursor = page.next_cursor;
  }
  return products;
}

function byName(products: readonly WireProduct[]): Map<string, MenuItem> {
  return new Map(products.map(({ id, name, price }) => [name, { id, cents: Math.round(price * 100) }]));
}

async function createItem(client: KitchenClient, item: PlannedItem, run: string): Promise<MenuItem> {
  const { sku, name, category, cents } = item;
  const key = `simulate-${run}-menu-${createKeyPart(sku)}`;
  const body = { sku, name, category, price: cents / 100 };
  const answer = await client.send({ method: 'POST', path: '/products', body, key });
  if (answer.status !== 201) throw new ClientFailure(`"${name}" cannot be put on the menu: ${reasonOf(answer.json)}`);
  return { id: (answer.json as WireProduct).id, cents };
}

/** Keys are plain ASCII; a sku may be in any script. */
const createKeyPart = (sku: string): string => encodeURIComponent(sku).slice(-120);

/** What a problem+json says, in one line. */
export function reasonOf(json: unknown): string {
  const { detail, code } = (json ?? {}) as Partial<Problem>;
  return detail ? `${detail} (${code})` : 'no reason given';
}
