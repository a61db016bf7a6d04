import { randomInt } from 'node:crypto';
import { guestStatus } from '#shared/domain/guest-status.ts';
import { orderId, type RestaurantId } from '#shared/domain/id.ts';
import type { Order } from '#shared/domain/order.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type GuestOrderOut, toWireGuest } from '#shared/protocol/wire-guest.ts';
import { toIso } from '#shared/protocol/wire-time.ts';
import type { GuestOrderStore, PeopleStore, User } from '../people-ports.ts';
import type { Caller, Clock, IdSource, OrderStore } from '../ports.ts';
import type { Attempts } from './attempts.ts';
import type { Entrance, Place, SignedIn } from './entrance.ts';
import type { GuestLinks } from './guest-links.ts';
import type { Secrets } from './secrets.ts';

export type GuestAccountsDeps = {
  readonly people: PeopleStore;
  readonly kept: GuestOrderStore;
  readonly store: Pick<OrderStore, 'order' | 'settings'>;
  readonly links: GuestLinks;
  readonly secrets: Secrets;
  readonly entrance: Pick<Entrance, 'opened'>;
  /** Of new accounts alone: who makes many takes no try from whoever signs in. */
  readonly attempts: Attempts;
  readonly clock: Clock;
  readonly ids: Pick<IdSource, 'random'>;
  /** Where guests are who come without an account. */
  readonly restaurantId: RestaurantId;
};

export type NewGuest = { readonly displayName: string; readonly password: string };

/** Accounts that guests make for themselves, where the restaurant wants them ([GST8]). */
export interface GuestAccounts {
  isOpen(): boolean;
  /** Throws `not_found` where they are off, `too_many_tries`, `busy`. */
  register(guest: NewGuest, place: Place): Promise<SignedIn>;
  orders(caller: Caller): readonly GuestOrderOut[];
  /** By the secret of its link: nothing else proves that it is theirs. Throws `order_not_found`. */
  keep(caller: Caller, secret: string): void;
  /** Ends all of it but the orders themselves, which are the restaurant's. Throws `wrong_login`, `too_many_tries`. */
  remove(caller: Caller, password: string, place: Place): Promise<void>;
}

/** More guests than come back to one restaurant; past it somebody fills the disk. */
const mostAccounts = 2000;
const mostKept = 100;

export function createGuestAccounts(deps: GuestAccountsDeps): GuestAccounts {
  const { people, kept, store, links, secrets, entrance, attempts, clock, ids, restaurantId } = deps;
  const isOpen = () => store.settings(restaurantId).customerAccounts;

  function mustBeOpen(): void {
    if (!isOpen()) throw new AppError('not_found', 'Guests have no accounts here.');
  }

  function mustHaveRoom(): void {
    const guests = people.usersOf(restaurantId).filter(({ role }) => role === 'guest');
    if (guests.length >= mostAccounts) throw new AppError('busy', 'No more accounts can be made here.');
  }

  /**
   * The kitchen chooses it, so that nobody learns by asking who has an account, or who works here. The digits are by
   * chance and not the next free ones.
   */
  function freeName(displayName: string): string {
    // By letters, not by halves of them.
    const letters = [...displayName.normalize('NFKC').toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one));
    const stem = letters.slice(0, 20).join('') || 'guest';
    for (;;) {
      const name = `${stem}-${randomInt(100_000, 1_000_000)}`;
      if (!people.userByName(name)) return name;
    }
  }

  async function hashed(password: string, address: string): Promise<string> {
    const { giveBack } = attempts.begin({ address, deviceId: undefined, aim: 'register' });
    mustHaveRoom();
    return secrets.hashOfStranger(password).catch((error) => {
      giveBack();
      throw error;
    });
  }

  const orderOut = (order: Order): GuestOrderOut => ({
    path: links.goodPathOf(order),
    placed_at: toIso(order.createdAtMs),
    guest: toWireGuest(guestStatus(order)),
  });

  return {
    isOpen,
    register: async ({ displayName, password }, place) => {
      mustBeOpen();
      const passwordHash = await hashed(password, place.address);
      // A manager may have switched them off meanwhile.
      mustBeOpen();
      const user: User = {
        ...{ id: ids.random(), restaurantId, username: freeName(displayName), displayName, role: 'guest' },
        ...{ passwordHash, passwordIsTemporary: false, pinHash: '' },
      };
      people.saveUser(user, clock.nowMs());
      return entrance.opened(user, place);
    },
    orders: ({ userId, restaurantId: own }) =>
      kept.ordersOf(userId, mostKept).flatMap((id) => {
        const order = store.order(own, id);
        return order ? [orderOut(order)] : [];
      }),
    keep: ({ userId, restaurantId: own }, secret) => {
      const holder = links.callerOf(secret);
      if (holder?.restaurantId !== own) throw new AppError('order_not_found');
      kept.keep(userId, orderId(holder.userId), clock.nowMs(), mostKept);
    },
    remove: ({ userId }, password, { address, deviceId }) =>
      secrets.verified({
        attempt: { address, deviceId, aim: 'account', own: `user ${userId}` },
        secret: password,
        find: () => {
          const user = people.user(userId);
          return user?.role === 'guest' ? { user, hash: user.passwordHash } : undefined;
        },
        grant: ({ id }) => people.removeUser(id, clock.nowMs()),
      }),
  };
}
