import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { PeopleStore, Session, User } from '../people-ports.ts';
import type { Caller, Clock } from '../ports.ts';
import { type ApiKeys, isApiKey } from './api-keys.ts';
import type { Attempts } from './attempts.ts';
import type { Devices } from './devices.ts';
import { hashPassword, passwordMatches } from './password.ts';
import type { Tokens } from './token.ts';

export type SessionsDeps = {
  readonly people: PeopleStore;
  readonly devices: Devices;
  readonly keys: ApiKeys;
  readonly attempts: Attempts;
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

const personSessionS = 12 * 3600;

export function createSessions(deps: SessionsDeps): Sessions {
  const { people, devices, keys, attempts, tokens, clock } = deps;

  async function tried(place: Place, aim: string, secret: string, stored: string | undefined): Promise<void> {
    const attempt = { ...place, aim };
    attempts.begin(attempt);
    if (!(await passwordMatches(secret, stored))) throw new AppError('wrong_login');
    attempts.succeeded(attempt);
  }

  function callerBehind(jti: string): Caller | undefined {
    const session = people.session(jti);
    if (!session) return devices.callerOf(jti);
    const user = people.user(session.userId);
    return user && isOpen(session) ? { ...personAsCaller(user), ...atDevice(user, session), jti } : undefined;
  }

  const isOpen = ({ expiresAtMs }: Session) => expiresAtMs > clock.nowMs();

  /** Four digits make nobody a manager: such a one may do what the device may ([PIN1]). */
  function atDevice({ role }: User, { deviceId }: Session): Partial<Caller> {
    if (deviceId === null) return {};
    return { deviceId, role: role === 'manager' ? (devices.roleOf(deviceId) ?? 'display') : role };
  }

  return {
    signIn: async (username, password, place) => {
      const user = people.userByName(username);
      await tried(place, `user ${username.toLowerCase()}`, password, user?.passwordHash || undefined);
      if (!user) throw new AppError('wrong_login');
      return open(deps, user, { kind: 'login', deviceId: null });
    },
    signInHost: (user) => open(deps, user, { kind: 'host', deviceId: null }),
    signInByPin: async ({ deviceId, restaurantId, jti }, userId, pin, address) => {
      if (deviceId === undefined) throw new AppError('not_allowed', 'A PIN is for paired devices only.');
      const found = people.user(userId);
      const user = found?.restaurantId === restaurantId ? found : undefined;
      await tried({ address, deviceId }, `pin ${userId}`, pin, user?.pinHash || undefined);
      if (!user) throw new AppError('wrong_login');
      // Who was at the device before them has left it.
      people.revokeSession(jti, clock.nowMs());
      return open(deps, user, { kind: 'pin', deviceId });
    },
    callerOf: async (token) => {
      if (isApiKey(token)) return keys.callerOf(token);
      const claims = await tokens.verify(token);
      const caller = claims && callerBehind(claims.jti);
      return caller?.userId === claims?.userId ? caller : undefined;
    },
    isGood: (jti) => {
      if (jti.startsWith('key:')) return keys.isGood(jti);
      const session = people.session(jti);
      return session ? isOpen(session) : devices.callerOf(jti) !== undefined;
    },
    signOut: ({ jti }) => people.revokeSession(jti, clock.nowMs()),
    changePassword: async (caller, current, next) => {
      const user = people.user(caller.userId);
      if (!user || !(await passwordMatches(current, user.passwordHash || undefined))) throw new AppError('wrong_login');
      const passwordHash = await hashPassword(next);
      people.saveUser({ ...user, passwordHash, passwordIsTemporary: false }, clock.nowMs());
      people.revokeSessionsOf(user.id, caller.jti, clock.nowMs());
    },
  };
}

type Opening = Pick<Session, 'kind' | 'deviceId'>;

async function open({ people, tokens, clock }: SessionsDeps, user: User, opening: Opening): Promise<SignedIn> {
  const nowMs = clock.nowMs();
  const expiresAtMs = nowMs + personSessionS * 1000;
  const jti = randomBytes(16).toString('base64url');
  people.addSession({ ...opening, jti, userId: user.id, expiresAtMs }, nowMs);
  const token = await tokens.sign({ jti, userId: user.id, expiresAtMs });
  return { token, user, expiresInS: personSessionS };
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
