import type { OrderId, RestaurantId } from '#shared/domain/id.ts';
import type { Role } from '#shared/domain/role.ts';

/** What signing in needs to have on disk. Each call of a store is its own durable transaction. */

export type User = {
  readonly id: string;
  readonly restaurantId: RestaurantId;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** Empty for who signs in by PIN only. */
  readonly passwordHash: string;
  /** The printed first password; a new one is printed at every start until the manager chooses their own. */
  readonly passwordIsTemporary: boolean;
  /** Empty without one. */
  readonly pinHash: string;
};

/** `login`: by password; `host`: the window on the server's own machine, by nothing; `pin`: a person at a paired device. */
export const sessionKinds = ['login', 'host', 'pin'] as const;
export type SessionKind = (typeof sessionKinds)[number];
/** Those that needed a secret. */
export const secretKinds: readonly SessionKind[] = ['login', 'pin'];

export type Session = {
  readonly jti: string;
  readonly userId: string;
  readonly kind: SessionKind;
  readonly expiresAtMs: number;
  /** The paired device that it was opened on, with which it ends ([DEV1]). */
  readonly deviceId: string | null;
  /** Where it was opened by password. */
  readonly address: string | null;
};

/** Which of somebody's sessions end: those of these kinds, but for that one. */
export type Revoked = { readonly kinds: readonly SessionKind[]; readonly but?: string | undefined };

/** People and their sessions. Whoever was removed is found no more, and stays in the history. */
export interface PeopleStore {
  userByName(username: string): User | undefined;
  user(id: string): User | undefined;
  usersOf(restaurantId: RestaurantId): User[];
  /** Nobody who was removed comes back by this. */
  saveUser(user: User, atMs: number): void;
  /** One of their own, and nothing else of them. */
  setPassword(id: string, passwordHash: string): void;
  /** With all of their sessions, and of a guest everything but that there was one ([GST9]). */
  removeUser(id: string, atMs: number): void;
  addSession(session: Session, atMs: number): void;
  /** `undefined` when it was revoked or never existed. */
  session(jti: string): Session | undefined;
  /** By password, also in a session that has ended, until that is forgotten. */
  hasSignedInFrom(userId: string, address: string): boolean;
  revokeSession(jti: string, atMs: number): void;
  revokeSessionsOf(userId: string, which: Revoked, atMs: number): void;
  /** Of those by password that are open at `atMs` only so many stay, the newest. */
  keepNewestLogins(userId: string, most: number, atMs: number): void;
  /** Deletes sessions that ended before `beforeMs`. */
  forgetSessions(beforeMs: number): void;
}

/** Orders that guests have kept in their accounts ([GST9]). */
export interface GuestOrderStore {
  /** Only so many stay, the newest. */
  keep(userId: string, id: OrderId, atMs: number, most: number): void;
  /** The newest first. */
  ordersOf(userId: string, most: number): readonly OrderId[];
}

/** A screen or tablet that was let in once and stays until it is revoked ([DEV1]). */
export type Device = {
  readonly id: string;
  readonly restaurantId: RestaurantId;
  readonly name: string;
  readonly role: Role;
  /** Of its token. */
  readonly jti: string;
  readonly pairedAtMs: number;
  /** The user who let it in. */
  readonly pairedBy: string;
  readonly seenAtMs: number;
};

export interface DeviceStore {
  /** By its token; `undefined` when it was revoked. */
  byToken(jti: string): Device | undefined;
  device(id: string): Device | undefined;
  devicesOf(restaurantId: RestaurantId): Device[];
  save(device: Device): void;
  seen(id: string, atMs: number): void;
  /** Ends also what people have opened on it. */
  revoke(id: string, atMs: number): void;
}

/** What a POS or another program signs in with ([APK1]). */
export type ApiKey = {
  readonly id: string;
  readonly restaurantId: RestaurantId;
  readonly name: string;
  /** SHA-256 of its secret part, hex: the secret has 256 bits of chance, so that nothing slower is needed. */
  readonly secretHash: string;
  readonly madeAtMs: number;
  readonly madeBy: string;
  readonly usedAtMs: number | null;
};

export interface KeyStore {
  /** `undefined` when it was revoked. */
  key(id: string): ApiKey | undefined;
  keysOf(restaurantId: RestaurantId): ApiKey[];
  save(key: ApiKey): void;
  used(id: string, atMs: number): void;
  revoke(id: string, atMs: number): void;
}
