import type { Command } from './command.ts';
import { accept, type Decision, type KitchenView, refuse } from './decision.ts';
import type { DomainEvent, OrderEvent, ProductEvent } from './event.ts';
import type { Product } from './product.ts';
import { leftOf, settled, soldIn } from './stock.ts';

/** By these more is sold than before; whatever else brings a dish back takes what is there, or goes below. */
const sells: ReadonlySet<Command['kind']> = new Set(['order.place', 'order.add-lines', 'line.change']);

/**
 * What orders take is taken off the count in the same step ([STK1]), before the orders' own events, so that a screen
 * never shows an order beside a count that does not know of it. Who wants more than is left gets nothing ([STK2]).
 */
export function takeStock(view: KitchenView, command: Command, decision: Decision, nowMs: number): Decision {
  if (!decision.ok) return decision;
  const orders = decision.events.filter((event): event is OrderEvent => 'order' in event);
  if (orders.length === 0) return decision;
  const taken: DomainEvent[] = [];
  for (const { product, delta } of counted(view, orders)) {
    const left = leftOf(product.stock);
    if (delta > left && sells.has(command.kind)) return refuse('item_unavailable', tooFew(product, left));
    taken.push(inventoryEvent(product, { ...product.stock, sold: product.stock.sold + delta }, nowMs));
  }
  return taken.length === 0 ? decision : accept(...taken, ...decision.events);
}

const tooFew = ({ name }: Product, left: number) =>
  left === 0 ? `${name} is out (86).` : `Only ${left} of ${name} left.`;

type Counted = Product & { readonly stock: NonNullable<Product['stock']> };

function counted(view: KitchenView, events: readonly OrderEvent[]) {
  const after = events.map(({ order }) => order);
  const before = after.map(({ id }) => view.order(id)).filter((order) => order !== undefined);
  const [soldBefore, soldAfter] = [soldIn(before), soldIn(after)];
  const changed = [...new Set([...soldBefore.keys(), ...soldAfter.keys()])].filter(
    (id) => soldBefore.get(id) !== soldAfter.get(id),
  );
  return changed.flatMap((id) => {
    const product = view.product(id);
    if (!isCounted(product)) return [];
    const since = product.stock.countedAtMs;
    const delta = (soldIn(after, since).get(id) ?? 0) - (soldIn(before, since).get(id) ?? 0);
    return delta === 0 ? [] : [{ product, delta }];
  });
}

const isCounted = (product: Product | undefined): product is Counted =>
  product !== undefined && product.stock !== null && product.removedAtMs === null;

/** The item with that count. */
export function inventoryEvent(product: Product, stock: Product['stock'], nowMs: number): ProductEvent {
  const next = settled({ ...product, stock, version: product.version + 1, updatedAtMs: nowMs });
  const data = {
    product_id: product.id,
    sku: product.sku,
    old_quantity: product.stock && leftOf(product.stock),
    new_quantity: stock && leftOf(stock),
    available: next.available,
  };
  return { type: 'inventory_updated', product: next, data, atMs: nowMs };
}
