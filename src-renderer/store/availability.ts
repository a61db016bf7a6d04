import type { ProductId } from '#shared/domain/id.ts';
import type { Product } from '#shared/domain/product.ts';
import { type BoardState, kitchenOf } from './board-state.ts';

/** As this screen has asked for it last, else as the kitchen says ([OPT1]). */
export const isAvailable = (state: BoardState, id: ProductId): boolean =>
  wishes(state).get(id) ?? kitchenOf(state).products.get(id)?.available ?? true;

/** What nobody can order now ([MEN5]). */
export function outDishes(state: BoardState): readonly Product[] {
  const wanted = wishes(state);
  return [...kitchenOf(state).products.values()].filter(({ id, available }) => !(wanted.get(id) ?? available));
}

/** The last of this screen for each dish. */
const wishes = ({ pending }: BoardState): ReadonlyMap<ProductId, boolean> =>
  new Map(
    pending.flatMap(({ command }) =>
      command.kind === 'product.set-availability' ? [[command.productId, command.available] as const] : [],
    ),
  );

/** Whom the kitchen lets do it; waiters see what is out and ask the kitchen ([PER1]). */
const mayChangeIt: ReadonlySet<string> = new Set(['manager', 'kitchen', 'service']);

export const mayChangeAvailability = ({ session }: Pick<BoardState, 'session'>): boolean =>
  session.phase === 'signed-in' && mayChangeIt.has(session.person.role);
