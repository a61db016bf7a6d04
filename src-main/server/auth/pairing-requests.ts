import { randomBytes, randomInt } from 'node:crypto';
import type { RestaurantId } from '#shared/domain/id.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import type { Admitted } from './devices.ts';

export type PairingRequest = {
  /** 128 bits that only the tablet knows and the manager's screen names. */
  readonly id: string;
  /** Compared by people: on the tablet, and beside its name on the manager's screen. */
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly expiresAtMs: number;
};

export type PairingState =
  | { readonly state: 'waiting'; readonly code: string; readonly expiresAtMs: number }
  | { readonly state: 'approved'; readonly admitted: Admitted }
  /** Pairing was shut before anybody had answered it, or others needed its place. */
  | { readonly state: 'over' }
  | { readonly state: 'refused' };

export type Ended = Exclude<PairingState, { readonly state: 'waiting' }>;

export type Asked = PairingRequest & {
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
  /** From now on nobody can answer it but whoever has taken it. */
  take(one: Asked): void;
  end(one: Asked, ended: Ended): void;
}

/** More tablets than a restaurant pairs at a time. */
const mostWaiting = 20;
const mostOfAddress = 3;
const toldForMs = 2 * 60_000;

export function createPairingRequests(clock: Clock): PairingRequests {
  /** In the order in which they came. */
  const all = new Map<string, Asked>();

  const waiting = () => [...all.values()].filter(({ ended, isTaken }) => !ended && !isTaken);

  function forgetOld(): void {
    for (const [id, { expiresAtMs }] of all) if (expiresAtMs <= clock.nowMs()) all.delete(id);
  }

  function end(one: Asked, ended: Ended): void {
    all.set(one.id, { ...one, ended, expiresAtMs: clock.nowMs() + toldForMs });
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
      const request = { ...asking, id: newSecret(), code: newCode(others) };
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
    take: (one) => {
      all.set(one.id, { ...one, isTaken: true });
    },
    end,
  };
}

/** 128 bits. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

/** Four digits that no other waiting tablet shows. */
function newCode(waiting: readonly PairingRequest[]): string {
  const taken = new Set(waiting.map(({ code }) => code));
  for (;;) {
    const code = String(randomInt(10_000)).padStart(4, '0');
    if (!taken.has(code)) return code;
  }
}
