import { type OrderId, orderId, type RestaurantId } from '#shared/domain/id.ts';
import { closeCodes } from '#shared/protocol/close-codes.ts';
import { uuid } from '#shared/protocol/text.ts';
import type { Followed, OrderView } from '../fanout/attach.ts';
import { type Action, may } from '../permissions.ts';
import type { Caller } from '../ports.ts';

/** What an address of a stream asks for, not yet looked up. */
export type StreamTarget =
  | { readonly kind: 'everything' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'one'; readonly id: string };

/** What somebody must be allowed to do who follows that, by whichever transport ([PER1]). */
export const streamAccess = {
  everything: 'live.follow',
  menu: 'menu.read',
  ready: 'ready.follow',
  one: 'orders.read',
} as const satisfies Readonly<Record<StreamTarget['kind'], Action>>;

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
  if (target.kind !== 'one') return may(caller.role, streamAccess[target.kind]) ? { followed: target } : notAllowed;
  if (!may(caller.role, streamAccess.one, 'own')) return notAllowed;
  return uuid.safeParse(target.id).success
    ? followOrder(orderId(target.id.toLowerCase()), caller, directory)
    : { refused: closeCodes.malformed };
}

/** The orders of one person: their own, or anybody's for those who may read all orders. */
export function followPerson(id: string, caller: Caller, directory: StreamDirectory): Allowed {
  const isOwn = id === caller.userId && may(caller.role, streamAccess.one, 'own');
  if (!isOwn && !may(caller.role, streamAccess.one)) return { refused: closeCodes.noSuchOrder };
  if (!directory.isUser(caller.restaurantId, id)) return { refused: closeCodes.noSuchOrder };
  return { followed: { kind: 'orders-of', subject: `user:${id}`, view: viewOf(caller) } };
}

const viewOf = ({ role }: Caller): Exclude<OrderView, 'link'> => (may(role, streamAccess.one) ? 'whole' : 'own');
const notAllowed = { refused: closeCodes.notAllowed } as const;

/** The holder of a link is that order's reader and nobody else's ([GST1]). */
function followOrder(id: OrderId, caller: Caller, directory: StreamDirectory): Allowed {
  if (caller.role === 'pass')
    return caller.userId === id
      ? { followed: { kind: 'order', orderId: id, view: 'link' } }
      : { refused: closeCodes.noSuchOrder };
  const owner = directory.placedBy(caller.restaurantId, id);
  const sees = may(caller.role, streamAccess.one) || owner === caller.subject;
  if (owner === undefined || !sees) return { refused: closeCodes.noSuchOrder };
  return { followed: { kind: 'order', orderId: id, view: viewOf(caller) } };
}
