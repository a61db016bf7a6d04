import type { z } from 'zod';
import type { SetLineStatus, SetOrderStatus } from '#shared/domain/command.ts';
import { workStatuses } from '#shared/domain/line.ts';
import type { orderIn } from '#shared/protocol/order-requests.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { HttpRequest } from '../link/http.ts';

/** A new order as a tablet writes it; the server gives it id, number and prices. */
export type PlaceOrder = {
  readonly kind: 'order.place';
  readonly restaurantId: string;
  readonly order: Omit<z.input<typeof orderIn>, 'made_at' | 'restaurant_id'>;
};

/** What a screen can ask for. A new kind needs its request and its guard here, and nothing elsewhere on the way. */
export type ScreenCommand = SetOrderStatus | SetLineStatus | PlaceOrder;

type Sending = { readonly lane: string; readonly request: Omit<HttpRequest, 'headers'> };

/** Made once: a key stands for its body, so `made_at` must be the same in every retry ([CMD1], [OLD1]). */
export function sendingOf(command: ScreenCommand, key: string, madeAtMs: number): Sending {
  const made_at = toIso(madeAtMs);
  if (command.kind === 'order.place') {
    return { lane: key, request: { method: 'POST', path: '/orders', body: { ...command.order, made_at } } };
  }
  const { orderId, status } = command;
  const path =
    command.kind === 'order.set-status' ? `/orders/${orderId}/status` : `/orders/${orderId}/items/${command.lineId}`;
  return { lane: orderId, request: { method: 'PATCH', path, body: { status, made_at } } };
}

/** Whether a value that lay on a disk is a command this page knows. */
export function isScreenCommand(value: unknown): value is ScreenCommand {
  if (!isFields(value) || typeof value.kind !== 'string' || !isText(value.restaurantId)) return false;
  if (value.kind === 'order.place') return isFields(value.order) && Array.isArray(value.order.items);
  if (!isText(value.orderId) || !workStatuses.some((status) => status === value.status)) return false;
  return value.kind === 'order.set-status' || (value.kind === 'line.set-status' && isText(value.lineId));
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
