import { createHmac, timingSafeEqual } from 'node:crypto';
import { isLinkGood } from '#shared/domain/guest-status.ts';
import { type OrderId, orderId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import type { Caller, Clock } from '../ports.ts';
import type { KeyRing } from './key-ring.ts';

/**
 * The links of orders for their guests ([GST3]). Nothing is stored: the order's id and 128 bits that only this
 * installation's key makes of it. So one is there when a slip is printed, outlives a restart, and ends with the key.
 */
export interface GuestLinks {
  /** What stands behind `/o/` in the link: also the credential of whoever opens it. */
  secretOf(order: Pick<Order, 'id' | 'restaurantId'>): string;
  /** The path of the page, for whatever shows or prints it. */
  pathOf(order: Pick<Order, 'id' | 'restaurantId'>): string;
  /** The same, or nothing where it would lead nowhere any more. */
  goodPathOf(order: Order): string | null;
  /** `undefined` for one that was never good, and one whose time is over: nobody can tell the two apart. */
  callerOf(secret: string): Caller | undefined;
  isGood(jti: string): boolean;
}

export type GuestLinksDeps = {
  readonly ring: KeyRing;
  /** Of whatever restaurant: a link says which order, and the order says whose it is. */
  readonly orderAnywhere: (id: OrderId) => Order | undefined;
  readonly clock: Clock;
};

const form = /^[\w-]{43}$/;
const idBytes = 16;
const proofBytes = 16;
const jtiPrefix = 'pass:';

/** 32 bytes, which no token of a session and no API key looks like. */
export const isGuestSecret = (token: string): boolean => form.test(token);
export const isGuestJti = (jti: string): boolean => jti.startsWith(jtiPrefix);

export function createGuestLinks({ ring, orderAnywhere, clock }: GuestLinksDeps): GuestLinks {
  const isStillGood = (order: Order | undefined): order is Order =>
    order !== undefined && isLinkGood(order, clock.nowMs());

  function secretOf({ id, restaurantId }: Pick<Order, 'id' | 'restaurantId'>): string {
    const proof = proofOf(ring.all()[0], `${restaurantId}/${id}`);
    return Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), proof]).toString('base64url');
  }

  function callerOf(secret: string): Caller | undefined {
    const bytes = Buffer.from(secret, 'base64url');
    const order = orderAnywhere(idIn(bytes));
    // Worked out also for an order that nobody has, so that the time of an answer tells no id.
    const name = `${order?.restaurantId ?? ''}/${order?.id ?? ''}`;
    const isProven = ring.all().some((key) => timingSafeEqual(proofOf(key, name), bytes.subarray(idBytes)));
    if (isProven && order) return isStillGood(order) ? asCaller(order) : undefined;
    ring.mustBeWhole();
    return undefined;
  }

  const pathOf = (order: Pick<Order, 'id' | 'restaurantId'>) => `/o/${secretOf(order)}`;

  return {
    secretOf,
    pathOf,
    goodPathOf: (order) => (isStillGood(order) ? pathOf(order) : null),
    callerOf,
    isGood: (jti) => isStillGood(orderAnywhere(orderId(jti.slice(jtiPrefix.length)))),
  };
}

/** For this alone: what is made with it says nothing of the key that signs tokens. */
function proofOf(key: Uint8Array, name: string): Buffer {
  const own = createHmac('sha256', key).update('kitchen-pass guest link 1').digest();
  return createHmac('sha256', own).update(name).digest().subarray(0, proofBytes);
}

function idIn(bytes: Buffer): OrderId {
  const hex = bytes.subarray(0, idBytes).toString('hex');
  return orderId(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}

/** Nobody but the holder of that order's link: `userId` is the order's. */
function asCaller({ id, restaurantId }: Order): Caller {
  const name = `${jtiPrefix}${id}`;
  return { restaurantId, userId: id, subject: name, role: 'pass', displayName: '', jti: name, deviceId: undefined };
}
