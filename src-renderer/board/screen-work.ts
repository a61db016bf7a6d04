import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LineId, OrderId } from '#shared/domain/id.ts';
import type { Product } from '#shared/domain/product.ts';
import type { WayBack } from '../store/bumped.ts';

/** What the person at this screen is in the midst of; nothing of it is the kitchen's. */
export type ScreenWork = {
  /** The ticket whose sheet is open. */
  readonly sheet: OrderId | null;
  /** The dish that is opened in it. */
  readonly sheetLine: LineId | null;
  /** Put in front just now, and how that is taken back ([PRI1]). */
  readonly prioritised: WayBack | null;
  /** Taken off the menu here, at that moment of the steady clock, and how it is called ([MEN4]). */
  readonly soldOut: {
    readonly product: Pick<Product, 'id' | 'restaurantId'>;
    readonly dish: string;
    readonly atMs: number;
  } | null;
  /** A dish on hold was tapped, at that moment of the steady clock: why nothing happens is said ([LIN3]). */
  readonly saidHeld: { readonly ticket: OrderId; readonly dish: string; readonly atMs: number } | null;
};

export const createScreenWork = (): StoreApi<ScreenWork> =>
  createStore<ScreenWork>(() => ({ sheet: null, sheetLine: null, prioritised: null, soldOut: null, saidHeld: null }));
