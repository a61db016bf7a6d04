import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { Caller, Clock, PeopleStore, Session, User } from '../ports.ts';
import { hashPassword, passwordMatches } from './password.ts';
import type { Tokens } from './token.ts';

export type SessionsDeps = { readonly people: PeopleStore; readonly tokens: Tokens; readonly clock: Clock };
export type SignedIn = { readonly token: string; readonly user: User; readonly expiresInS: number };

/** Who is signed in. Revoking takes effect at the next request, because every one looks the session up. */
export interface Sessions {
  /** Throws `wrong_login`, the same for an unknown user and a wrong password. */
  signIn(username: string, password: string): Promise<SignedIn>;
  /** A manager's session for the window on the server's own machine, which needs no password. */
  signInHost(user: User): Promise<SignedIn>;
  /** The caller behind a token; `undefined` when it is no longer, or never was, good. */
  callerOf(token: string): Promise<Caller | undefined>;
  /** Whether a session that was good still is; asked for every open stream at each heartbeat. */
  isGood(jti: string): boolean;
  signOut(caller: Caller): void;
  /** Ends all other sessions of the user. Throws `wrong_login` when `current` is not their password. */
  changePassword(caller: Caller, current: string, next: string): Promise<void>;
}

const personSessionS = 12 * 3600;

export function createSessions(deps: SessionsDeps): Sessions {
  const { people, tokens, clock } = deps;
  return {
    signIn: async (username, password) => {
      const user = people.userByName(username);
      const matches = await passwordMatches(password, user?.passwordHash);
      if (!user || !matches) throw new AppError('wrong_login');
      return open(deps, user, 'login');
    },
    signInHost: (user) => open(deps, user, 'host'),
    callerOf: async (token) => {
      const claims = await tokens.verify(token);
      const session = claims && people.session(claims.jti);
      if (!session || session.userId !== claims.userId || session.expiresAtMs <= clock.nowMs()) return undefined;
      const user = people.user(session.userId);
      return user && { ...callerFor(user), jti: session.jti };
    },
    isGood: (jti) => (people.session(jti)?.expiresAtMs ?? 0) > clock.nowMs(),
    signOut: ({ jti }) => people.revokeSession(jti, clock.nowMs()),
    changePassword: async (caller, current, next) => {
      const user = people.user(caller.userId);
      if (!user || !(await passwordMatches(current, user.passwordHash))) throw new AppError('wrong_login');
      const passwordHash = await hashPassword(next);
      people.saveUser({ ...user, passwordHash, passwordIsTemporary: false }, clock.nowMs());
      people.revokeSessionsOf(user.id, caller.jti, clock.nowMs());
    },
  };
}

async function open({ people, tokens, clock }: SessionsDeps, user: User, kind: Session['kind']): Promise<SignedIn> {
  const nowMs = clock.nowMs();
  const expiresAtMs = nowMs + personSessionS * 1000;
  const jti = randomBytes(16).toString('base64url');
  people.addSession({ jti, userId: user.id, kind, expiresAtMs }, nowMs);
  const token = await tokens.sign({ jti, userId: user.id, expiresAtMs });
  return { token, user, expiresInS: personSessionS };
}

/** A user as the core sees them. `jti` is empty for what the server does by itself in their name. */
export function callerFor(user: User): Caller {
  return {
    restaurantId: user.restaurantId,
    userId: user.id,
    subject: `user:${user.id}`,
    role: user.role,
    displayName: user.displayName,
    jti: '',
  };
}
