import fc from 'fast-check';
import type { Command } from '#shared/domain/command.ts';
import type { OrderId } from '#shared/domain/id.ts';
import type { Line } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Product } from '#shared/domain/product.ts';
import { firings, type Settings } from '#shared/domain/settings.ts';
import type { Station } from '#shared/domain/station.ts';
import { anyDeedOrSite, commandOf, type Deed, someOrders } from './kitchen-deeds.ts';
import { createWorld, type KitchenWorld, withExpo, withoutExpo } from './kitchen-world.ts';
import { scale } from './scale.ts';

/** A service that anything may happen in. */
export type Service = {
  readonly orders: readonly Order[];
  readonly list: readonly Station[];
  readonly settings: Partial<Settings>;
  readonly deeds: readonly Deed[];
  readonly menu?: readonly Product[];
};

export const service: fc.Arbitrary<Service> = fc.record({
  orders: someOrders,
  list: fc.constantFrom(withExpo, withoutExpo),
  settings: fc.record({
    firing: fc.constantFrom(...firings),
    holdCourses: fc.boolean(),
    acknowledgeAllergens: fc.constantFrom(false, false, true),
  }),
  deeds: fc.array(anyDeedOrSite, { minLength: 1, maxLength: 30, size: 'max' }),
});

export const runs = { numRuns: scale({ short: 300, long: 10_000 }) };

export type Before = ReadonlyMap<OrderId, Order>;

/** Tries all deeds; `look` is called after each that was taken, with what was there before. */
export function serve(
  { orders, list, settings, deeds, menu }: Service,
  look: (world: KitchenWorld, before: Before, command: Command) => void = () => undefined,
): KitchenWorld {
  const world = createWorld(orders, list, settings, menu);
  for (const [index, deed] of deeds.entries()) {
    const before = new Map(world.orders);
    const command = commandOf(world, deed, `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`);
    if (command && world.run(command, deed.isSilent).ok) look(world, before, command);
  }
  return world;
}

export const linesOf = (orders: Before): readonly { order: Order; line: Line }[] =>
  [...orders.values()].flatMap((order) => order.lines.map((line) => ({ order, line })));
