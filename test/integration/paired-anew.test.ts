import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Api, apiFor } from '../harness/api.ts';
import { managerOf } from '../harness/manager.ts';
import { pairDevice } from '../harness/paired-device.ts';
import { isLive, record } from '../harness/recorder.ts';
import { adminPassword, type ServerBox, startServer } from '../harness/server-in-a-box.ts';
import { addUser } from '../harness/user.ts';

let box: ServerBox;
let manager: Api;
/** A browser: it sends no token of its own, only what it has been given. */
let browser: Api;

beforeEach(async () => {
  box = await startServer();
  manager = await managerOf(box);
  browser = apiFor(box.url, '');
});
afterEach(() => box.remove());

const jar = (session: string | undefined, device: string | undefined) => ({
  cookie: [session && `kitchen_pass_session=${session}`, device && `kitchen_pass_device=${device}`]
    .filter((one) => one !== undefined)
    .join('; '),
});

const statusOf = async (token: string) => (await apiFor(box.url, token).call('GET', '/auth/me')).status;
const deviceIds = async () => (await manager.call('GET', '/devices')).json.items.map(({ id }: any) => id);
const cookiesOf = (headers: Headers) => headers.getSetCookie().map((one) => one.split(';', 1)[0]);

async function claim(cookies: Record<string, string>) {
  const { secret } = (await manager.call('POST', '/pair/window', { role: 'waiter' })).json;
  return browser.call('POST', '/pair/claim', { secret, name: 'Terrace' }, cookies);
}

async function askAndFetch(cookies: Record<string, string>) {
  await manager.call('POST', '/pair/window', { role: 'waiter' });
  const asked = (await browser.call('POST', '/pair/requests', { name: 'Terrace' }, cookies)).json;
  await manager.call('POST', `/pair/requests/${asked.request_id}/approve`, { role: 'waiter' });
  const fetchIt = (now: Record<string, string>) =>
    browser.call('POST', '/pair/pickup', { pickup_secret: asked.pickup_secret }, now);
  return { fetchIt, first: await fetchIt(cookies) };
}

test('[PAI7] a tablet that is paired anew is what it was no more: revoking it ends all that is there', async () => {
  const pip = { username: 'pip', display_name: 'Pip', role: 'waiter', pin: '4711' };
  const { id } = (await manager.call('POST', '/users', pip)).json;
  for (const way of [claim, async (cookies: Record<string, string>) => (await askAndFetch(cookies)).first]) {
    const before = await pairDevice(manager, 'waiter', 'Terrace');
    const { json } = await before.api.call('POST', '/auth/pin', { user_id: id, pin: '4711' });
    const seen = record(box.url, json.access_token);
    await seen.until(isLive);
    const paired = await way(jar(json.access_token, before.token));
    expect(cookiesOf(paired.headers)).toEqual([
      `kitchen_pass_device=${paired.json.access_token}`,
      'kitchen_pass_session=',
    ]);
    expect(await deviceIds()).toEqual([paired.json.device_id]);
    expect([await statusOf(before.token), await statusOf(json.access_token)]).toEqual([401, 401]);
    expect((await seen.closed).code).toBe(4001);
    expect(await statusOf(paired.json.access_token)).toBe(200);
    await manager.call('DELETE', `/devices/${paired.json.device_id}`);
    const left = await browser.call('GET', '/auth/me', undefined, jar(json.access_token, paired.json.access_token));
    expect(left.status).toBe(401);
  }
});

test('[PAI7] whoever was signed in there by password is signed out, and nowhere else', async () => {
  const ana = await addUser(box, { username: 'ana', role: 'waiter' });
  const elsewhere = await managerOf(box);
  await claim(jar(ana.token, undefined));
  expect([await statusOf(ana.token), await statusOf(manager.token), await statusOf(elsewhere.token)]).toEqual([
    401, 200, 200,
  ]);
});

test('[PAI7] what was never good, and the key of a program, keep no device out', async () => {
  const { key } = (await manager.call('POST', '/api-keys', { name: 'Till' })).json;
  expect((await claim(jar('nobody', key))).status).toBe(200);
  expect(await statusOf(key)).toBe(200);
});

test('[PAI7] [PAI6] a device that is told its token again keeps who has signed in on it since', async () => {
  const { fetchIt, first } = await askAndFetch({});
  const { access_token: token } = first.json;
  const session = (
    await browser.call('POST', '/auth/login', { username: 'admin', password: adminPassword }, jar(undefined, token))
  ).json;
  const again = await fetchIt(jar(session.access_token, token));
  expect(again.json).toEqual(first.json);
  expect(cookiesOf(again.headers)).toEqual([`kitchen_pass_device=${token}`]);
  expect([await statusOf(session.access_token), await statusOf(token)]).toEqual([200, 200]);
});
