import { createHash } from 'node:crypto';
import type { FileLine, FileOrder } from './file-order.ts';

/** What is on the menu under a name. */
export type MenuItem = { readonly id: string; readonly cents: number };

export type OrderBody = {
  readonly type: 'dine_in' | 'takeaway' | 'delivery';
  readonly table_number?: string;
  readonly covers?: number;
  readonly items: readonly ItemBody[];
};

type ItemBody = {
  readonly menu_item_id?: string;
  readonly name?: string;
  readonly unit_price?: number;
  readonly quantity: number;
  readonly modifiers: readonly string[];
};

/**
 * The request for one order of the file. Type, table and covers, which the file does not tell, follow from the seed
 * and the order's id alone: a repeat under the same key must be the same request, byte for byte.
 */
export function toOrderBody(order: FileOrder, menu: ReadonlyMap<string, MenuItem>, seed: string): OrderBody {
  const [kind = 0, table = 0, covers = 0] = createHash('sha256').update(`${seed}/${order.id}`).digest();
  const items = order.lines.map((line) => toItem(line, menu.get(line.name)));
  if (kind < 154) return { type: 'dine_in', table_number: String(1 + (table % 24)), covers: 1 + (covers % 6), items };
  return { type: kind < 230 ? 'takeaway' : 'delivery', items };
}

/** The menu's price where it is the one that was paid, else the file's own. */
function toItem({ name, unitCents, quantity, modifiers }: FileLine, item: MenuItem | undefined): ItemBody {
  const reference = item ? { menu_item_id: item.id } : {};
  if (item?.cents === unitCents) return { ...reference, quantity, modifiers };
  return { ...reference, name, unit_price: unitCents / 100, quantity, modifiers };
}
