import type { Caller, Clock } from '../ports.ts';
import { type Allowance, createTokenBuckets, type TokenBuckets } from '../token-bucket.ts';
import { isOnOwnPhone } from './own-phone.ts';

/** How often somebody may ask ([LIM1], [LIM2]); in the memory of this server alone, so that nothing else can fail it. */
export interface RequestLimits {
  /** One more of somebody unknown at this address, unless they have had theirs; to be given back for who turns out to be known. */
  stranger(address: string): (() => void) | undefined;
  /** Whether one more of this session or device is answered. */
  caller(caller: Caller): boolean;
}

export type LimitFigures = {
  /** What each address has for itself: a page is ten requests. */
  readonly address: Allowance;
  /** What all addresses have together beyond that: thirty tablets behind one address, all reloaded at once. */
  readonly reserve: Allowance;
  /** A screen in a rush asks thirty times a second, a device has up to eight, and what waited on it comes at once. */
  readonly session: Allowance;
  /** The phones of one table, which share a link and ask for one order; or one guest with an account ([GST6]). */
  readonly guest: Allowance;
  /** A manager's import, a POS at its fastest: more than a kitchen's computer can do, so only what is broken meets it. */
  readonly program: Allowance;
};

const usualFigures: LimitFigures = {
  address: { most: 20, perS: 1 },
  reserve: { most: 1000, perS: 100 },
  session: { most: 2000, perS: 500 },
  guest: { most: 300, perS: 10 },
  program: { most: 20_000, perS: 10_000 },
};

/** Addresses that have an allowance of their own at the same time; a crowd with more shares the reserve. */
const mostAddresses = 1000;
const everybody = 'all';
/** Sessions that are busy in the same few seconds. */
const mostSessions = 10_000;

export function createRequestLimits(clock: Clock, figures: LimitFigures = usualFigures): RequestLimits {
  const addresses = createTokenBuckets(figures.address, mostAddresses, clock);
  const reserve = createTokenBuckets(figures.reserve, 1, clock);
  const sessions = createTokenBuckets(figures.session, mostSessions, clock);
  const programs = createTokenBuckets(figures.program, mostSessions, clock);
  const guests = createTokenBuckets(figures.guest, mostSessions, clock);
  const bucketsOf = (caller: Caller): TokenBuckets => {
    const { role } = caller;
    if (isOnOwnPhone(caller)) return guests;
    return role === 'manager' || role === 'service' ? programs : sessions;
  };

  return {
    stranger: (address) => {
      if (addresses.take(address)) return () => addresses.giveBack(address);
      return reserve.take(everybody) ? () => reserve.giveBack(everybody) : undefined;
    },
    caller: (caller) => bucketsOf(caller).take(caller.deviceId ?? caller.jti),
  };
}
