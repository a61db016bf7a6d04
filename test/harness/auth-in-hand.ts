import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { createApiKeys } from '../../src-main/server/auth/api-keys.ts';
import { createAttempts } from '../../src-main/server/auth/attempts.ts';
import { createDerivationQueue } from '../../src-main/server/auth/derivation-queue.ts';
import { createDevices } from '../../src-main/server/auth/devices.ts';
import { createEntrance } from '../../src-main/server/auth/entrance.ts';
import { ensureFirstManager } from '../../src-main/server/auth/first-manager.ts';
import { createKeyRing } from '../../src-main/server/auth/key-ring.ts';
import { type Derive, runScrypt } from '../../src-main/server/auth/password.ts';
import { createSecrets } from '../../src-main/server/auth/secrets.ts';
import { createSessions } from '../../src-main/server/auth/sessions.ts';
import { createStaff } from '../../src-main/server/auth/staff.ts';
import { createTokens } from '../../src-main/server/auth/token.ts';
import { createIdSource } from '../../src-main/server/core/id-source.ts';
import type { Caller } from '../../src-main/server/ports.ts';
import { createDeviceStoreSqlite } from '../../src-main/server/store/device-store-sqlite.ts';
import { createKeyStoreSqlite } from '../../src-main/server/store/key-store-sqlite.ts';
import { openDatabase } from '../../src-main/server/store/open-database.ts';
import { createPeopleStoreSqlite } from '../../src-main/server/store/people-store-sqlite.ts';
import { restaurantId } from '../../src-shared/domain/id.ts';
import { createTempDir } from './temp-dir.ts';

/** No guest of an order comes here. */
const noLinks = { callerOf: () => undefined, isGood: () => false };

/**
 * Signing in with everything that is behind it, on a real file, and two things in hand: the clock, and when a secret
 * has been worked on, so that all that can happen meanwhile happens exactly then.
 */
export async function authInHand(folder = createTempDir()) {
  const db = openDatabase({ dataDir: folder.path, sqliteAddon: undefined }, { id: 'main', timeZone: 'UTC' });
  let nowMs = Date.now();
  const clock = { nowMs: () => nowMs };
  const derivations = derivationsInHand();

  const people = createPeopleStoreSqlite(db);
  const ids = createIdSource();
  const tokens = createTokens(createKeyRing({ key: randomBytes(32) }));
  const devices = createDevices({ store: createDeviceStoreSqlite(db), tokens, clock, ids });
  const keys = createApiKeys(createKeyStoreSqlite(db), clock);
  const attempts = createAttempts({ clock, log: pino({ level: 'silent' }) });
  const secrets = createSecrets(attempts, createDerivationQueue(derivations.derive));
  const sessions = createSessions({ people, devices, keys, tokens, links: noLinks, tables: noLinks, clock });
  const entrance = createEntrance({ people, devices, sessions, secrets, tokens, clock });
  const staff = createStaff({ people, secrets, sessions, clock, ids });
  const setup = { restaurantId: restaurantId('main'), adminPassword: undefined, nowMs };
  const { user: firstManager } = await ensureFirstManager(people, setup);

  const callerOf = async (token: string): Promise<Caller> => {
    const caller = await sessions.callerOf(token);
    if (!caller) throw new Error('nobody is behind this token');
    return caller;
  };
  const signIn = async (username: string, password: string) => {
    const { token } = await entrance.byPassword(username, password, { address: '10.0.0.1', deviceId: undefined });
    return callerOf(token);
  };
  return {
    ...derivations,
    attempts,
    people,
    devices,
    keys,
    sessions,
    entrance,
    staff,
    callerOf,
    signIn,
    /** In the kitchen computer's own window. */
    manager: await callerOf((await entrance.atHost(firstManager)).token),
    pass: (ms: number) => {
      nowMs += ms;
    },
    /** As after a restart: what was in memory is gone. */
    reopened: () => {
      db.close();
      return authInHand(folder);
    },
    close: () => {
      db.close();
      folder.remove();
    },
  };
}

export type AuthInHand = Awaited<ReturnType<typeof authInHand>>;

function derivationsInHand() {
  let isHeld = false;
  const held: (() => void)[] = [];
  /** Quick: how slow it is made is no matter here. */
  const derive: Derive = async (secret, salt) => {
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
    return runScrypt(secret, salt, { N: 2 });
  };
  return {
    derive,
    /** From now on secrets are worked on only when told. */
    hold: () => {
      isHeld = true;
    },
    /** Those that have been begun and wait to be told. */
    held: () => held.length,
    /** Lets the one that was begun go on. */
    letOne: () => held.shift()?.(),
    /** Lets all go on, those to come as well. */
    letAll: () => {
      isHeld = false;
      for (const go of held.splice(0)) go();
    },
  };
}
