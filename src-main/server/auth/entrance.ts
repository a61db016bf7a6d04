import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import { type PeopleStore, type Session, type SessionKind, secretKinds, type User } from '../people-ports.ts';
import type { Caller, Clock } from '../ports.ts';
import type { Attempt } from './attempts.ts';
import type { Devices } from './devices.ts';
import type { Secrets } from './secrets.ts';
import type { Sessions } from './sessions.ts';
import type { Tokens } from './token.ts';

export type EntranceDeps = {
  readonly people: PeopleStore;
  readonly devices: Pick<Devices, 'roleOf'>;
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly tokens: Tokens;
  readonly clock: Clock;
};
export type SignedIn = { readonly token: string; readonly user: User; readonly expiresInS: number };

/** Where somebody signs in: what they open on a paired device ends with it, however they came in. */
export type Place = { readonly address: string; readonly deviceId: string | undefined };

/** How people come in, and what they come in with. What a secret is good for is decided after the wait for it ([AUT5]). */
export interface Entrance {
  /** Throws `wrong_login`, the same for an unknown user and a wrong password, or `too_many_tries`. */
  byPassword(username: string, password: string, place: Place): Promise<SignedIn>;
  /** A manager's session for the window on the server's own machine, which needs no password. */
  atHost(user: User): Promise<SignedIn>;
  /** As by password, for whoever has chosen it in this moment. */
  opened(user: User, place: Place): Promise<SignedIn>;
  /** A person at a paired device ([PIN1]). Throws `wrong_login`, `too_many_tries`, `not_allowed`. */
  byPin(device: Caller, userId: string, pin: string, address: string): Promise<SignedIn>;
  /**
   * Ends all other sessions of the user but the kitchen's own window ([AUT6]). Throws `wrong_login` when `current` is not
   * their password, `not_allowed` for who came by PIN or is no person; `too_many_tries`; `busy` while another is worked on.
   */
  changePassword(caller: Caller, current: string, next: string, address: string): Promise<void>;
}

type Begun = { readonly user: User; readonly session: Session };

const personSessionS = 12 * 3600;

/** More than anybody has screens; a program that signs in for each request goes on with its newest ([AUT7]). */
const mostLogins = 64;

/** Where connections of this very computer come from. */
const thisComputer: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** What four digits open may do no more than the device, so it gives nobody a password of their choice. */
const byTheirPassword: ReadonlySet<SessionKind | undefined> = new Set(['login', 'host']);

export function createEntrance({ people, devices, sessions, secrets, tokens, clock }: EntranceDeps): Entrance {
  /** One at a time, so that one person's changes do not fill the queue that all wait in. */
  const changing = new Set<string>();

  function mustBeGood({ jti }: Caller): void {
    if (!sessions.isGood(jti)) throw new AppError('not_authenticated');
  }

  /** The kitchen's computer itself, and where this person has signed in before, is nobody's to lock out ([TRY1]). */
  function ownTries(username: string, { address, deviceId }: Place): Pick<Attempt, 'own' | 'isAmongStrangers'> {
    if (deviceId !== undefined) return {};
    const own = `address ${address}`;
    if (thisComputer.has(address)) return { own };
    const user = people.userByName(username);
    return user && people.hasSignedInFrom(user.id, address) ? { own, isAmongStrangers: true } : {};
  }

  function mustStand({ deviceId }: Place): void {
    if (deviceId !== undefined && !devices.roleOf(deviceId)) throw new AppError('not_authenticated');
  }

  /** In the turn in which everything about it was looked at; its token may be waited for. */
  function begin(user: User, opening: Omit<Session, 'jti' | 'userId' | 'expiresAtMs'>): Begun {
    const nowMs = clock.nowMs();
    const jti = randomBytes(16).toString('base64url');
    const session = { ...opening, jti, userId: user.id, expiresAtMs: nowMs + personSessionS * 1000 };
    people.addSession(session, nowMs);
    if (session.kind === 'login') people.keepNewestLogins(user.id, mostLogins, nowMs);
    return { user, session };
  }

  const signed = async ({ user, session }: Begun): Promise<SignedIn> => ({
    token: await tokens.sign(session),
    user,
    expiresInS: personSessionS,
  });

  return {
    byPassword: async (username, password, place) => {
      const begun = await secrets.verified({
        attempt: { ...place, aim: 'login', ...ownTries(username, place) },
        secret: password,
        find: () => {
          mustStand(place);
          const user = people.userByName(username);
          return user && { user, hash: user.passwordHash };
        },
        grant: (user) => begin(user, { kind: 'login', deviceId: place.deviceId ?? null, address: place.address }),
      });
      return signed(begun);
    },
    atHost: (user) => signed(begin(user, { kind: 'host', deviceId: null, address: null })),
    opened: (user, { address, deviceId }) =>
      signed(begin(user, { kind: 'login', deviceId: deviceId ?? null, address })),
    byPin: async (caller, userId, pin, address) => {
      const { deviceId, restaurantId, jti } = caller;
      if (deviceId === undefined) throw new AppError('not_allowed', 'A PIN is for paired devices only.');
      const begun = await secrets.verified({
        attempt: { address, deviceId, aim: 'pin' },
        secret: pin,
        find: () => {
          mustBeGood(caller);
          const user = people.user(userId);
          return user?.restaurantId === restaurantId ? { user, hash: user.pinHash } : undefined;
        },
        grant: (user) => {
          // Who was at the device before them has left it.
          people.revokeSession(jti, clock.nowMs());
          return begin(user, { kind: 'pin', deviceId, address: null });
        },
      });
      return signed(begun);
    },
    changePassword: async (caller, current, next, address) => {
      const { userId, jti, deviceId } = caller;
      if (!byTheirPassword.has(people.session(jti)?.kind))
        throw new AppError('not_allowed', 'Sign in by password first.');
      if (changing.has(userId)) throw new AppError('busy');
      changing.add(userId);
      const change = secrets.verified({
        attempt: { address, deviceId, aim: 'password', own: `user ${userId}` },
        secret: current,
        next,
        find: () => {
          mustBeGood(caller);
          const user = people.user(userId);
          return user && { user, hash: user.passwordHash };
        },
        grant: (user, passwordHash) => {
          people.setPassword(user.id, passwordHash);
          people.revokeSessionsOf(user.id, { kinds: secretKinds, but: jti }, clock.nowMs());
        },
      });
      return change.finally(() => changing.delete(userId));
    },
  };
}
