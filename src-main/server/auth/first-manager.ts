import type { RestaurantId } from '#shared/domain/id.ts';
import { type PeopleStore, sessionKinds, type User } from '../people-ports.ts';
import { hashPassword, passwordMatches, temporaryPassword } from './password.ts';

/** Fixed, so that two terminals that start for the first time agree on who the manager is. */
export const firstManagerId = 'admin';

export type FirstManager = {
  readonly user: User;
  /** To be printed; `null` once the manager has a password of their own. */
  readonly temporaryPassword: string | null;
};

export type FirstManagerSetup = {
  readonly restaurantId: RestaurantId;
  /** `KDS_ADMIN_PASSWORD`: what the manager's password is from now on. */
  readonly adminPassword: string | undefined;
  readonly nowMs: number;
};

/** Somebody can always sign in: with the set password, their own, or one that is printed at this start ([AUT3]). */
export async function ensureFirstManager(people: PeopleStore, setup: FirstManagerSetup): Promise<FirstManager> {
  const known = people.user(firstManagerId);
  if (setup.adminPassword !== undefined) {
    const user = await withPassword(people, setup, known, setup.adminPassword);
    return { user, temporaryPassword: null };
  }
  if (known && !known.passwordIsTemporary) return { user: known, temporaryPassword: null };
  const password = temporaryPassword();
  return { user: await save(people, setup, known, password, true), temporaryPassword: password };
}

async function withPassword(people: PeopleStore, setup: FirstManagerSetup, known: User | undefined, password: string) {
  if (known && (await passwordMatches(password, known.passwordHash))) return known;
  return save(people, setup, known, password, false);
}

async function save(
  people: PeopleStore,
  setup: FirstManagerSetup,
  known: User | undefined,
  password: string,
  temporary: boolean,
) {
  const user: User = {
    ...(known ?? { id: firstManagerId, username: 'admin', displayName: 'Manager', role: 'manager' }),
    restaurantId: setup.restaurantId,
    passwordHash: await hashPassword(password),
    passwordIsTemporary: temporary,
    pinHash: known?.pinHash ?? '',
  };
  people.saveUser(user, setup.nowMs);
  if (!temporary) people.revokeSessionsOf(user.id, { kinds: sessionKinds }, setup.nowMs);
  return user;
}
