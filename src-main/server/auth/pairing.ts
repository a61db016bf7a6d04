import type { RestaurantId } from '#shared/domain/id.ts';
import type { DeviceRole } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Caller, Clock } from '../ports.ts';
import type { Attempts } from './attempts.ts';
import type { Admitted, Devices } from './devices.ts';
import {
  type Asked,
  createPairingRequests,
  isPast,
  type NewRequest,
  openMs,
  type PairingRequest,
  type PairingState,
} from './pairing-requests.ts';
import { isSame, newSecret } from './pairing-secret.ts';

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
  request(name: string, address: string): NewRequest;
  /** Those that wait for this manager. */
  requests(caller: Caller): readonly PairingRequest[];
  /**
   * What became of it, for whoever has its secret. An answer may be lost, so the token is told again until the device
   * has come with it; after that only to the device itself: `ownToken` is the one that it came with.
   */
  pickUp(secret: string, ownToken: string | undefined): PairingState;
  /** Throws `pairing_closed` for one that waits no more. */
  approve(
    caller: Caller,
    id: string,
    as: { readonly name?: string | undefined; readonly role: DeviceRole },
  ): Promise<void>;
  refuse(caller: Caller, id: string): void;
}

export type PairingWindow = {
  /** 128 bits, in the QR; another one after five wrong guesses, with which the former stay good. */
  readonly secret: string;
  readonly role: DeviceRole;
  readonly expiresAtMs: number;
};

const mostWrong = 5;

type Opened = PairingWindow & {
  readonly caller: Caller;
  readonly wrong: number;
  /** Shown before: a camera may have read it just then. */
  readonly former: readonly string[];
};

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
  const requests = createPairingRequests(clock);

  /** A manager who has signed out, or is none any more, lets nobody in. */
  function openNow(): readonly Opened[] {
    for (const { caller, expiresAtMs } of windows.values())
      if (isPast(expiresAtMs, clock.nowMs()) || !isGood(caller.jti)) shut(caller.restaurantId);
    return [...windows.values()];
  }

  function shut(restaurantId: RestaurantId): void {
    windows.delete(restaurantId);
    for (const one of requests.waitingFor(restaurantId)) requests.end(one, { state: 'over' });
  }

  function ownWindow({ restaurantId }: Caller): Opened | undefined {
    openNow();
    return windows.get(restaurantId);
  }

  function ownRequest(caller: Caller, id: string): Asked {
    openNow();
    const request = requests.find(id);
    if (request?.restaurantId !== caller.restaurantId || request.ended || request.isTaken)
      throw new AppError('pairing_closed');
    return request;
  }

  /** Whose QR it would have been nobody knows, so it counts for all. */
  function countWrong(): void {
    for (const [id, now] of windows) {
      const wrong = (now.wrong + 1) % mostWrong;
      const another = { secret: newSecret(), former: [...now.former, now.secret] };
      windows.set(id, { ...now, wrong, ...(wrong === 0 ? another : {}) });
    }
  }

  function isToBeTold({ device, token }: Admitted, ownToken: string | undefined): boolean {
    return devices.isUnseen(device.id) || (ownToken === token && devices.roleOf(device.id) !== undefined);
  }

  return {
    open: (caller, role) => {
      shut(caller.restaurantId);
      const opened = { secret: newSecret(), former: [], role, expiresAtMs: clock.nowMs() + openMs, caller, wrong: 0 };
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
      const found = all.find((one) => [one.secret, ...one.former].some((good) => isSame(secret, good)));
      if (!found) {
        attempts.begin({ address, deviceId: undefined, aim: 'pairing' });
        countWrong();
        throw new AppError('pairing_closed');
      }
      // Before anything is waited for: two who read the same QR are one too many.
      shut(found.caller.restaurantId);
      return devices.admit(found.caller, { name, role: found.role }, isGood);
    },
    request: (name, address) => {
      const now = openNow().at(-1);
      if (!now) throw new AppError('pairing_closed');
      const { expiresAtMs, caller } = now;
      return requests.add({ name, address, expiresAtMs, restaurantId: caller.restaurantId });
    },
    requests: ({ restaurantId }) => {
      openNow();
      return requests.waitingFor(restaurantId);
    },
    pickUp: (secret, ownToken) => {
      openNow();
      const request = requests.findBySecret(secret);
      if (!request) return { state: 'refused' };
      const { code, expiresAtMs, ended } = request;
      if (ended?.state === 'approved' && !isToBeTold(ended.admitted, ownToken)) return { state: 'refused' };
      return ended ?? { state: 'waiting', code, expiresAtMs };
    },
    approve: async (caller, id, { name, role }) => {
      const request = ownRequest(caller, id);
      // Before anything is waited for: two managers let it in once.
      requests.take(request);
      const admitted = await devices.admit(caller, { name: name ?? request.name, role }, isGood).catch((error) => {
        requests.end(request, { state: 'over' });
        throw error;
      });
      requests.end(request, { state: 'approved', admitted });
    },
    refuse: (caller, id) => requests.end(ownRequest(caller, id), { state: 'refused' }),
  };
}
