import { randomInt, randomUUID } from 'node:crypto';
import type { RestaurantId } from '#shared/domain/id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import type { Admitted } from './devices.ts';
import { isSame, newSecret } from './pairing-secret.ts';

export type PairingRequest = {
  /** What the manager's screen calls it; it opens nothing. */
  readonly id: string;
  /** Compared by people: on the tablet, and beside its name on the manager's screen. */
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly expiresAtMs: number;
};

export type NewRequest = PairingRequest & {
  /** With it the device that has asked, and nobody else, is told what became of it. */
  readonly pickUpSecret: string;
};

export type PairingState =
  | { readonly state: 'waiting'; readonly code: string; readonly expiresAtMs: number }
  | { readonly state: 'approved'; readonly admitted: Admitted }
  /** Pairing was shut before anybody had answered it, or others needed its place. */
  | { readonly state: 'over' }
  | { readonly state: 'refused' };

export type Ended = Exclude<PairingState, { readonly state: 'waiting' }>;

export type Asked = NewRequest & {
  readonly restaurantId: RestaurantId;
  /** How it ended; told until `expiresAtMs`, for the tablet asks every second, and minutes later nobody does. */
  readonly ended?: Ended;
  /** A manager has just said yes: nobody can say anything else any more. */
  readonly isTaken?: boolean;
};

/** Devices that wait for a manager's answer, and what became of those that did. */
export interface PairingRequests {
  /** Throws `busy` where its address has all that one may have, or no other has so much more that it gives way ([PAI5]). */
  add(asking: Pick<Asked, 'name' | 'address' | 'expiresAtMs' | 'restaurantId'>): Asked;
  waitingFor(restaurantId: RestaurantId): readonly Asked[];
  find(id: string): Asked | undefined;
  findBySecret(pickUpSecret: string): Asked | undefined;
  /** From now on nobody can answer it but whoever has taken it. */
  take(one: Asked): void;
  end(one: Asked, ended: Ended): void;
}

/** More tablets than a restaurant pairs at a time. */
const mostWaiting = 20;
const mostOfAddress = 3;
/** So long a door stands open, and so long again what became of a request is told. */
export const openMs = 2 * 60_000;

/** Longer than it was ever set for: the clock was set back, and the door must not stand open for that. */
export const isPast = (untilMs: number, nowMs: number): boolean => untilMs <= nowMs || untilMs > nowMs + openMs;

export function createPairingRequests(clock: Clock): PairingRequests {
  /** In the order in which they came. */
  const all = new Map<string, Asked>();

  const waiting = () => [...all.values()].filter(({ ended, isTaken }) => !ended && !isTaken);

  /** Those that wait end with the door, and are told so. */
  function forgetOld(): void {
    for (const [id, { ended, isTaken, expiresAtMs }] of all)
      if ((ended || isTaken) && isPast(expiresAtMs, clock.nowMs())) all.delete(id);
  }

  function end(one: Asked, ended: Ended): void {
    all.set(one.id, { ...one, ended, expiresAtMs: clock.nowMs() + openMs });
  }

  /**
   * Makes room for one more of this address: the one that has the most loses its oldest. Not for an address that would
   * have as much then: two that take turns would push each other out for ever.
   */
  function giveWay(others: readonly Asked[], own: number): void {
    const countOf = (address: string) => others.filter((one) => one.address === address).length;
    const oldest = others.reduce((one, other) => (countOf(other.address) > countOf(one.address) ? other : one));
    if (countOf(oldest.address) < own + 2) throw new AppError('busy');
    end(oldest, { state: 'over' });
  }

  return {
    add: (asking) => {
      forgetOld();
      const others = waiting();
      const own = others.filter(({ address }) => address === asking.address).length;
      if (own >= mostOfAddress) throw new AppError('busy');
      if (others.length >= mostWaiting) giveWay(others, own);
      const request = { ...asking, id: randomUUID(), pickUpSecret: newSecret(), code: newCode(others) };
      all.set(request.id, request);
      return request;
    },
    waitingFor: (id) => {
      forgetOld();
      return waiting().filter(({ restaurantId }) => restaurantId === id);
    },
    find: (id) => {
      forgetOld();
      return all.get(id);
    },
    findBySecret: (pickUpSecret) => {
      forgetOld();
      return [...all.values()].find((one) => isSame(pickUpSecret, one.pickUpSecret));
    },
    take: (one) => {
      all.set(one.id, { ...one, isTaken: true });
    },
    end,
  };
}

/** Four digits that no other waiting tablet shows. */
function newCode(waiting: readonly PairingRequest[]): string {
  const taken = new Set(waiting.map(({ code }) => code));
  for (;;) {
    const code = String(randomInt(10_000)).padStart(4, '0');
    if (!taken.has(code)) return code;
  }
}
