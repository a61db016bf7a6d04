import { randomBytes } from 'node:crypto';
import type { DeviceRole, Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Device, DeviceStore } from '../people-ports.ts';
import type { Caller, Clock, IdSource } from '../ports.ts';
import type { Tokens } from './token.ts';

export type DevicesDeps = {
  readonly store: DeviceStore;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly ids: Pick<IdSource, 'random'>;
};

export type Admitted = { readonly device: Device; readonly token: string };

/** Screens and tablets that were let in, until they are revoked ([DEV1]). */
export interface Devices {
  list(caller: Caller): readonly Device[];
  /** Lets one in for the manager who said so. Throws `pairing_closed` when they are none any more (`isGood`) by the time it has a token. */
  admit(
    caller: Caller,
    named: { readonly name: string; readonly role: DeviceRole },
    isGood: (jti: string) => boolean,
  ): Promise<Admitted>;
  /** Another role would need another pairing: what is open was let in with this one. Throws `device_not_found`. */
  rename(caller: Caller, id: string, name: string): Device;
  /** Its next request is refused, what it has open ends within a second. Throws `device_not_found`. */
  revoke(caller: Caller, id: string): void;
  /** `undefined` for one that was revoked. */
  roleOf(id: string): Role | undefined;
  /** It was let in, and nobody has come with its token yet. */
  isUnseen(id: string): boolean;
  /** By the `jti` of its token. */
  callerOf(jti: string): Caller | undefined;
}

/** Tokens need an end; this one no restaurant lives to see. */
const tokenMs = 20 * 365 * 24 * 3600_000;
/** Written down at most so often. */
const seenEveryMs = 60_000;

export function createDevices({ store, tokens, clock, ids }: DevicesDeps): Devices {
  const unseen = new Set<string>();

  function own(caller: Caller, id: string): Device {
    const device = store.device(id);
    if (device?.restaurantId !== caller.restaurantId) throw new AppError('device_not_found');
    return device;
  }

  return {
    list: ({ restaurantId }) => store.devicesOf(restaurantId),
    admit: async (caller, { name, role }, isGood) => {
      const nowMs = clock.nowMs();
      const device: Device = {
        id: ids.random(),
        restaurantId: caller.restaurantId,
        name,
        role,
        jti: randomBytes(16).toString('base64url'),
        pairedAtMs: nowMs,
        pairedBy: caller.userId,
        seenAtMs: nowMs,
      };
      const token = await tokens.sign({ jti: device.jti, userId: subjectOf(device), expiresAtMs: nowMs + tokenMs });
      if (!isGood(caller.jti)) throw new AppError('pairing_closed');
      store.save(device);
      unseen.add(device.id);
      return { device, token };
    },
    rename: (caller, id, name) => {
      const device = { ...own(caller, id), name };
      store.save(device);
      return device;
    },
    revoke: (caller, id) => {
      store.revoke(own(caller, id).id, clock.nowMs());
      unseen.delete(id);
    },
    isUnseen: (id) => unseen.has(id),
    roleOf: (id) => store.device(id)?.role,
    callerOf: (jti) => {
      const device = store.byToken(jti);
      if (!device) return undefined;
      unseen.delete(device.id);
      if (clock.nowMs() - device.seenAtMs >= seenEveryMs) store.seen(device.id, clock.nowMs());
      return deviceAsCaller(device);
    },
  };
}

const subjectOf = ({ id }: Device) => `device:${id}`;

function deviceAsCaller(device: Device): Caller {
  const subject = subjectOf(device);
  const { id, restaurantId, role, name, jti } = device;
  return { restaurantId, userId: subject, subject, role, displayName: name, jti, deviceId: id };
}
