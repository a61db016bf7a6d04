import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { PeopleStore, Session, User } from '../people-ports.ts';
import type { Caller, Clock } from '../ports.ts';
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
  /** A person at a paired device ([PIN1]). Throws `wrong_login`, `too_many_tries`, `not_allowed`. */
  byPin(device: Caller, userId: string, pin: string, address: string): Promise<SignedIn>;
  /** Ends all other sessions of the user. Throws `wrong_login` when `current` is not their password. */
  changePassword(caller: Caller, current: string, next: string): Promise<void>;
}

type Begun = { readonly user: User; readonly session: Session };

const personSessionS = 12 * 3600;

export function createEntrance({ people, devices, sessions, secrets, tokens, clock }: EntranceDeps): Entrance {
  function mustBeGood({ jti }: Caller): void {
    if (!sessions.isGood(jti)) throw new AppError('not_authenticated');
  }

  function mustStand({ deviceId }: Place): void {
    if (deviceId !== undefined && !devices.roleOf(deviceId)) throw new AppError('not_authenticated');
  }

  /** In the turn in which everything about it was looked at; its token may be waited for. */
  function begin(user: User, opening: Pick<Session, 'kind' | 'deviceId'>): Begun {
    const nowMs = clock.nowMs();
    const jti = randomBytes(16).toString('base64url');
    const session = { ...opening, jti, userId: user.id, expiresAtMs: nowMs + personSessionS * 1000 };
    people.addSession(session, nowMs);
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
        attempt: { ...place, aim: `user ${username.toLowerCase()}` },
        secret: password,
        find: () => {
          mustStand(place);
          const user = people.userByName(username);
          return user && { user, hash: user.passwordHash };
        },
        grant: (user) => begin(user, { kind: 'login', deviceId: place.deviceId ?? null }),
      });
      return signed(begun);
    },
    atHost: (user) => signed(begin(user, { kind: 'host', deviceId: null })),
    byPin: async (caller, userId, pin, address) => {
      const { deviceId, restaurantId, jti } = caller;
      if (deviceId === undefined) throw new AppError('not_allowed', 'A PIN is for paired devices only.');
      const begun = await secrets.verified({
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
          return begin(user, { kind: 'pin', deviceId });
        },
      });
      return signed(begun);
    },
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
          people.setPassword(user.id, passwordHash);
          people.revokeSessionsOf(user.id, caller.jti, clock.nowMs());
        },
      }),
  };
}
