import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { socketPaths } from '../../src-main/server/transport/stream-address.ts';
import type { Role } from '../../src-shared/domain/role.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { registeredRoutes } from '../harness/registered-routes.ts';
import { type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { openTables, phoneAt } from '../harness/table-phone.ts';
import { addUser } from '../harness/user.ts';

/** m manager, s service, k kitchen, w waiter, d display, g guest, l whoever has an order's link; `anyone` needs no credential. */
const letters: Readonly<Record<string, Role>> = {
  m: 'manager',
  s: 'service',
  k: 'kitchen',
  w: 'waiter',
  d: 'display',
  g: 'guest',
  l: 'pass',
  t: 'table',
};
const roles = Object.values(letters);

/** Written down a second time and by hand: who may what is decided here, and the program is held to it. */
const routes: Readonly<Record<string, string>> = {
  'GET /': 'anyone',
  'GET /floor': 'anyone',
  'GET /manage': 'anyone',
  'GET /ready': 'anyone',
  'GET /pair': 'anyone',
  'GET /o/:secret': 'anyone',
  'GET /t/:secret': 'anyone',
  'GET /account': 'anyone',
  'GET /docs': 'anyone',
  'GET /assets/*': 'anyone',
  'GET /photos/:hash': 'anyone',
  'GET /floor.webmanifest': 'anyone',
  'GET /board.webmanifest': 'anyone',
  'GET /api/v1/healthz': 'anyone',
  'GET /api/v1/openapi.json': 'anyone',
  'GET /api/v1/ws/health': 'anyone',
  'POST /api/v1/auth/login': 'anyone',
  'POST /api/v1/auth/register': 'anyone',
  'GET /api/v1/account': 'anyone',
  'GET /api/v1/account/orders': 'g',
  'POST /api/v1/account/orders': 'g',
  'POST /api/v1/account/close': 'g',
  'POST /api/v1/pair/claim': 'anyone',
  'POST /api/v1/pair/requests': 'anyone',
  'POST /api/v1/pair/pickup': 'anyone',
  'GET /api/v1/auth/me': 'mskwdg',
  // On a paired device only, which is no role; not on a guests' board, nor by a program ([PIN1]).
  'GET /api/v1/auth/people': 'mkwg',
  'POST /api/v1/auth/pin': 'mkwg',
  'POST /api/v1/auth/password': 'mskwdg',
  'POST /api/v1/auth/logout': 'mskwdg',
  'POST /api/v1/events/ack': 'mskwdg',
  'GET /api/v1/users': 'm',
  'POST /api/v1/users': 'm',
  'PATCH /api/v1/users/:id': 'm',
  'DELETE /api/v1/users/:id': 'm',
  'GET /api/v1/devices': 'm',
  'PATCH /api/v1/devices/:id': 'm',
  'DELETE /api/v1/devices/:id': 'm',
  'GET /api/v1/api-keys': 'm',
  'POST /api/v1/api-keys': 'm',
  'POST /api/v1/api-keys/:id/renew': 'm',
  'DELETE /api/v1/api-keys/:id': 'm',
  'GET /api/v1/pair/addresses': 'm',
  'GET /api/v1/pair/window': 'm',
  'POST /api/v1/pair/window': 'm',
  'DELETE /api/v1/pair/window': 'm',
  'GET /api/v1/pair/requests': 'm',
  'POST /api/v1/pair/requests/:id/approve': 'm',
  'POST /api/v1/pair/requests/:id/refuse': 'm',
  'GET /api/v1/orders': 'mskw',
  'GET /api/v1/orders/bumped': 'mskw',
  'GET /api/v1/orders/:id': 'mskw',
  'GET /api/v1/orders/:id/history': 'mskw',
  'GET /api/v1/orders/:id/guest-link': 'mskw',
  'GET /api/v1/table': 't',
  'POST /api/v1/self-orders': 't',
  'GET /api/v1/self-orders/:id': 't',
  'POST /api/v1/self-orders/:id/withdraw': 't',
  'POST /api/v1/self-orders/:id/refuse': 'msw',
  'GET /api/v1/tables/codes': 'm',
  'POST /api/v1/orders': 'msw',
  'POST /api/v1/orders/:id/items': 'msw',
  'POST /api/v1/orders/:id/split': 'msw',
  'POST /api/v1/orders/:id/merge': 'msw',
  'POST /api/v1/orders/:id/transfer': 'msw',
  'PATCH /api/v1/orders/:id/payment': 'msw',
  'PATCH /api/v1/orders/:id/status': 'mskw',
  'PATCH /api/v1/admin/orders/:id/status': 'mskw',
  'PATCH /api/v1/orders/:id/items/:item_id': 'mskw',
  'POST /api/v1/orders/:id/cancel': 'mskw',
  'POST /api/v1/orders/:id/acknowledge': 'mskw',
  'POST /api/v1/orders/:id/bump': 'mskw',
  'POST /api/v1/orders/:id/recall': 'mskw',
  'POST /api/v1/orders/:id/fire': 'mskw',
  'POST /api/v1/orders/:id/hold': 'mskw',
  'POST /api/v1/orders/:id/priority': 'mskw',
  'POST /api/v1/orders/:id/reroute': 'mskw',
  'POST /api/v1/orders/:id/undo': 'mskw',
  'GET /api/v1/products': 'mskwg',
  'POST /api/v1/products': 'ms',
  'GET /api/v1/webhooks': 'm',
  'POST /api/v1/webhooks': 'm',
  'DELETE /api/v1/webhooks/:id': 'm',
  'POST /api/v1/webhooks/:id/test': 'm',
  'GET /api/v1/webhooks/:id/failed': 'm',
  'POST /api/v1/webhooks/:id/failed/retry': 'm',
  'POST /api/v1/webhooks/:id/failed/:seq/retry': 'm',
  'DELETE /api/v1/webhooks/:id/failed/:seq': 'm',
  'GET /api/v1/printers': 'm',
  'POST /api/v1/printers': 'm',
  'PATCH /api/v1/printers/:id': 'm',
  'DELETE /api/v1/printers/:id': 'm',
  'POST /api/v1/printers/:id/test': 'm',
  'GET /api/v1/printers/preview': 'm',
  'GET /api/v1/printers/waiting': 'mskw',
  'POST /api/v1/orders/:id/print': 'mskw',
  'GET /api/v1/menu': 'anyone',
  'GET /api/v1/reports/tickets': 'ms',
  'GET /api/v1/reports/items': 'ms',
  'GET /api/v1/reports/stations': 'ms',
  'GET /api/v1/products/:id': 'mskwg',
  'PATCH /api/v1/products/:id': 'ms',
  'DELETE /api/v1/products/:id': 'ms',
  'PATCH /api/v1/products/:id/availability': 'msk',
  'PATCH /api/v1/products/:id/inventory': 'msk',
  'PUT /api/v1/products/:id/photo': 'ms',
  'DELETE /api/v1/products/:id/photo': 'ms',
  'GET /api/v1/products/export': 'ms',
  'POST /api/v1/products/import/preview': 'ms',
  'POST /api/v1/products/import': 'ms',
  'GET /api/v1/stations': 'mskw',
  'PUT /api/v1/stations': 'm',
  'GET /api/v1/settings': 'mskw',
  'PATCH /api/v1/settings': 'm',
  'GET /api/v1/events/orders': 'mskw',
  'GET /api/v1/events/products': 'mskwg',
  'GET /api/v1/events/ready': 'mskwd',
  'GET /api/v1/events/orders/:id': 'mskwgl',
  'GET /api/v1/sync/orders': 'mskw',
  'GET /api/v1/sync/ready': 'mskwd',
  'GET /api/v1/sync/orders/:id': 'mskwgl',
  'GET /api/v1/ws/orders/live/status': 'mskw',
  'GET /api/v1/ws/orders/live/connections': 'ms',
  'POST /api/v1/screens/report': 'mskw',
  'GET /api/v1/metrics': 'ms',
};

const sockets: Readonly<Record<string, string>> = {
  '/ws/orders/live': 'mskw',
  '/ws/products': 'mskwg',
  '/ws/ready': 'mskwd',
  '/ws/orders/:id': 'mskwgl',
};

/** Theirs is refused after a look at who they are: that nothing of others is told is shown beside it. */
const id = '6b58208f-d318-5f90-a7e1-d68f433967ed';
const addressOf = (url: string) => url.replaceAll(/:\w+/g, id).replace('*', 'x');

let box: ServerBox;
const tokens = new Map<Role, string>();

beforeAll(async () => {
  box = await startServer();
  const manager = await managerOf(box);
  tokens.set('manager', manager.token);
  tokens.set('service', (await manager.call('POST', '/api-keys', { name: 'Till' })).json.key);
  for (const role of ['kitchen', 'waiter', 'display'] as const)
    tokens.set(role, (await pairDevice(manager, role, `the ${role}`)).token);
  const { id: placed } = (await manager.order()).json;
  const { path } = (await manager.call('GET', `/orders/${placed}/guest-link`)).json;
  tokens.set('pass', path.replace('/o/', ''));
  await openTables(manager, '5');
  tokens.set('table', (await phoneAt(manager, '5')).token);
  tokens.set('guest', (await addUser(box, { username: 'guest', role: 'guest' })).token);
});
afterAll(() => box?.remove());

/** Its status, and for a refusal the code; the rest of a stream is not waited for. */
async function answerOf(method: string, url: string, token: string): Promise<{ status: number; code: string }> {
  const gone = new AbortController();
  const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const answer = await fetch(box.url + addressOf(url), { method, headers, signal: gone.signal });
  const code = answer.status === 403 ? (await answer.json()).code : '';
  gone.abort();
  return { status: answer.status, code };
}

const statusOf = async (method: string, url: string, token: string) => (await answerOf(method, url, token)).status;

const expectedOf = (who: string): Readonly<Record<string, boolean>> =>
  Object.fromEntries(Object.entries(letters).map(([letter, role]) => [role, who === 'anyone' || who.includes(letter)]));

test('[PER1] every route that is registered is in this table, and all of the table is registered', async () => {
  const registered = await registeredRoutes();
  const known = registered.filter(({ method, url }) => `${method} ${url}` in routes);
  expect(known.map(({ method, url }) => `${method} ${url}`).sort()).toEqual(Object.keys(routes).sort());
  const token = tokens.get('manager') ?? '';
  for (const { method, url } of registered) {
    if (`${method} ${url}` in routes) continue;
    const status = await statusOf(method, url, token);
    // What else is registered says that there is nothing, or is the head of what may be read.
    if (method !== 'HEAD' || status === 405) expect([method, url, status]).toEqual([method, url, 405]);
    else expect(`GET ${url}` in routes).toBe(true);
  }
});

test.each(Object.keys(routes).filter((route) => !route.endsWith('/logout')))('[PER1] %s', async (route) => {
  const [method = '', url = ''] = route.split(' ');
  const who = routes[route] ?? '';
  if (who === 'anyone') expect([401, 403]).not.toContain(await statusOf(method, url, ''));
  else expect(await statusOf(method, url, '')).toBe(401);
  const found: Record<string, boolean> = {};
  for (const role of roles) {
    const { status, code } = await answerOf(method, url, tokens.get(role) ?? '');
    expect(status, role).not.toBe(401);
    found[role] = code !== 'not_allowed';
  }
  expect(found).toEqual(expectedOf(who));
});

test('[PER1] every WebSocket that there is stands in this table, and has its twin among the routes', () => {
  expect(Object.values(socketPaths).sort()).toEqual(Object.keys(sockets).sort());
  for (const [path, who] of Object.entries(sockets)) {
    const twin = `GET /api/v1${path.replace('/ws/', '/events/').replace('/live', '')}`;
    expect([twin, routes[twin]]).toEqual([twin, who]);
  }
});

test.each(Object.entries(sockets))('[PER1] [CLO1] WS %s', async (path, who) => {
  const found: Record<string, boolean> = {};
  for (const role of roles) found[role] = (await firstWord(path, tokens.get(role) ?? '')) !== 4003;
  expect(found).toEqual(expectedOf(who));
  expect(await firstWord(path, 'nobody')).toBe(4001);
});

/** The close code, or `in` when the stream has begun. */
function firstWord(path: string, token: string): Promise<number | 'in'> {
  const socket = new WebSocket(`${box.url.replace('http', 'ws')}${addressOf(path)}?token=${token}`);
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code) => resolve(code));
    socket.on('message', (data) => {
      // A goodbye is followed by the end that is meant.
      if (JSON.parse(String(data)).type === 'bye') return;
      resolve('in');
      socket.close();
    });
  });
}
