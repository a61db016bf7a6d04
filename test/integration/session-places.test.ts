import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor, signIn } from '../harness/api.ts';
import { followEvents } from '../harness/event-reader.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { isLive, type Recorder, record } from '../harness/recorder.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { databaseIn } from '../harness/server-process.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let manager: Api;

beforeEach(async () => {
  box = await startServer();
  manager = await signIn(box.url, adminPassword);
});
afterEach(() => box.remove());

const follow = async (token: string, query = '') => {
  const screen = record(box.url, token, query);
  await screen.until(isLive);
  return screen;
};
const many = (token: string, count: number): Promise<Recorder[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => follow(token, `?tab=screen-${token.slice(-8)}-${n}`)));
const total = async () => (await manager.call('GET', '/ws/orders/live/status')).json.total_connections;

test('[LIM4] of a device eight are live, over whatever transport; the ninth is told to wait, and those that are in stay', async () => {
  const { token, api } = await pairDevice(manager, 'kitchen', 'Grill');
  const auth = { authorization: `Bearer ${token}` };
  const screens = await many(token, 6);
  const events = await followEvents(box.url, '/events/orders?tab=screen-events', auth);
  await events.until(isLive);
  const { cursor } = (await api.call('GET', '/sync/orders?tab=screen-polling')).json;
  const poll = api.call('GET', `/sync/orders?tab=screen-polling&wait=25&last_event_id=${cursor}`);
  await expect.poll(total).toBe(8);

  const ninth = record(box.url, token, '?tab=screen-ninth');
  expect((await ninth.closed).code).toBe(4429);
  expect(ninth.frames).toEqual([expect.objectContaining({ type: 'bye', code: 4429, retry_ms: expect.any(Number) })]);
  const stream = await followEvents(box.url, '/events/orders?tab=screen-ninth', auth);
  await stream.ended;
  expect(stream.frames).toEqual([expect.objectContaining({ type: 'bye', code: 4429 })]);
  const asked = await api.call('GET', '/sync/orders?tab=screen-ninth');
  expect([asked.status, asked.json.code]).toEqual([503, 'too_many_screens']);

  const { json } = await manager.order();
  for (const one of [...screens, events]) await one.until((frame) => frame.order?.id === json.id);
  expect((await poll).json.events).toHaveLength(1);
  screens[0]?.close();
  await screens[0]?.closed;
  await follow(token, '?tab=screen-ninth');
});

test('[LIM4] [TAB1] a page that comes back takes its own place, also where all eight are taken', async () => {
  const { token } = await pairDevice(manager, 'kitchen', 'Grill');
  const screens = await many(token, 8);
  for (let round = 0; round < 5; round++) await many(token, 8);
  expect((await Promise.all(screens.map(({ closed }) => closed))).map(({ code }) => code)).toEqual(
    screens.map(() => 4409),
  );
  expect(await total()).toBe(8);
});

test('[LIM4] each device, each session of a person and each program is counted alone', async () => {
  const grill = await pairDevice(manager, 'kitchen', 'Grill');
  const bar = await pairDevice(manager, 'kitchen', 'Bar');
  const again = await signIn(box.url, adminPassword);
  for (const { token } of [grill, bar, manager, again]) await many(token, 8);
  for (const { token } of [grill, bar, manager, again]) {
    expect((await record(box.url, token).closed).code).toBe(4429);
  }
  const { key } = (await manager.call('POST', '/api-keys', { name: 'Web shop' })).json;
  await many(key, 20);
});

test('[LIM4] whoever changes over to a person by PIN does not get eight more', async () => {
  const { token, api } = await pairDevice(manager, 'kitchen', 'Grill');
  const person = { username: 'ana', display_name: 'Ana', role: 'kitchen', pin: '4711' };
  const { id } = (await manager.call('POST', '/users', person)).json;
  const { json } = await api.call('POST', '/auth/pin', { user_id: id, pin: '4711' });
  await many(token, 5);
  await many(json.access_token, 3);
  expect((await record(box.url, json.access_token).closed).code).toBe(4429);
  expect((await record(box.url, token).closed).code).toBe(4429);
});

test('[LIM4] all sessions of a person have 64, so that nobody fills the house by signing in again and again', async () => {
  const wanda = await addUser(box, { username: 'wanda', role: 'waiter' });
  const sessions = [wanda];
  while (sessions.length < 9) sessions.push(await signIn(box.url, 'the password of wanda', 'wanda'));
  for (const { token } of sessions.slice(0, 8)) await many(token, 8);
  const ninth = record(box.url, sessions[8]?.token ?? '', '?tab=screen-ninth');
  expect((await ninth.closed).code).toBe(4429);
  const { token } = await pairDevice(manager, 'kitchen', 'Grill');
  for (const other of [token, manager.token]) await many(other, 8);
});

test('[LIM4] [TAB1] beside each stream one poll of the same page may be held, and no other', async () => {
  const { token, api } = await pairDevice(manager, 'kitchen', 'Grill');
  const pages = Array.from({ length: 8 }, (_, n) => `screen-page-${n}`);
  await Promise.all(pages.map((tab) => follow(token, `?tab=${tab}`)));
  const { cursor } = (await api.call('GET', `/sync/orders?tab=${pages[0]}`)).json;
  const hold = (tab: string) => api.call('GET', `/sync/orders?tab=${tab}&wait=25&last_event_id=${cursor}`);
  const held = [...pages, ...pages].map(hold);
  const counts = async () => (await manager.call('GET', '/ws/orders/live/status')).json.by_transport;
  await expect.poll(counts).toEqual({ websocket: 8, sse: 0, polling: 8 });
  expect((await hold('screen-ninth')).json.code).toBe('too_many_screens');
  expect((await record(box.url, token, '?tab=screen-ninth').closed).code).toBe(4429);
  await manager.order();
  for (const { status } of await Promise.all(held)) expect(status).toBe(200);
});

test('[AUT7] the sixty-fifth session by password ends the oldest of that person, with what it has open, and no other', async () => {
  const person = { username: 'ann', display_name: 'Ann', role: 'waiter', password: 'a password of ann' } as const;
  const { id } = (await manager.call('POST', '/users', person)).json;
  const first = await signIn(box.url, person.password, person.username);
  openSessions(id, 62);
  const second = await signIn(box.url, person.password, person.username);
  const statusOf = async ({ token }: Api) => (await apiFor(box.url, token).call('GET', '/auth/me')).status;
  expect(await Promise.all([first, second].map(statusOf))).toEqual([200, 200]);

  const screen = await follow(first.token);
  const next = await signIn(box.url, person.password, person.username);
  expect((await screen.closed).code).toBe(4001);
  expect(await Promise.all([first, second, next, manager].map(statusOf))).toEqual([401, 200, 200, 200]);
});

/** As many sign-ins leave behind, each of which costs a machine a third of a second. Their clock was hours ahead. */
function openSessions(userId: string, count: number): void {
  const db = new Database(databaseIn(box.dataDir));
  const open = db.prepare(
    "INSERT INTO sessions (jti, user_id, kind, created_at, expires_at) VALUES (?, ?, 'login', ?, ?)",
  );
  const later = Date.now() + 4 * 3600_000;
  for (let n = 0; n < count; n++) open.run(`session ${n}`, userId, later, later + 12 * 3600_000);
  db.close();
}
