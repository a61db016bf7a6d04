import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { createApiKeys } from '../../src-main/server/auth/api-keys.ts';
import { createAttempts } from '../../src-main/server/auth/attempts.ts';
import { createDevices } from '../../src-main/server/auth/devices.ts';
import { createEntrance } from '../../src-main/server/auth/entrance.ts';
import { ensureFirstManager } from '../../src-main/server/auth/first-manager.ts';
import { createKeyRing } from '../../src-main/server/auth/key-ring.ts';
import { createSecrets } from '../../src-main/server/auth/secrets.ts';
import { createSessions } from '../../src-main/server/auth/sessions.ts';
import { createTokens } from '../../src-main/server/auth/token.ts';
import type { CommitQueue } from '../../src-main/server/core/commit-queue.ts';
import { execute } from '../../src-main/server/core/execute.ts';
import { createIdSource } from '../../src-main/server/core/id-source.ts';
import { createOrderDesk } from '../../src-main/server/core/order-desk.ts';
import type { OrderStore } from '../../src-main/server/ports.ts';
import { createDeviceStoreSqlite } from '../../src-main/server/store/device-store-sqlite.ts';
import { createKeyStoreSqlite } from '../../src-main/server/store/key-store-sqlite.ts';
import { openDatabase } from '../../src-main/server/store/open-database.ts';
import { createOrderStoreSqlite } from '../../src-main/server/store/order-store-sqlite.ts';
import { createPeopleStoreSqlite } from '../../src-main/server/store/people-store-sqlite.ts';
import { createHttpServer } from '../../src-main/server/transport/http-server.ts';
import { listen } from '../../src-main/server/transport/listen.ts';
import { authRoutes } from '../../src-main/server/transport/routes/auth-routes.ts';
import { orderRoutes } from '../../src-main/server/transport/routes/order-routes.ts';
import { restaurantId } from '../../src-shared/domain/id.ts';
import { openGate } from '../harness/open-gate.ts';

/**
 * What our server is compared with: the same routes, rules and file, but a transaction and an fsync of its own for
 * every request. Started by the benchmark as `node one-by-one-server.ts DATA_DIR PASSWORD`.
 */
const [dataDir = '', password = ''] = process.argv.slice(2);
const clock = { nowMs: () => Date.now() };
const db = openDatabase({ dataDir, sqliteAddon: undefined }, { id: 'main', timeZone: 'UTC' });
const store = createOrderStoreSqlite(db, { replicating: false });
const people = createPeopleStoreSqlite(db);
await ensureFirstManager(people, { restaurantId: restaurantId('main'), adminPassword: password, nowMs: clock.nowMs() });
const tokens = createTokens(createKeyRing({ key: randomBytes(32) }));
const devices = createDevices({ store: createDeviceStoreSqlite(db), tokens, clock, ids: createIdSource() });
const links = { callerOf: () => undefined, isGood: () => false };
const keys = createApiKeys(createKeyStoreSqlite(db), clock);
const log = pino({ level: 'silent' });
const secrets = createSecrets(createAttempts({ clock, log }));
const sessions = createSessions({ people, devices, keys, tokens, links, tables: links, clock });
const entrance = createEntrance({ people, devices, sessions, secrets, tokens, clock });
const desk = createOrderDesk({ queue: oneByOne(store), store, ids: createIdSource(), terminal: 'A' });
const http = createHttpServer({ sessions, gate: openGate(), log }, (app) => {
  authRoutes(app, { sessions, entrance, people, restaurantName: () => undefined });
  orderRoutes(app, desk, undefined as never);
});
const { url } = await listen(http, { host: '127.0.0.1', port: 0 });
console.log(`Kitchen Pass ready at ${url}`);

function oneByOne(orders: OrderStore): CommitQueue {
  return {
    submit: async (submission) => {
      let answer = { status: 500, body: '' };
      orders.transaction(() => {
        answer = execute(orders, submission, clock.nowMs()).answer;
      });
      return answer;
    },
    stop: () => undefined,
  };
}
