import type { z } from 'zod';
import type * as command from '#shared/domain/command.ts';
import type { LineId, OrderId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import type { orderIn } from '#shared/protocol/order-requests.ts';

/** A new order as a tablet writes it; the server gives it id, number and prices. */
export type PlaceOrder = {
  readonly kind: 'order.place';
  readonly restaurantId: string;
  readonly order: Omit<z.input<typeof orderIn>, 'made_at' | 'restaurant_id'>;
};

/** More dishes for an order; the server gives them ids and prices. */
export type AddItems = {
  readonly kind: 'order.add-items';
  readonly restaurantId: string;
  readonly orderId: OrderId;
  readonly items: PlaceOrder['order']['items'];
  /** What guests have asked for that these dishes are ([SLF2]). */
  readonly selfOrder?: string | undefined;
};

/** Some dishes become an order of their own, at another table where one is named ([GRO1]). */
export type SplitItems = {
  readonly kind: 'order.split-items';
  readonly restaurantId: string;
  readonly orderId: OrderId;
  readonly items: readonly { readonly id: LineId; readonly quantity: number }[];
  readonly tableNumber: string | null;
};

/** Takes back what the command with this key did; before and after it, as this screen showed them ([UND1]). */
export type UndoCommand = {
  readonly kind: 'order.undo';
  readonly restaurantId: string;
  readonly orderId: Order['id'];
  readonly of: string;
  readonly before: Order;
  readonly after: Order;
};

/** The server knows who asks, and nobody changes a version that they have not seen. */
type Wish<Command> = Command extends unknown ? Omit<Command, 'by' | 'ifVersion' | 'byAge'> : never;

/** What the floor wants changed of an order that is in the kitchen. */
export type FloorWish = Wish<
  | command.VoidLine
  | command.ChangeLine
  | command.Transfer
  | command.SetPayment
  | command.CancelOrder
  | command.MergeOrder
>;

/** Work on one order, by the domain's own rules on both sides. */
export type OrderWish =
  | Wish<command.WorkCommand | command.SetPriority>
  | FloorWish
  | UndoCommand
  | AddItems
  | SplitItems;

/** What a screen can ask for. A new kind needs its row in `command-request.ts`, and nothing elsewhere on the way. */
export type ScreenCommand = OrderWish | PlaceOrder | command.SetAvailability;

/** What a waiter has typed: refused, it is to be rung in anew and not to be lost ([RNG2]). */
export const isRungIn = (one: ScreenCommand): one is PlaceOrder | AddItems =>
  one.kind === 'order.place' || one.kind === 'order.add-items';

export const isOnOrder = (one: ScreenCommand): one is OrderWish => 'orderId' in one;
