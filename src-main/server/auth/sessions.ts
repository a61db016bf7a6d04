import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { PeopleStore, Session, User } from '../people-ports.ts';
import type { Caller, Clock } from '../ports.ts';
import { type ApiKeys, isApiKey } from './api-keys.ts';
import type { Devices } from './devices.ts';
import type { Secrets } from './secrets.ts';
import type { Tokens } from './token.ts';

export type SessionsDeps = {
  readonly people: PeopleStore;
  readonly devices: Devices;
  readonly keys: ApiKeys;
  readonly secrets: Secrets;
  readonly tokens: Tokens;
  readonly clock: Clock;
};
export type SignedIn = { readonly token: string; readonly user: User; readonly expiresInS: number };

/** Where somebody signs in. */
export type Place = { readonly address: string; readonly deviceId: string | undefined };

/** Who is signed in. Revoking takes effect at the next request, because every one looks the session up. */
export interface Sessions {
  /** Throws `wrong_login`, the same for an unknown user and a wrong password, or `too_many_tries`. */
  signIn(username: string, password: string, place: Place): Promise<SignedIn>;
  /** A manager's session for the window on the server's own machine, which needs no password. */
  signInHost(user: User): Promise<SignedIn>;
  /** A person at a paired device ([PIN1]). Throws `wrong_login`, `too_many_tries`, `not_allowed`. */
  signInByPin(device: Caller, userId: string, pin: string, address: string): Promise<SignedIn>;
  /** The caller behind a token; `undefined` when it is no longer, or never was, good. */
  callerOf(token: string): Promise<Caller | undefined>;
  /** Whether a session that was good still is; asked for every open stream twice a second. */
  isGood(jti: string): boolean;
  signOut(caller: Caller): void;
  /** Ends all other sessions of the user. Throws `wrong_login` when `current` is not their password. */
  changePassword(caller: Caller, current: string, next: string): Promise<void>;
}

type Added = { readonly user: User; readonly session: Session };

const personSessionS = 12 * 3600;
const newJti = () => randomBytes(16).toString('base64url');

export function createSessions(deps: SessionsDeps): Sessions {
  const { people, devices, keys, secrets, tokens, clock } = deps;

  function callerBehind(jti: string): Caller | undefined {
    const session = people.session(jti);
    if (!session) return devices.callerOf(jti);
    const user = people.user(session.userId);
    return user && isOpen(session) ? { ...personAsCaller(user), ...atDevice(user, session), jti } : undefined;
  }

  /** Nobody is at a device that was revoked. */
  const isOpen = ({ expiresAtMs, deviceId }: Session) =>
    expiresAtMs > clock.nowMs() && (deviceId === null || devices.roleOf(deviceId) !== undefined);

  function isGood(jti: string): boolean {
    if (jti.startsWith('key:')) return keys.isGood(jti);
    const session = people.session(jti);
    return session ? isOpen(session) : devices.callerOf(jti) !== undefined;
  }

  function mustBeGood({ jti }: Caller): void {
    if (!isGood(jti)) throw new AppError('not_authenticated');
  }

  /** Four digits make nobody a manager: such a one may do what the device may ([PIN1]). */
  function atDevice({ role }: User, { deviceId }: Session): Partial<Caller> {
    if (deviceId === null) return {};
    return { deviceId, role: role === 'manager' ? (devices.roleOf(deviceId) ?? 'display') : role };
  }

  /** In the turn in which everything about it was looked at; its token may be waited for. */
  function add(user: User, opening: Pick<Session, 'kind' | 'deviceId'>): Added {
    const nowMs = clock.nowMs();
    const session = { ...opening, jti: newJti(), userId: user.id, expiresAtMs: nowMs + personSessionS * 1000 };
    people.addSession(session, nowMs);
    return { user, session };
  }

  const signed = async ({ user, session }: Added): Promise<SignedIn> => ({
    token: await tokens.sign(session),
    user,
    expiresInS: personSessionS,
  });

  return {
    signIn: async (username, password, place) =>
      signed(
        await secrets.verified({
          attempt: { ...place, aim: `user ${username.toLowerCase()}` },
          secret: password,
          find: () => {
            const user = people.userByName(username);
            return user && { user, hash: user.passwordHash };
          },
          grant: (user) => add(user, { kind: 'login', deviceId: null }),
        }),
      ),
    signInHost: (user) => signed(add(user, { kind: 'host', deviceId: null })),
    signInByPin: async (caller, userId, pin, address) => {
      const { deviceId, restaurantId, jti } = caller;
      if (deviceId === undefined) throw new AppError('not_allowed', 'A PIN is for paired devices only.');
      return signed(
        await secrets.verified({
          attempt: { address, deviceId, aim: `pin ${userId}` },
          secret: pin,
          find: () => {
            mustBeGood(caller);
            const user = people.user(userId);
            return user?.restaurantId === restaurantId ? { user, hash: user.pinHash } : undefined;
          },
          grant: (user) => {
            // Who was at the device before them has left it.
            people.revokeSession(jti, clock.nowMs());
            return add(user, { kind: 'pin', deviceId });
          },
        }),
      );
    },
    callerOf: async (token) => {
      if (isApiKey(token)) return keys.callerOf(token);
      const claims = await tokens.verify(token);
      const caller = claims && callerBehind(claims.jti);
      return caller?.userId === claims?.userId ? caller : undefined;
    },
    isGood,
    signOut: ({ jti }) => people.revokeSession(jti, clock.nowMs()),
    changePassword: (caller, current, next) =>
      secrets.verified({
        attempt: { address: '', deviceId: caller.deviceId, aim: `user ${caller.userId}` },
        secret: current,
        next,
        find: () => {
          mustBeGood(caller);
          const user = people.user(caller.userId);
          return user && { user, hash: user.passwordHash };
        },
        grant: (user, passwordHash) => {
          people.saveUser({ ...user, passwordHash, passwordIsTemporary: false }, clock.nowMs());
          people.revokeSessionsOf(user.id, caller.jti, clock.nowMs());
        },
      }),
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
