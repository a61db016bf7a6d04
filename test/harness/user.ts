import Database from 'better-sqlite3';
import { hashPassword } from '../../src-main/server/auth/password.ts';
import { createPeopleStoreSqlite } from '../../src-main/server/store/people-store-sqlite.ts';
import { restaurantId } from '../../src-shared/domain/id.ts';
import type { Role } from '../../src-shared/domain/role.ts';
import { type Api, signIn } from './api.ts';
import type { ServerBox } from './server-in-a-box.ts';
import { databaseIn } from './server-process.ts';

type NewUser = {
  readonly username: string;
  readonly role: Role;
  /** Printed for him: he is asked for one of his own. */
  readonly isTemporary?: boolean;
  /** `main` unless said; made when it is not there. */
  readonly restaurant?: string;
};

/** Somebody of any role, written into the file beside the running server, and signed in. */
export async function addUser(
  { url, dataDir }: Pick<ServerBox, 'url' | 'dataDir'>,
  { username, role, isTemporary = false, restaurant = 'main' }: NewUser,
): Promise<Api> {
  const password = `the password of ${username}`;
  const passwordHash = await hashPassword(password);
  const db = new Database(databaseIn(dataDir));
  db.prepare(
    `INSERT OR IGNORE INTO restaurants (id, name, currency, time_zone, day_start_minutes)
     VALUES (?, 'Second', 'USD', 'Europe/Berlin', 240)`,
  ).run(restaurant);
  const user = { id: username, restaurantId: restaurantId(restaurant), username, displayName: username, role };
  createPeopleStoreSqlite(db).saveUser(
    { ...user, passwordHash, passwordIsTemporary: isTemporary, pinHash: '' },
    Date.now(),
  );
  db.close();
  return signIn(url, password, username);
}
