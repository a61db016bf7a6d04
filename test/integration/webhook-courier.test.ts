import { once } from 'node:events';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { migrate } from '../../src-main/server/store/migrate.ts';
import { migrations } from '../../src-main/server/store/migrations/migration.ts';
import { createWebhookStoreSqlite } from '../../src-main/server/store/webhook-store-sqlite.ts';
import { createCourier } from '../../src-main/server/webhooks/courier.ts';
import type { Post } from '../../src-main/server/webhooks/post.ts';
import { restaurantId } from '../../src-shared/domain/id.ts';

const main = restaurantId('main');
const hook = {
  id: 'h',
  restaurantId: main,
  url: 'http://x/',
  secret: 'whsec_AAAA',
  types: [],
  madeAtMs: 0,
  seq: 0,
  takenAtMs: null,
};

/** What the other side does: takes it, refuses it, says nothing at all, or is told no more from then on. */
type Mood = 'takes' | 'refuses' | 'hangs' | 'is removed';

/** A courier whose clock and whose other side are in the test's hand. `events` are in the log. */
function inHand(events: number) {
  const db = new Database(':memory:');
  migrate(db, migrations);
  db.exec("INSERT INTO restaurants VALUES ('main', 'Main', 'EUR', 'UTC', 240, 3);");
  const hooks = createWebhookStoreSqlite(db);
  hooks.save(hook);
  let nowMs = 0;
  let mood: Mood = 'refuses';
  const tried: string[] = [];
  const post: Post = async (_url, headers, _body, quit) => {
    tried.push(headers['webhook-id'] ?? '');
    if (mood === 'hangs') await once(quit as AbortSignal, 'abort');
    if (mood === 'is removed') hooks.remove('h');
    const isTaken = mood === 'takes' || mood === 'is removed';
    return { isTaken, said: isTaken ? 'answered 200' : 'answered 500' };
  };
  const log = Array.from({ length: events }, (_, at) => ({
    seq: at + 1,
    type: 'order_created',
    entityId: 'o',
    body: '{"a":1}',
  }));
  const store = {
    eventsAfter: (_: unknown, seq: number, limit: number) => log.filter((one) => one.seq > seq).slice(0, limit),
  };
  const courier = createCourier({ hooks, store, post, clock: { nowMs: () => nowMs }, log: pino({ level: 'silent' }) });
  /** Time passes, and all that is due by then is done. */
  const pass = async (ms: number) => {
    nowMs += ms;
    courier.wake();
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
  };
  const become = (next: Mood) => {
    mood = next;
  };
  return { hooks, courier, tried, pass, become, log };
}

const hour = 3600_000;

test('[HOK3] it is tried eight times in two days, later and later, then given up and kept; by hand it goes again', async () => {
  const { hooks, tried, pass, become } = inHand(1);
  const after: number[] = [];
  let passed = 0;
  for (; passed < 60 * hour; passed += 5000) {
    const before = tried.length;
    await pass(passed === 0 ? 0 : 5000);
    if (tried.length > before) after.push(passed / 1000);
  }
  expect(after).toEqual([0, 5, 35, 155, 755, 4355, 25_955, 112_355]);
  expect(new Set(tried)).toEqual(new Set(['main.1']));
  expect(hooks.counts('h')).toEqual({ waiting: 0, dead: 1 });
  expect(hooks.dead('h', 10)).toMatchObject([{ seq: 1, tries: 8, error: 'answered 500' }]);
  become('takes');
  expect(hooks.revive('h', passed)).toBe(1);
  await pass(5000);
  expect(hooks.counts('h')).toEqual({ waiting: 0, dead: 0 });
});

test('[HOK1] of hundreds each is told once and in order; what failed comes again beside what is new', async () => {
  const { hooks, tried, pass, become, log } = inHand(250);
  become('takes');
  await pass(0);
  for (let turn = 0; turn < 20; turn++) await pass(0);
  expect(tried).toEqual(log.map(({ seq }) => `main.${seq}`));
  expect(hooks.all()[0]?.seq).toBe(250);
});

test('[HOK3] what the log no longer has is given up at once, and says so', async () => {
  const { hooks, pass, log } = inHand(1);
  await pass(0);
  log.length = 0;
  await pass(5000);
  expect(hooks.dead('h', 10)).toMatchObject([{ seq: 1, error: 'no longer in the log' }]);
});

test('[HOK1] of one that was removed while it was told nothing is left', async () => {
  const { hooks, courier, pass } = inHand(1);
  courier.wake();
  hooks.remove('h');
  await pass(0);
  expect(hooks.counts('h')).toEqual({ waiting: 0, dead: 0 });
  await courier.stop();
});

test('[HOK1] one that was removed while it was told is told no more', async () => {
  const { tried, pass, become } = inHand(3);
  become('is removed');
  await pass(0);
  expect(tried).toEqual(['main.1']);
});

test('[HOK1] a stop waits for no address that says nothing; what it had not taken it is told at the next start', async () => {
  const { hooks, courier, tried, pass, become } = inHand(3);
  become('hangs');
  await pass(0);
  await courier.stop();
  expect(tried).toEqual(['main.1']);
  expect(hooks.all()[0]?.seq).toBe(0);
  expect(hooks.counts('h')).toEqual({ waiting: 0, dead: 0 });
});

test('[HOK3] a clock that is put back puts off nothing', async () => {
  const { tried, pass, become } = inHand(1);
  await pass(3 * hour);
  become('takes');
  await pass(-2 * hour);
  await pass(5000);
  expect(tried).toEqual(['main.1', 'main.1']);
});

test('[HOK3] what is new does not wait until all that failed has come again', async () => {
  const { tried, pass, become, log } = inHand(100);
  await pass(0);
  expect(tried).toHaveLength(100);
  log.push({ seq: 101, type: 'order_created', entityId: 'o', body: '{"a":1}' });
  become('takes');
  await pass(5000);
  expect(tried).toHaveLength(201);
  expect(tried.slice(100).indexOf('main.101')).toBe(20);
});
