import type { ProductId } from '#shared/domain/id.ts';
import { lineStatus } from '#shared/domain/line.ts';
import type { Product } from '#shared/domain/product.ts';
import { kitchenOf, type ScreenState } from './screen-state.ts';

/** As this screen has asked for it last, else as the kitchen says ([OPT1]). */
export const isAvailable = (state: ScreenState, id: ProductId): boolean =>
  wishes(state).get(id) ?? kitchenOf(state).products.get(id)?.available ?? true;

/** What nobody can order now ([MEN5]). */
export function outDishes(state: ScreenState): readonly Product[] {
  const wanted = wishes(state);
  return [...kitchenOf(state).products.values()].filter(({ id, available }) => !(wanted.get(id) ?? available));
}

/** How many of each dish have been ordered and are cooked by nobody yet, at whatever station: those who take it off must know. */
export function onOrder(state: ScreenState): ReadonlyMap<ProductId, number> {
  const sums = new Map<ProductId, number>();
  for (const { cancelledAtMs, lines } of kitchenOf(state).orders.values()) {
    if (cancelledAtMs !== null) continue;
    for (const line of lines) {
      if (line.productId === null || !isToCook.has(lineStatus(line))) continue;
      sums.set(line.productId, (sums.get(line.productId) ?? 0) + line.quantity);
    }
  }
  return sums;
}

const isToCook: ReadonlySet<string> = new Set(['pending', 'preparing']);

/** The last of this screen for each dish. */
const wishes = ({ pending }: ScreenState): ReadonlyMap<ProductId, boolean> =>
  new Map(
    pending.flatMap(({ command }) =>
      command.kind === 'product.set-availability' ? [[command.productId, command.available] as const] : [],
    ),
  );

/** Whom the kitchen lets do it; waiters see what is out and ask the kitchen ([PER1]). */
const mayChangeIt: ReadonlySet<string> = new Set(['manager', 'kitchen', 'service']);

export const mayChangeAvailability = ({ session }: Pick<ScreenState, 'session'>): boolean =>
  session.phase === 'signed-in' && mayChangeIt.has(session.person.role);
