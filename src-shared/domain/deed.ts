import type { OrderId, StationId } from './id.ts';
import type { Line } from './line.ts';
import type { WorkStatus } from './progress.ts';

/** A dish as somebody calls it who reads what happened: one that has left the order since has no other name. */
export type NamedDish = { readonly name: string; readonly quantity: number };

/** What of a dish, and of an order, is told as old and new. */
export const dishFields = ['quantity', 'modifiers', 'notes', 'seat', 'course', 'allergens'] as const;
export const orderFields = ['table', 'priority', 'payment', 'method', 'covers', 'order-notes', 'promised'] as const;
export type DeedField = (typeof dishFields)[number] | (typeof orderFields)[number];

/** Lists as one text; a time in milliseconds. */
export type DeedValue = string | number | null;

/** One thing that happened to an order, told apart by comparing it before and after ([STE5]). Plain JSON, as the wire has it. */
export type Deed =
  /** It, or dishes, came: rung in, out of another order or with one. */
  | { readonly what: 'placed' | 'added'; readonly dishes: readonly NamedDish[] }
  | {
      readonly what: 'split-from' | 'split-off' | 'merged-in' | 'merged-into';
      readonly dishes: readonly NamedDish[];
      readonly order: OrderId | null;
    }
  /** A station's share went on, or back to what it was or is to be again. */
  | {
      readonly what: 'worked';
      readonly dishes: readonly NamedDish[];
      readonly station: StationId;
      readonly status: WorkStatus;
      readonly byAge: boolean;
    }
  | {
      readonly what: 'back';
      readonly dishes: readonly NamedDish[];
      readonly station: StationId;
      readonly status: WorkStatus;
    }
  | {
      readonly what: 'given';
      readonly dishes: readonly NamedDish[];
      readonly station: StationId;
      readonly to: StationId | null;
    }
  /** At null: by the pass, or for all. */
  | { readonly what: 'seen'; readonly dishes: readonly NamedDish[]; readonly station: StationId | null }
  | { readonly what: 'held' | 'fired' | 'restored' | 'cooked' | 'not-cooked'; readonly dishes: readonly NamedDish[] }
  | { readonly what: 'voided'; readonly dishes: readonly NamedDish[]; readonly reason: string | null }
  | {
      readonly what: 'changed';
      /** None where it is the order's. */
      readonly dishes: readonly NamedDish[];
      readonly field: DeedField;
      readonly old: DeedValue;
      readonly new: DeedValue;
    }
  | { readonly what: 'cancelled'; readonly reason: string | null }
  | { readonly what: 'uncancelled' | 'put-away' | 'brought-back' };

export const named = ({ name, quantity }: Line): NamedDish => ({ name, quantity });

/** What was done to several dishes alike is one deed. */
export function gathered(deeds: readonly Deed[]): readonly Deed[] {
  const alike = new Map<string, Deed>();
  for (const deed of deeds) {
    if (!('dishes' in deed)) {
      alike.set(JSON.stringify(deed), deed);
      continue;
    }
    const { dishes, ...rest } = deed;
    const key = JSON.stringify(rest);
    const known = alike.get(key);
    const before = known && 'dishes' in known ? known.dishes : [];
    alike.set(key, { ...deed, dishes: [...before, ...dishes] });
  }
  return [...alike.values()];
}
