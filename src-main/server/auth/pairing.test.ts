import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restaurantId } from '#shared/domain/id.ts';
import { createIdSource } from '../core/id-source.ts';
import type { Caller } from '../ports.ts';
import { createDeviceStoreSqlite } from '../store/device-store-sqlite.ts';
import { openDatabase } from '../store/open-database.ts';
import { createAttempts } from './attempts.ts';
import { createDevices, type Devices } from './devices.ts';
import { createKeyRing } from './key-ring.ts';
import { createPairing, type Pairing } from './pairing.ts';
import { createTokens } from './token.ts';

const manager: Caller = {
  restaurantId: restaurantId('main'),
  userId: 'admin',
  subject: 'user:admin',
  role: 'manager',
  displayName: 'Manager',
  jti: 'of the manager',
};
const minute = 60_000;

let dataDir: string;
let db: ReturnType<typeof openDatabase>;
let nowMs: number;
let devices: Devices;
let pairing: Pairing;
/** The manager's session. */
let isGood: boolean;

/** On a clock that stands still until it is told otherwise. */
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kitchen-pass-pairing-'));
  db = openDatabase({ dataDir, sqliteAddon: undefined }, { id: 'main', timeZone: 'UTC' });
  nowMs = Date.parse('2026-03-01T12:00:00Z');
  isGood = true;
  const clock = { nowMs: () => nowMs };
  const tokens = createTokens(createKeyRing({ key: randomBytes(32) }));
  devices = createDevices({ store: createDeviceStoreSqlite(db), tokens, clock, ids: createIdSource() });
  pairing = createPairing({
    devices,
    attempts: createAttempts({ clock, log: pino({ level: 'silent' }) }),
    clock,
    isGood: () => isGood,
  });
});
afterEach(() => {
  db.close();
  rmSync(dataDir, { recursive: true });
});

const claim = (secret: string) => pairing.claim(secret, 'Bar', '10.0.0.7');
const closed = { code: 'pairing_closed' };

test('[PAI1] a secret is good to the end of the two minutes, and no moment longer', async () => {
  const { secret } = pairing.open(manager, 'kitchen');
  nowMs += 2 * minute - 1;
  expect(pairing.window(manager)).toMatchObject({ secret });
  expect((await claim(secret)).device.role).toBe('kitchen');

  const late = pairing.open(manager, 'kitchen').secret;
  nowMs += 2 * minute;
  await expect(claim(late)).rejects.toMatchObject(closed);
  expect(pairing.window(manager)).toBeUndefined();
  expect(devices.list(manager)).toHaveLength(1);
});

test('[PAI1] [PAI3] what was asked for ends with the two minutes: nobody asks, is let in or refused after them', async () => {
  pairing.open(manager, 'waiter');
  const { id, pickUpSecret } = pairing.request('Bar', '10.0.0.7');
  nowMs += 2 * minute - 1;
  expect(pairing.requests(manager)).toMatchObject([{ id, name: 'Bar' }]);
  expect(pairing.pickUp(pickUpSecret, undefined)).toMatchObject({ state: 'waiting' });
  nowMs++;
  expect(() => pairing.request('Bar', '10.0.0.8')).toThrow(expect.objectContaining(closed));
  await expect(pairing.approve(manager, id, { role: 'waiter' })).rejects.toMatchObject(closed);
  expect(() => pairing.refuse(manager, id)).toThrow(expect.objectContaining(closed));
  expect(pairing.requests(manager)).toEqual([]);
  // The tablet hears why for as long again, and after that as little as anybody.
  expect(pairing.pickUp(pickUpSecret, undefined)).toEqual({ state: 'over' });
  nowMs += 2 * minute;
  expect(pairing.pickUp(pickUpSecret, undefined)).toEqual({ state: 'refused' });
  expect(devices.list(manager)).toEqual([]);
});

test('[PAI6] a token that nobody has fetched is told for two minutes after the manager’s yes, and then to nobody', async () => {
  pairing.open(manager, 'waiter');
  const { id, pickUpSecret } = pairing.request('Bar', '10.0.0.7');
  nowMs += minute;
  await pairing.approve(manager, id, { role: 'waiter' });
  nowMs += 2 * minute - 1;
  expect(pairing.pickUp(pickUpSecret, undefined)).toMatchObject({ state: 'approved' });
  nowMs++;
  expect(pairing.pickUp(pickUpSecret, undefined)).toEqual({ state: 'refused' });
});

test('[PAI1] a clock that is set back does not hold the door open', async () => {
  const { secret } = pairing.open(manager, 'kitchen');
  nowMs -= 60 * minute;
  await expect(claim(secret)).rejects.toMatchObject(closed);
});

test('[PAI1] nobody is let in for a manager who was removed while the token was made', async () => {
  const { secret } = pairing.open(manager, 'kitchen');
  const claimed = claim(secret);
  isGood = false;
  await expect(claimed).rejects.toMatchObject(closed);

  isGood = true;
  pairing.open(manager, 'waiter');
  const { id, pickUpSecret } = pairing.request('Floor', '10.0.0.8');
  const approved = pairing.approve(manager, id, { role: 'waiter' });
  isGood = false;
  await expect(approved).rejects.toMatchObject(closed);
  expect(pairing.pickUp(pickUpSecret, undefined)).toEqual({ state: 'over' });
  expect(devices.list(manager)).toEqual([]);
});
