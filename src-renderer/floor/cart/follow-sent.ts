import type { StoreApi } from 'zustand/vanilla';
import type { ScreenState } from '../../store/screen-state.ts';
import type { KeptCarts } from './kept-carts.ts';

/**
 * A cart that was sent is let go once its command is safe: kept on the device, answered, or refused. Until then it is the
 * only thing that would survive the page ([RNG1]).
 */
export function followSent(store: StoreApi<ScreenState>, carts: KeptCarts): void {
  const look = () => {
    const { pending, sent, notices } = store.getState();
    const safe = new Set([
      ...pending.flatMap(({ key, kept, answer }) => (kept || answer ? key : [])),
      ...sent.map(({ key }) => key),
      ...notices.map(({ id }) => id),
    ]);
    for (const { id, sentAs } of carts.store.getState()) if (sentAs !== null && safe.has(sentAs)) carts.drop(id);
  };
  store.subscribe((state, before) => {
    if (state.pending !== before.pending || state.sent !== before.sent || state.notices !== before.notices) look();
  });
  carts.store.subscribe(look);
}
