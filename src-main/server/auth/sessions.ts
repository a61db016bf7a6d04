import type { PeopleStore, Session, User } from '../people-ports.ts';
import { may } from '../permissions.ts';
import type { Caller, Clock } from '../ports.ts';
import { type ApiKeys, isApiKey } from './api-keys.ts';
import type { Devices } from './devices.ts';
import { type GuestLinks, isGuestJti, isGuestSecret } from './guest-links.ts';
import { isTableJti, isTableSecret, type TableCodes } from './table-codes.ts';
import type { Tokens } from './token.ts';

export type SessionsDeps = {
  readonly people: PeopleStore;
  readonly devices: Devices;
  readonly keys: ApiKeys;
  readonly tokens: Tokens;
  readonly links: Pick<GuestLinks, 'callerOf' | 'isGood'>;
  readonly tables: Pick<TableCodes, 'callerOf' | 'isGood'>;
  readonly clock: Clock;
};

/** Who is signed in. Revoking takes effect at the next request, because every one looks the session up. */
export interface Sessions {
  /** The caller behind a token; `undefined` when it is no longer, or never was, good. */
  callerOf(token: string): Promise<Caller | undefined>;
  /** Whether a session that was good still is; asked for every open stream twice a second. */
  isGood(jti: string): boolean;
  signOut(caller: Caller): void;
  /** Ends what the token is of: a person's session, or a paired device with all that is open on it. A key stays. */
  end(token: string): Promise<void>;
}

export function createSessions({ people, devices, keys, tokens, links, tables, clock }: SessionsDeps): Sessions {
  function callerBehind(jti: string): Caller | undefined {
    const session = people.session(jti);
    if (!session) return devices.callerOf(jti);
    const user = people.user(session.userId);
    return user && isOpen(session) ? { ...personAsCaller(user), ...atDevice(user, session), jti } : undefined;
  }

  /** Nobody is at a device that was revoked, nor by PIN at one that only shows numbers to guests. */
  function isAt({ kind, deviceId }: Session): boolean {
    if (deviceId === null) return true;
    const role = devices.roleOf(deviceId);
    return role !== undefined && (kind !== 'pin' || may(role, 'session.change', 'own'));
  }

  const isOpen = (session: Session) => session.expiresAtMs > clock.nowMs() && isAt(session);

  function isGood(jti: string): boolean {
    if (jti.startsWith('key:')) return keys.isGood(jti);
    if (isGuestJti(jti)) return links.isGood(jti);
    if (isTableJti(jti)) return tables.isGood(jti);
    const session = people.session(jti);
    return session ? isOpen(session) : devices.callerOf(jti) !== undefined;
  }

  /**
   * Who comes by PIN acts at that device; four digits make nobody a manager: such a one may do what the device may
   * ([PIN1]). Who comes by password is themselves there as anywhere.
   */
  function atDevice({ role }: User, { kind, deviceId }: Session): Partial<Caller> {
    if (kind !== 'pin' || deviceId === null) return {};
    return { deviceId, role: role === 'manager' ? (devices.roleOf(deviceId) ?? 'display') : role };
  }

  async function callerOf(token: string): Promise<Caller | undefined> {
    if (isApiKey(token)) return keys.callerOf(token);
    if (isGuestSecret(token)) return links.callerOf(token);
    if (isTableSecret(token)) return tables.callerOf(token);
    const claims = await tokens.verify(token);
    const caller = claims && callerBehind(claims.jti);
    return caller?.userId === claims?.userId ? caller : undefined;
  }

  const signOut = ({ jti }: Caller) => people.revokeSession(jti, clock.nowMs());

  return {
    callerOf,
    isGood,
    signOut,
    end: async (token) => {
      const caller = await callerOf(token);
      if (!caller) return;
      if (people.session(caller.jti)) signOut(caller);
      else if (caller.deviceId !== undefined) devices.revoke(caller, caller.deviceId);
    },
  };
}

/** A user as the core sees them. `jti` is empty for what the server does by itself in their name. */
export function personAsCaller(user: User): Caller {
  return {
    restaurantId: user.restaurantId,
    userId: user.id,
    subject: `user:${user.id}`,
    role: user.role,
    displayName: user.displayName,
    jti: '',
    deviceId: undefined,
  };
}
