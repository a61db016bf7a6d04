import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { createHttpServer } from '../../src-main/server/transport/http-server.ts';
import { apiFor, signIn } from '../harness/api.ts';
import { crowdOf } from '../harness/from-address.ts';
import { openGate } from '../harness/open-gate.ts';
import { isLive, record } from '../harness/recorder.ts';
import { registeredRoutes } from '../harness/registered-routes.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';

let box: ServerBox;
afterEach(() => box?.remove());

const anyone = (url: string) => apiFor(url, '');

test('login by JSON and by form gives a token and an httpOnly cookie; both open the API', async () => {
  box = await startServer();
  const json = await anyone(box.url).call('POST', '/auth/login', { username: 'ADMIN', password: adminPassword });
  const form = await anyone(box.url).call(
    'POST',
    '/auth/login',
    `username=admin&password=${encodeURIComponent(adminPassword)}`,
    {
      'content-type': 'application/x-www-form-urlencoded',
    },
  );
  for (const answer of [json, form]) {
    expect(answer.json).toMatchObject({
      token_type: 'bearer',
      expires_in: 43200,
      user_id: 'admin',
      role: 'manager',
      restaurant_id: 'main',
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    const byCookie = await anyone(box.url).call('GET', '/auth/me', undefined, {
      cookie: cookie.split(';', 1)[0] ?? '',
    });
    expect(byCookie.json).toMatchObject({
      username: 'admin',
      restaurant_name: 'Kitchen',
      role: 'manager',
      password_is_temporary: false,
    });
    expect((await apiFor(box.url, answer.json.access_token).call('GET', '/orders')).status).toBe(200);
  }
  expect(box.logged.join('')).not.toContain(json.json.access_token);
  expect(box.logged.join('')).not.toContain(adminPassword);
});

test('[AUT1] an unknown user and a wrong password get the same answer', async () => {
  box = await startServer();
  const wrong = await anyone(box.url).call('POST', '/auth/login', { username: 'admin', password: 'no' });
  const unknown = await anyone(box.url).call('POST', '/auth/login', { username: 'nobody', password: 'no' });
  expect([wrong.status, wrong.text]).toEqual([401, unknown.text]);
});

test('[AUT2] tokens that are not ours, changed, unsigned, expired or for another audience are nothing', async () => {
  box = await startServer();
  const { token } = await signIn(box.url, adminPassword);
  const key = Buffer.from(readFileSync(join(box.dataDir, 'signing.key'), 'utf8'), 'base64url');
  const [head = '', body = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const signed = (change: Record<string, unknown>, alg = 'HS256', withKey: Uint8Array = key) =>
    new SignJWT({ ...claims, ...change }).setProtectedHeader({ alg }).sign(withKey);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const bad = [
    '',
    'x',
    `${head}.${encode({ ...claims, sub: 'root' })}.${signature}`,
    `${encode({ alg: 'none' })}.${body}.`,
    `${head}.${body}.`,
    await signed({ exp: 1 }),
    await signed({ exp: undefined }),
    await signed({ aud: 'elsewhere' }),
    await signed({ jti: 'unknown' }),
    await signed({ sub: 'someone' }),
    await signed({}, 'HS512', Buffer.alloc(64, 1)),
    await signed({}, 'HS256', Buffer.alloc(32, 1)),
  ];
  for (const [index, one] of bad.entries()) {
    expect([index, (await apiFor(box.url, one).call('GET', '/orders')).status]).toEqual([index, 401]);
  }
  expect((await apiFor(box.url, await signed({})).call('GET', '/orders')).status).toBe(200);
});

test('[AUT3] without a set password one is printed at each start, until the manager has chosen their own', async () => {
  box = await startServer({ adminPassword: undefined });
  const first = box.firstManager?.password ?? '';
  await box.stop();
  box = await startServer({ adminPassword: undefined, dataDir: box.dataDir });
  const second = box.firstManager?.password ?? '';
  expect(second).not.toBe(first);
  await expect(signIn(box.url, first)).rejects.toThrow('401');

  const api = await signIn(box.url, second);
  expect((await api.call('GET', '/auth/me')).json.password_is_temporary).toBe(true);
  const wrong = await api.call('POST', '/auth/password', { current_password: 'no', new_password: 'my own password' });
  expect(wrong.json.code).toBe('wrong_login');
  const other = await signIn(box.url, second);
  expect(
    (await api.call('POST', '/auth/password', { current_password: second, new_password: 'my own password' })).status,
  ).toBe(204);
  expect((await other.call('GET', '/auth/me')).status).toBe(401);
  expect((await api.call('GET', '/auth/me')).json.password_is_temporary).toBe(false);

  await box.stop();
  box = await startServer({ adminPassword: undefined, dataDir: box.dataDir });
  expect(box.firstManager).toBeNull();
  await signIn(box.url, 'my own password');
});

test('[AUT3] KDS_ADMIN_PASSWORD becomes the password and ends the sessions of the old one', async () => {
  box = await startServer();
  const { token } = await signIn(box.url, adminPassword);
  await box.stop();
  box = await startServer({ dataDir: box.dataDir });
  expect((await apiFor(box.url, token).call('GET', '/auth/me')).status).toBe(200);
  await box.stop();
  box = await startServer({ dataDir: box.dataDir, adminPassword: 'another one' });
  expect((await apiFor(box.url, token).call('GET', '/auth/me')).status).toBe(401);
  await signIn(box.url, 'another one');
});

test("the host's own window is let in by a cookie, and the key file is the owner's alone", async () => {
  box = await startServer();
  const { name, value } = await box.hostCookie();
  expect((await anyone(box.url).call('GET', '/auth/me', undefined, { cookie: `${name}=${value}` })).json.role).toBe(
    'manager',
  );
  const live = record(box.url, undefined, '', { cookie: `${name}=${value}` });
  await live.until(isLive);
  live.close();
  if (process.platform !== 'win32') expect(statSync(join(box.dataDir, 'signing.key')).mode & 0o777).toBe(0o600);
});

test('[ORG1] writes from a page of another site are refused, from our own and from programs taken', async () => {
  box = await startServer({ allowedOrigins: ['http://pos.example'] });
  const api = await signIn(box.url, adminPassword);
  const post = async (origin: string) => (await api.order({}, { origin })).status;
  expect(await post('http://evil.example')).toBe(403);
  expect(await post('null')).toBe(403);
  expect(await post('not an origin')).toBe(403);
  expect(await post(box.url)).toBe(201);
  expect(await post('http://pos.example')).toBe(201);
});

test('[PER1] [PER2] every registered route is closed without a credential but pages, health, the menu, login and pairing', async () => {
  box = await startServer();
  const routes = await registeredRoutes();
  expect(routes.length).toBeGreaterThan(30);
  const id = '6b58208f-d318-5f90-a7e1-d68f433967ed';
  for (const { method, url, access } of routes) {
    const path = url.replaceAll(/:\w+/g, id).replace('*', 'x');
    const { status } = await fetch(box.url + path, { method });
    if (access === 'open') expect(status).not.toBe(401);
    else expect([method, url, status]).toEqual([method, url, 401]);
  }
  const open = routes.filter(({ access, method }) => access === 'open' && ['GET', 'POST'].includes(method));
  expect(new Set(open.map(({ url }) => url))).toEqual(
    new Set([
      ...[
        '/',
        '/floor',
        '/manage',
        '/ready',
        '/pair',
        '/o/:secret',
        '/account',
        '/t/:secret',
        '/docs',
        '/photos/:hash',
        '/assets/*',
        '/floor.webmanifest',
        '/board.webmanifest',
        '/api/v1/healthz',
        '/api/v1/ws/health',
        '/api/v1/menu',
        '/api/v1/account',
        '/api/v1/openapi.json',
      ],
      ...[
        '/api/v1/auth/login',
        '/api/v1/auth/register',
        '/api/v1/pair/claim',
        '/api/v1/pair/requests',
        '/api/v1/pair/pickup',
      ],
    ]),
  );
  for (const path of ['/api', '/api/', '/api/nothing', '/api/v1', '/api/v1/x/y']) {
    expect([path, (await fetch(box.url + path)).status]).toEqual([path, 401]);
  }
});

test('[PER1] a route that does not say who may use it is not registered', () => {
  const none = undefined as never;
  const add = () =>
    createHttpServer({ sessions: none, gate: openGate(), log: pino({ level: 'silent' }) }, (door) => {
      door.get('/forgotten', () => 'data');
    });
  expect(add).toThrow('/forgotten');
});

test('[TRY2] strangers who try passwords slow nobody down, and are told to come back when they are too many', async () => {
  box = await startServer();
  const api = await signIn(box.url, adminPassword);
  const unseen = await signIn(box.url, adminPassword);
  const finished: number[] = [];
  // One address is stopped after ten tries ([TRY1]): the worst are many, each with another name.
  const strangers = crowdOf(box.url).slice(0, 60);
  const tries = strangers.map(async (stranger, n) => {
    const { status } = await stranger.post('/auth/login', { username: `person ${n}`, password: 'guess' });
    finished.push(status);
    return status;
  });
  await Promise.race(tries);
  await Promise.all([api.order(), unseen.order(), fetch(`${box.url}/`)]);
  // Some of those that were looked at are still waiting: one at a time is worked on, ten more wait behind it.
  expect(finished.filter((status) => status === 401).length).toBeLessThan(11);
  const statuses = await Promise.all(tries);
  for (const stranger of strangers) stranger.close();
  expect(new Set(statuses)).toEqual(new Set([401, 503]));
});

test('[INP3] a form that says a field twice is refused, in whatever order', async () => {
  box = await startServer();
  const right = ['username=admin', `password=${encodeURIComponent(adminPassword)}`];
  for (const more of ['username=nobody', 'username=admin', 'password=x']) {
    for (const fields of [
      [more, ...right],
      [...right, more],
    ]) {
      const answer = await anyone(box.url).call('POST', '/auth/login', fields.join('&'), {
        'content-type': 'application/x-www-form-urlencoded',
      });
      const [path] = more.split('=');
      expect([answer.status, answer.json.errors]).toEqual([400, [{ path, reason: 'stands there more than once' }]]);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  }
});

test('[AUT1] an unknown user costs the guesser about as long as a wrong password', async () => {
  box = await startServer();
  const took = async (username: string) => {
    const start = performance.now();
    await anyone(box.url).call('POST', '/auth/login', { username, password: 'no' });
    return performance.now() - start;
  };
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let i = 0; i < 5; i++) {
    known.push(await took('admin'));
    unknown.push(await took('nobody'));
  }
  expect(Math.max(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
});
