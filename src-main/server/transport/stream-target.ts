import { type OrderId, orderId, type RestaurantId } from '#shared/domain/id.ts';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { uuid } from '#shared/protocol/text.ts';
import type { Followed } from '../fanout/attach.ts';
import { may } from '../permissions.ts';
import type { Caller } from '../ports.ts';

/** What an address of a stream asks for, not yet looked up. */
export type StreamTarget =
  | { readonly kind: 'everything' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'one'; readonly id: string };

/** What has to be known to let somebody follow an order. */
export type StreamDirectory = {
  /** The subject that placed it; `undefined` for an order that the restaurant does not have. */
  placedBy(restaurantId: RestaurantId, id: OrderId): string | undefined;
  isUser(restaurantId: RestaurantId, id: string): boolean;
};

type Refusal = (typeof closeCodes)['malformed' | 'notAllowed' | 'noSuchOrder'];
export type Allowed = { readonly followed: Followed } | { readonly refused: Refusal };

/**
 * Whether this caller may follow that. Whoever may see only their own orders learns nothing of others: those do not
 * exist for them ([PER1]).
 */
export function followTarget(target: StreamTarget, caller: Caller, directory: StreamDirectory): Allowed {
  if (target.kind === 'everything') return may(caller.role, 'live.follow') ? { followed: target } : notAllowed;
  if (target.kind === 'menu') return may(caller.role, 'menu.read') ? { followed: target } : notAllowed;
  if (target.kind === 'ready') return may(caller.role, 'ready.follow') ? { followed: target } : notAllowed;
  if (!may(caller.role, 'orders.read') && !may(caller.role, 'own.orders')) return notAllowed;
  return uuid.safeParse(target.id).success
    ? followOrder(orderId(target.id.toLowerCase()), caller, directory)
    : { refused: closeCodes.malformed };
}

/** The orders of one person: their own, or anybody's for those who may read all orders. */
export function followPerson(id: string, caller: Caller, directory: StreamDirectory): Allowed {
  const isOwn = id === caller.userId && may(caller.role, 'own.orders');
  if (!isOwn && !may(caller.role, 'orders.read')) return { refused: closeCodes.noSuchOrder };
  if (!directory.isUser(caller.restaurantId, id)) return { refused: closeCodes.noSuchOrder };
  return { followed: { kind: 'orders-of', subject: `user:${id}` } };
}

const notAllowed = { refused: closeCodes.notAllowed } as const;

function followOrder(id: OrderId, caller: Caller, directory: StreamDirectory): Allowed {
  const owner = directory.placedBy(caller.restaurantId, id);
  const sees = may(caller.role, 'orders.read') || owner === caller.subject;
  if (owner === undefined || !sees) return { refused: closeCodes.noSuchOrder };
  return { followed: { kind: 'order', orderId: id } };
}
