import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { RestaurantId } from '#shared/domain/id.ts';
import type { DeviceRole } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Caller, Clock } from '../ports.ts';
import type { Attempts } from './attempts.ts';
import type { Admitted, Devices } from './devices.ts';

/** Closed unless a manager opens it, for their restaurant and two minutes then ([PAI1]). */
export interface Pairing {
  /** Opens it, or anew: what was shown before is good no more. */
  open(caller: Caller, role: DeviceRole): PairingWindow;
  /** As the manager sees it; `undefined` while it is shut. */
  window(caller: Caller): PairingWindow | undefined;
  close(caller: Caller): void;
  /**
   * By the secret of the QR, once. Throws `pairing_closed` for a wrong one too, and `too_many_tries` where those have
   * been many; a right one is never refused because of them.
   */
  claim(secret: string, name: string, address: string): Promise<Admitted>;
  /**
   * A tablet that cannot read a QR asks, and shows its code. Whose it is it cannot say: the restaurant that has opened
   * last is asked. Throws `pairing_closed` or `busy`.
   */
  request(name: string, address: string): PairingRequest;
  /** Those that wait for this manager. */
  requests(caller: Caller): readonly PairingRequest[];
  /** What became of it, for the tablet that has its id; asking again changes nothing. */
  state(id: string): PairingState;
  /** Throws `pairing_closed` for one that waits no more. */
  approve(
    caller: Caller,
    id: string,
    as: { readonly name?: string | undefined; readonly role: DeviceRole },
  ): Promise<void>;
  refuse(caller: Caller, id: string): void;
}

export type PairingWindow = {
  /** 128 bits, in the QR; another one after five wrong guesses. */
  readonly secret: string;
  readonly role: DeviceRole;
  readonly expiresAtMs: number;
};

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
  /** Pairing was shut before anybody had answered it. */
  | { readonly state: 'over' }
  | { readonly state: 'refused' };

const openMs = 2 * 60_000;
const mostWrong = 5;
/** More tablets than a restaurant pairs at a time; who fills the list keeps nobody out who comes by QR. */
const mostWaiting = 20;
const mostOfAddress = 3;

type Opened = PairingWindow & { readonly caller: Caller; readonly wrong: number };
type Asked = PairingRequest & {
  readonly restaurantId: RestaurantId;
  /** How it ended; told until `expiresAtMs`, for the tablet asks every second, and minutes later nobody does. */
  readonly ended?: Ended;
  /** A manager has just said yes: nobody can say anything else any more. */
  readonly isTaken?: boolean;
};
type Ended = Exclude<PairingState, { readonly state: 'waiting' }>;

export type PairingDeps = {
  readonly devices: Devices;
  readonly attempts: Attempts;
  readonly clock: Clock;
  /** Whether the session of whoever opened it still is good. */
  readonly isGood: (jti: string) => boolean;
};

export function createPairing({ devices, attempts, clock, isGood }: PairingDeps): Pairing {
  /** One of each restaurant, the last opened last. */
  const windows = new Map<RestaurantId, Opened>();
  const asked = new Map<string, Asked>();

  /** A manager who has signed out, or is none any more, lets nobody in. */
  function openNow(): readonly Opened[] {
    for (const { caller, expiresAtMs } of windows.values())
      if (expiresAtMs <= clock.nowMs() || !isGood(caller.jti)) shut(caller.restaurantId);
    return [...windows.values()];
  }

  function shut(restaurantId: RestaurantId): void {
    windows.delete(restaurantId);
    for (const one of waitingFor(restaurantId)) end(one, { state: 'over' });
  }

  const waiting = () => [...asked.values()].filter(({ ended, isTaken }) => !ended && !isTaken);
  const waitingFor = (id: RestaurantId) => waiting().filter(({ restaurantId }) => restaurantId === id);

  function end(one: Asked, ended: Ended): void {
    asked.set(one.id, { ...one, ended, expiresAtMs: clock.nowMs() + openMs });
  }

  function ownWindow({ restaurantId }: Caller): Opened | undefined {
    openNow();
    return windows.get(restaurantId);
  }

  function forgetOld(): void {
    openNow();
    for (const [id, { expiresAtMs }] of asked) if (expiresAtMs <= clock.nowMs()) asked.delete(id);
  }

  function ownRequest(caller: Caller, id: string): Asked {
    forgetOld();
    const request = asked.get(id);
    if (request?.restaurantId !== caller.restaurantId || request.ended || request.isTaken)
      throw new AppError('pairing_closed');
    return request;
  }

  /** Whose QR it would have been nobody knows, so it counts for all. */
  function countWrong(): void {
    for (const [id, { wrong, ...now }] of windows)
      windows.set(id, wrong + 1 < mostWrong ? { ...now, wrong: wrong + 1 } : { ...now, wrong: 0, secret: newSecret() });
  }

  return {
    open: (caller, role) => {
      shut(caller.restaurantId);
      const opened = { secret: newSecret(), role, expiresAtMs: clock.nowMs() + openMs, caller, wrong: 0 };
      windows.set(caller.restaurantId, opened);
      return opened;
    },
    window: ownWindow,
    close: (caller) => {
      if (ownWindow(caller)) shut(caller.restaurantId);
    },
    claim: async (secret, name, address) => {
      const all = openNow();
      if (all.length === 0) throw new AppError('pairing_closed');
      const found = all.find((one) => same(secret, one.secret));
      if (!found) {
        attempts.begin({ address, deviceId: undefined, aim: 'pairing' });
        countWrong();
        throw new AppError('pairing_closed');
      }
      // Before anything is waited for: two who read the same QR are one too many.
      shut(found.caller.restaurantId);
      return devices.admit(found.caller, { name, role: found.role });
    },
    request: (name, address) => {
      forgetOld();
      const now = openNow().at(-1);
      if (!now) throw new AppError('pairing_closed');
      const others = waiting();
      const ofAddress = others.filter((one) => one.address === address);
      if (others.length >= mostWaiting || ofAddress.length >= mostOfAddress) throw new AppError('busy');
      const { restaurantId } = now.caller;
      const { expiresAtMs } = now;
      const request = { id: newSecret(), code: newCode(others), name, address, expiresAtMs, restaurantId };
      asked.set(request.id, request);
      return request;
    },
    requests: ({ restaurantId }) => {
      forgetOld();
      return waitingFor(restaurantId);
    },
    state: (id) => {
      forgetOld();
      const request = asked.get(id);
      if (!request) return { state: 'refused' };
      const { code, expiresAtMs, ended } = request;
      return ended ?? { state: 'waiting', code, expiresAtMs };
    },
    approve: async (caller, id, { name, role }) => {
      const request = ownRequest(caller, id);
      // Before anything is waited for: two managers let it in once.
      asked.set(id, { ...request, isTaken: true });
      end(request, { state: 'approved', admitted: await devices.admit(caller, { name: name ?? request.name, role }) });
    },
    refuse: (caller, id) => end(ownRequest(caller, id), { state: 'refused' }),
  };
}

const newSecret = () => randomBytes(16).toString('base64url');

/** Four digits that no other waiting tablet shows. */
function newCode(waiting: readonly PairingRequest[]): string {
  const taken = new Set(waiting.map(({ code }) => code));
  for (;;) {
    const code = String(randomInt(10_000)).padStart(4, '0');
    if (!taken.has(code)) return code;
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest();
const same = (a: string, b: string) => timingSafeEqual(hashOf(a), hashOf(b));
